package io.shirube.service.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads who wrote what. Throws {@link io.shirube.service.book.BookUnavailableException} while it cannot be reached. Implementations
 * are safe for use by many threads.
 */
public interface AuditLog {

    /**
     * Which records are wanted; null asks for nothing.
     *
     * @param author number of the key that wrote
     * @param since the first moment wanted
     * @param before only those with a lower id; {@link Long#MAX_VALUE} for all
     */
    record Wanted(
            @Nullable String accountId,
            @Nullable Long author,
            @Nullable Instant since,
            long before) {}

    /** Returns records, the latest first. */
    List<AuditRecord> records(Wanted wanted, int most);
}
