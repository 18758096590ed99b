package io.shirube.engine.decide;

import io.shirube.engine.model.Decision.Action;
import io.shirube.engine.model.Decision.NoAction;
import io.shirube.engine.model.Decision.Suppressed;
import io.shirube.engine.rules.ActionType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of the proposals.
 *
 * @param absorbed the type an absorbed action is listed in, by the absorbed action's key
 */
record ActionResult(
        List<Action> actions,
        List<Suppressed> suppressed,
        Map<String, ActionType> absorbed,
        @Nullable NoAction noAction) {}
