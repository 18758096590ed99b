package io.shirube.engine.decide;

import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.Firing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One action that rules propose for one reason.
 *
 * @param key {@code account:TYPE:reasonKey}, its identity
 * @param context sum of the context weights, each rule or row counted once
 * @param evidence the first evidence class a rule names, or empty
 * @param due the fewest working days that a rule allows, or null when the catalogue decides
 * @param by what proposed it, in the ruleset's order
 */
record Proposal(
        ActionType type,
        String key,
        double context,
        String evidence,
        @Nullable Integer due,
        List<Firing> by) {

    boolean isMandatory() {
        return type.actionClass() == ActionType.ActionClass.M;
    }
}
