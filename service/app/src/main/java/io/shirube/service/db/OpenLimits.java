package io.shirube.service.db;

import io.shirube.service.standing.Ledger;
import java.util.HashMap;
import java.util.Map;

/**
 * How many actions may be open at the same time, by owner role; without a limit a role is missing. Immutable, safe for use by
 * many threads.
 */
record OpenLimits(Map<String, Integer> byRole) {

    OpenLimits {
        byRole = Map.copyOf(byRole);
    }

    /** Returns how many more may open, by role. */
    Map<String, Integer> free(ActionStatements actions) {
        Map<String, Integer> free = new HashMap<>();
        byRole.forEach((role, limit) -> free.put(role, limit - actions.todo(role, limit)));
        return free;
    }

    /** Makes the accounts wait whose actions open next, as many as there may be, after one of the role's left what is to do. */
    void awaitNext(String role, ActionStatements actions) {
        int limit = byRole.getOrDefault(role, 0);
        int free = limit - actions.todo(role, limit);
        if (free > 0) {
            actions.awaitNext(role, free, Ledger.Urgency.CHANGE.rank());
        }
    }
}
