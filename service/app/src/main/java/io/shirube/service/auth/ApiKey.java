package io.shirube.service.auth;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's right to call: a name, a role, and the secrets that prove it.
 *
 * @param id never given twice
 * @param name what people call it; need not be the only one of that name
 * @param expiresAt from when on it does not count; null for never
 * @param revokedAt when it was taken away; null when it was not
 * @param secrets oldest first, at least one; those that expired long ago are forgotten
 */
public record ApiKey(
        long id,
        String name,
        Role role,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        List<KeySecret> secrets) {

    public ApiKey {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(createdAt, "createdAt");
        secrets = List.copyOf(secrets);
    }

    /** Whether a key counts. */
    public enum State {
        ACTIVE,
        EXPIRED,
        REVOKED
    }

    public State state(Instant now) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return expiresAt != null && !now.isBefore(expiresAt) ? State.EXPIRED : State.ACTIVE;
    }

    /** Returns when one of its secrets was used last, as far as it was noted. */
    public Optional<Instant> lastUsedAt() {
        return secrets.stream()
                .flatMap(secret -> Stream.ofNullable(secret.lastUsedAt()))
                .max(Instant::compareTo);
    }

    Optional<KeySecret> secret(SecretHash hash) {
        return secrets.stream().filter(secret -> secret.hash().equals(hash)).findFirst();
    }
}
