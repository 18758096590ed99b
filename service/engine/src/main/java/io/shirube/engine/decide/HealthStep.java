package io.shirube.engine.decide;

import io.shirube.engine.explain.Explainer;
import io.shirube.engine.model.Decision.Dimension;
import io.shirube.engine.model.Decision.Health;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Reason;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Policies;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.ValueType;
import io.shirube.engine.rules.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Settles the health score from what rules conclude about its dimensions. */
final class HealthStep {

    private static final List<String> PARTS = List.of("", "AtLeast", "AtMost");

    private final Policies policies;
    private final List<Parts> dimensions;
    private final Field score;
    private final Field band;
    private final Field coverage;
    private final Field cap;
    private final EnumType bands;

    /** @param inputs the fields that the rules of a conclusion read, by its slot */
    HealthStep(RuleModel model, Function<Integer, List<Field>> inputs) {
        Vocabulary vocabulary = model.vocabulary();
        this.policies = model.policies();
        this.dimensions = policies.dimensions().stream()
                .map(name -> Parts.of(name, vocabulary, inputs))
                .toList();
        this.score = vocabulary.required(FactType.HEALTH, "score");
        this.band = vocabulary.required(FactType.HEALTH, "band");
        this.coverage = vocabulary.required(FactType.HEALTH, "coverage");
        this.cap = vocabulary.required(FactType.HEALTH, "cap");
        this.bands = Objects.requireNonNull(band.enumType(), "band");
    }

    /** @param touch ordinal of the touch, whose minimum coverage counts */
    Health run(Run run, int touch) {
        Map<Integer, Concluded> concluded = run.conclude(Phase.HEALTH);
        List<HealthScore.Part> parts = new ArrayList<>();
        for (Parts dimension : dimensions) {
            Double weight = number(concluded, dimension.weight);
            Double scored = dimension.score(concluded);
            boolean applies =
                    scored != null || !dimension.isToldNotToApply(run.facts().account());
            parts.add(new HealthScore.Part(scored, weight == null ? 0 : weight, applies));
        }
        HealthScore total = HealthScore.of(parts);
        Concluded capped = concluded.get(cap.slot());
        String result = total.band(
                policies.greenFrom(),
                policies.yellowFrom(),
                policies.minimumCoverage().get(touch),
                capped == null ? null : bands.values().get((int) capped.value().number()));
        List<Dimension> shown = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            shown.add(dimension(run, dimensions.get(i), parts.get(i), total.effectiveWeight(i), concluded));
        }
        write(run.facts().account(), parts, total, result);
        List<Reason> caps = capped == null ? List.of() : run.reasons(capped.by());
        return new Health(total.score(), result, total.coverage(), shown, caps);
    }

    private static @Nullable Double number(Map<Integer, Concluded> concluded, Field field) {
        Concluded found = concluded.get(field.slot());
        return found == null ? null : found.value().number();
    }

    private static Dimension dimension(
            Run run, Parts parts, HealthScore.Part part, double effective, Map<Integer, Concluded> concluded) {
        List<Firing> by = new ArrayList<>();
        for (Field field : parts.scores) {
            Concluded found = concluded.get(field.slot());
            if (found != null) {
                by.addAll(found.by());
            }
        }
        return new Dimension(parts.name, part.score(), part.weight(), effective, parts.names, run.reasons(by));
    }

    /** Later phases read the dimension's own score, not the lowest of what was concluded. */
    private void write(Slots slots, List<HealthScore.Part> parts, HealthScore total, String result) {
        for (int i = 0; i < parts.size(); i++) {
            put(slots, dimensions.get(i).scores.get(0), parts.get(i).score());
        }
        put(slots, score, total.score());
        slots.set(coverage.slot(), total.coverage());
        slots.set(band.slot(), bands.ordinal(result));
    }

    private static void put(Slots slots, Field field, @Nullable Double value) {
        if (value == null) {
            slots.setUnknown(field.slot());
        } else {
            slots.set(field.slot(), value);
        }
    }

    /** The fields of one dimension: score, at least, at most; its weight; the signals it rests on, and the names of all it reads. */
    private record Parts(String name, List<Field> scores, Field weight, List<Field> signals, List<String> names) {

        static Parts of(String name, Vocabulary vocabulary, Function<Integer, List<Field>> inputs) {
            List<Field> scores = PARTS.stream()
                    .map(part -> vocabulary.required(FactType.HEALTH, name + part))
                    .toList();
            List<Field> read = scores.stream()
                    .flatMap(field -> inputs.apply(field.slot()).stream())
                    .distinct()
                    .toList();
            List<String> names = read.stream().map(Explainer::name).distinct().toList();
            // because an event that has not happened, and its day counts, say nothing of what applies
            List<Field> signals = read.stream()
                    .filter(field -> field.owner() == FactType.SIGNALS && field.type() != ValueType.DATE)
                    .filter(field -> !vocabulary.isDayCount(field))
                    .toList();
            return new Parts(name, scores, vocabulary.required(FactType.HEALTH, name + "Weight"), signals, names);
        }

        /** Returns whether signals it rests on are 対象外 for the account and none of them has a value. */
        boolean isToldNotToApply(Slots slots) {
            return signals.stream().anyMatch(field -> slots.state(field.slot()) == Slots.ABSENT)
                    && signals.stream().noneMatch(field -> slots.isKnown(field.slot()));
        }

        @Nullable
        Double score(Map<Integer, Concluded> concluded) {
            return HealthScore.dimension(
                    number(concluded, scores.get(0)),
                    number(concluded, scores.get(1)),
                    number(concluded, scores.get(2)));
        }
    }
}
