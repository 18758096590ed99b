package io.shirube.service.standing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that changed, in the order in which it was committed. Safe for use by many threads. */
public interface ChangeFeed {

    /**
     * Some changes.
     *
     * @param next where to go on
     */
    record Read(List<Change> changes, Cursor next) {
        public Read {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Returns what changed after a place.
     *
     * @param after null for the first change that is still kept
     * @param accountId of one account only, or null
     * @return empty when nobody can go on there: the feed began anew, or what followed is not kept any more
     */
    Optional<Read> after(@Nullable Cursor after, @Nullable String accountId, int most);

    /** Returns the place behind all that changed until now. */
    Cursor end();
}
