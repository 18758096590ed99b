package io.shirube.engine.rules;

import io.shirube.engine.model.Facts;
import java.util.List;

/** One of the two ways in which a rule model runs. Implementations are safe for use by many threads. */
public interface RuleExecutor {

    /**
     * Returns what fires in a phase, sorted and without duplicates. Does not change the facts.
     *
     * @param facts with the conclusions of earlier phases written into the account's slots
     */
    List<Firing> fire(Phase phase, Facts facts);
}
