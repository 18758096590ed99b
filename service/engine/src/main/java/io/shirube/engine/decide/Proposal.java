package io.shirube.engine.decide;

import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.Firing;
import java.util.List;

/**
 * One action that rules propose for one reason.
 *
 * @param key {@code account:TYPE:reasonKey}, its identity
 * @param context sum of the context weights, each rule or row counted once
 * @param evidence the first evidence class a rule names, or empty
 * @param by what proposed it, in the ruleset's order
 */
record Proposal(ActionType type, String key, double context, String evidence, List<Firing> by) {

    boolean isMandatory() {
        return type.actionClass() == ActionType.ActionClass.M;
    }
}
