package io.shirube.bench.subject;

import io.shirube.engine.decide.LoadOptions;
import io.shirube.engine.decide.LoadResult;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.RuleStore;
import java.nio.file.Path;

/** Makes rulesets of files that are known to be right. Safe for use by many threads. */
public final class Subjects {

    /** Names the folder in which the programs of one run keep what they compiled, so that each need not compile anew. */
    public static final String KEPT = "shirube.bench.kept";

    private static final String ONE_RUN = "one run";

    private Subjects() {}

    /**
     * Reads and lowers rules.
     *
     * @throws IllegalStateException with what is wrong with them
     */
    public static Ruleset load(RuleBundle bundle) {
        LoadResult loaded = Ruleset.load(bundle, new LoadOptions(null, store(), false));
        Ruleset ruleset = loaded.ruleset();
        if (ruleset == null) {
            throw new IllegalStateException(loaded.findings().toString());
        }
        return ruleset;
    }

    private static RuleStore store() {
        String kept = System.getProperty(KEPT, "");
        return kept.isEmpty() ? RuleStore.NONE : RuleStore.in(Path.of(kept), ONE_RUN);
    }
}
