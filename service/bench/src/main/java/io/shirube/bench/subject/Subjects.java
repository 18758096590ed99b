package io.shirube.bench.subject;

import io.shirube.engine.authoring.ReadResult;
import io.shirube.engine.authoring.RulesetReader;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.rules.RuleBundle;

/** Makes rulesets of files that are known to be right. */
public final class Subjects {

    private Subjects() {}

    /**
     * Reads and lowers rules, without the proofs that loading makes.
     *
     * @throws IllegalStateException with what is wrong with them
     */
    public static Ruleset load(RuleBundle bundle) {
        ReadResult read = RulesetReader.read(bundle);
        if (read.model() == null) {
            throw new IllegalStateException(read.findings().toString());
        }
        return Ruleset.of(read.model());
    }
}
