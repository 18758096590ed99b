package io.shirube.engine.authoring.drl;

import io.shirube.engine.authoring.expression.Names;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Phase;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a consequence may say, and in which phase. */
enum Verb {
    STAGE("stage", "stage( RENEWAL );"),
    SIZE_BAND("sizeBand", "sizeBand( LARGE );"),
    CLASSIFY("classify", "classify( HIGH, INDIVIDUAL );"),
    SCORE("score", "score( adoption, 80 );"),
    SCORE_AT_LEAST("scoreAtLeast", "scoreAtLeast( adoption, 40 );"),
    SCORE_AT_MOST("scoreAtMost", "scoreAtMost( adoption, 60 );"),
    WEIGHT("weight", "weight( adoption, 30 );"),
    CAP("cap", "cap( YELLOW );"),
    SUCCESS("success", "success( LIGHT );"),
    SET("set", "set( name, VALUE );"),
    PROPOSE("propose", "propose( TYPE, \"key\" ).context( 40 );"),
    HOLD("hold", "hold( TYPE, SUITABILITY );");

    private final String word;
    private final String example;

    Verb(String word, String example) {
        this.word = word;
        this.example = example;
    }

    String word() {
        return word;
    }

    /** Returns how it is written. */
    String example() {
        return example;
    }

    /** Returns the phases whose rules may say it. */
    Set<Phase> phases() {
        return switch (this) {
            case STAGE, SIZE_BAND -> EnumSet.of(Phase.LIFECYCLE);
            case CLASSIFY -> EnumSet.of(Phase.SEGMENT);
            case SCORE, SCORE_AT_LEAST, SCORE_AT_MOST, WEIGHT, CAP -> EnumSet.of(Phase.HEALTH);
            case SUCCESS -> EnumSet.of(Phase.SUCCESS);
            case SET -> EnumSet.complementOf(EnumSet.of(Phase.ACTIONS));
            case PROPOSE, HOLD -> EnumSet.of(Phase.ACTIONS);
        };
    }

    static Optional<Verb> of(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Verb::word).toList();
    }

    /** Returns the verbs of a phase, for a message. */
    static Text words(Phase phase) {
        return Names.all(Arrays.stream(values())
                .filter(verb -> verb.phases().contains(phase))
                .map(Verb::word)
                .toList());
    }
}
