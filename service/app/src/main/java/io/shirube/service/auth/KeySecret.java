package io.shirube.service.auth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One secret of a key, as far as it is kept.
 *
 * @param prefix how it begins, for people
 * @param expiresAt from when on it does not count because a newer one took its place; null for the newest
 * @param lastUsedAt at most a minute before it really was; null when never
 */
public record KeySecret(
        SecretHash hash,
        String prefix,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    /** Returns whether a newer one took its place. */
    public boolean expired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
