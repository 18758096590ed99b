package io.shirube.engine.authoring.drl;

import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.testing.TestVocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What came of reading one rule file over the test vocabulary. */
record Reading(List<Rule> rules, List<Finding> findings) {

    static final String FILE = "5-actions/test.drl";

    static final String GOOD =
            "rule \"r\" @reason_ja(\"あ\") @reason_en(\"a\")\nwhen\n  Account( )\nthen\n  propose( NPS_FOLLOW_UP );\nend\n";

    static Reading of(String text) {
        return of(text, Phase.ACTIONS);
    }

    static Reading of(String text, Phase phase) {
        List<Finding> findings = new ArrayList<>();
        List<Rule> rules = new DrlFrontEnd(TestVocabulary.names(), findings::add).read(FILE, text, phase, 0);
        findings.sort(Comparator.naturalOrder());
        return new Reading(rules, findings);
    }

    /** Reads a left side in a rule that is otherwise right. */
    static Reading ofWhen(String when) {
        return ofWhen(when, Phase.ACTIONS);
    }

    static Reading ofWhen(String when, Phase phase) {
        return of(
                "rule \"r\" @reason_ja(\"あ\") @reason_en(\"a\")\nwhen\n" + when + "\nthen\n" + verb(phase) + "\nend\n",
                phase);
    }

    /** Reads a right side in a rule that is otherwise right. */
    static Reading ofThen(String then, Phase phase) {
        return of(
                "rule \"r\" @reason_ja(\"あ\") @reason_en(\"a\")\nwhen\nAccount( $e : employees, $n : name )\nthen\n"
                        + then + "\nend\n",
                phase);
    }

    private static String verb(Phase phase) {
        return switch (phase) {
            case LIFECYCLE -> "stage( RENEWAL );";
            case SEGMENT -> "classify( HIGH );";
            case HEALTH -> "cap( YELLOW );";
            case SUCCESS -> "success( LIGHT );";
            case ACTIONS -> "propose( NPS_FOLLOW_UP );";
        };
    }

    /** Returns {@code line:column code} of each finding. */
    List<String> places() {
        return findings.stream()
                .map(finding -> finding.at().line() + ":" + finding.at().column() + " " + finding.code())
                .toList();
    }

    Rule only() {
        if (rules.size() != 1 || !findings.isEmpty()) {
            throw new AssertionError("one rule without findings expected, was " + findings);
        }
        return rules.get(0);
    }
}
