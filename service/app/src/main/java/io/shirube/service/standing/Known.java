package io.shirube.service.standing;

import io.shirube.engine.model.Text;
import io.shirube.service.book.StoredAccount;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept of an account, of one moment.
 *
 * @param standing null before the first decision
 * @param problem why the last decision failed, or null
 * @param living the actions that live
 * @param outcomes what became of actions that people ended
 * @param free how many more actions may be open, by owner role; without a limit a role is missing
 */
public record Known(
        StoredAccount account,
        @Nullable Standing standing,
        @Nullable Text problem,
        List<StoredAction> living,
        List<StoredAction> outcomes,
        Map<String, Integer> free) {

    public Known {
        living = List.copyOf(living);
        outcomes = List.copyOf(outcomes);
        free = Map.copyOf(free);
    }
}
