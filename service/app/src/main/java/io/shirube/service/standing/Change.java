package io.shirube.service.standing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the feed.
 *
 * @param cursor its place: what comes after it is asked for with this
 * @param data what changed, as a JSON object
 * @param because why, where a decision says so
 */
public record Change(
        Cursor cursor,
        Instant at,
        String accountId,
        ChangeKind kind,
        String data,
        @Nullable BothLanguages because) {}
