package io.shirube.engine.cases;

import io.shirube.engine.model.Text;
import java.util.List;

/**
 * What became of one case.
 *
 * @param mismatches all of them, for FAILED only
 * @param errors why it could not be run, for ERROR only
 */
public record CaseResult(RuleCase ruleCase, Outcome outcome, List<Mismatch> mismatches, List<Text> errors) {

    public CaseResult {
        mismatches = List.copyOf(mismatches);
        errors = List.copyOf(errors);
    }

    /** The four outcomes. */
    public enum Outcome {
        PASSED,
        /** Something is not as expected. */
        FAILED,
        /** Its author said not to run it. */
        SKIPPED,
        /** It could not be decided. */
        ERROR
    }
}
