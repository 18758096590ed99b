package io.shirube.service.audit;

import io.shirube.service.requests.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A write as it was noted.
 *
 * @param id grows; none comes twice
 * @param accountId null, like actionId and keyId, where it was about none
 * @param before JSON of what stood there; null for nothing, and once the account was erased
 * @param after JSON of what stands there instead; null for nothing, and once the account was erased
 */
public record AuditRecord(
        long id,
        Instant at,
        Author author,
        Deed deed,
        @Nullable String accountId,
        @Nullable Long actionId,
        @Nullable Long keyId,
        @Nullable String before,
        @Nullable String after) {}
