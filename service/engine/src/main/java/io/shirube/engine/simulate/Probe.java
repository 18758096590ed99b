package io.shirube.engine.simulate;

import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where to look, while an account is decided, for whether an edit can touch it. */
sealed interface Probe {

    /** Nowhere: the edit may touch any account. */
    record Anywhere() implements Probe {}

    /** Nowhere: no decision rests on the edit. */
    record Nothing() implements Probe {}

    /** At a rule, in each version that there is. */
    record OfRule(
            Phase phase,
            @Nullable RuleUnit before,
            @Nullable RuleUnit after) implements Probe {}

    /**
     * At a row of a table, in each version that there is.
     *
     * @param edited the columns of the sheet in which the two versions differ, from 1; none for a row added or removed
     * @param column the column that this edit is about, 0 for the whole row
     */
    record OfRow(
            Phase phase,
            @Nullable Table before,
            int rowBefore,
            @Nullable Table after,
            int rowAfter,
            Set<Integer> edited,
            int column)
            implements Probe {}
}
