package io.shirube.service.standing;

import io.shirube.service.book.StoredAccount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept of an account, of one moment.
 *
 * @param standing null before the first decision
 * @param living the actions that live
 * @param outcomes what became of actions that people ended
 */
public record Known(
        StoredAccount account, @Nullable Standing standing, List<StoredAction> living, List<StoredAction> outcomes) {

    public Known {
        living = List.copyOf(living);
        outcomes = List.copyOf(outcomes);
    }
}
