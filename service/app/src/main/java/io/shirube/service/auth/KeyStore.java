package io.shirube.service.auth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps keys; every change is durable when its method returns. Its methods but {@link #used} throw {@link
 * io.shirube.service.book.BookUnavailableException} while the store cannot be reached. Implementations are safe for use by many
 * threads.
 */
public interface KeyStore {

    /** What a new key is made of. */
    record NewKey(String name, Role role, @Nullable Instant expiresAt, KeySecret secret) {}

    /** Adds a key; it is as old as its secret. */
    ApiKey add(NewKey key);

    /** Returns all keys, those too that do not count any more, oldest first. */
    List<ApiKey> all();

    Optional<ApiKey> find(long id);

    /** Returns the key one of whose secrets has this hash. */
    Optional<ApiKey> bySecret(SecretHash hash);

    /**
     * Adds a secret to a key.
     *
     * @param until when its other secrets expire, unless they do earlier
     * @param forget secrets that expired before are removed
     */
    Optional<ApiKey> rotate(long id, KeySecret secret, Instant until, Instant forget);

    /** Takes a key away; one that was taken away before keeps the moment when. */
    Optional<ApiKey> revoke(long id, Instant now);

    /**
     * Notes that a secret was used, unless that was noted within the last minute. While the store cannot be reached nothing is noted:
     * nobody's request fails for it.
     */
    void used(SecretHash hash, Instant at);
}
