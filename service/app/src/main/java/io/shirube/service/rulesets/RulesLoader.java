package io.shirube.service.rulesets;

import io.shirube.engine.rules.RuleBundle;

/** Makes rules out of the files of a folder. */
public interface RulesLoader {

    /** Compiles, referees and warms the rules. Wrong rules are findings, never an exception. */
    Loaded load(RuleBundle bundle);

    /**
     * Does for nothing what an edit of the rules loaded last will need, while nobody waits for it.
     *
     * @return whether there is more to be done like this
     */
    boolean rehearse();
}
