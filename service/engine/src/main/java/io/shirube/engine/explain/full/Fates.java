package io.shirube.engine.explain.full;

import io.shirube.engine.model.Explanation.Proposed;
import io.shirube.engine.rules.ActionType;
import org.jspecify.annotations.Nullable;

/** Says what became of proposals in one decision. */
public interface Fates {

    /** Returns what became of the proposal of a key; null when its action is not in use, as if no rule proposed it. */
    @Nullable
    Proposed of(String key);

    /** Returns whether a rule proposed an action of a type. */
    boolean isProposed(ActionType type);

    /** Returns whether an action of a type could be offered to the account's touch in its stage at all. */
    boolean isEligible(ActionType type);
}
