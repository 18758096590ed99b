package io.shirube.service.auth;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What an administrator does with keys. Safe for use by many threads. */
public final class Keys {

    /** The name of the key that every start of the demo shows anew. */
    public static final String DEMO = "demo";

    /** So long whoever uses a secret that was replaced is told so, and not that nobody knows it. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final KeyStore store;
    private final Consumer<ApiKey> changed;
    private final Duration overlap;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param changed told of every key that counts for less than before, once that is durable
     * @param overlap how long an old secret counts beside its successor unless somebody says otherwise
     * @param clock ticks in microseconds, as the database does; its zone means nothing
     */
    public Keys(KeyStore store, Consumer<ApiKey> changed, Duration overlap, Clock clock) {
        this.store = store;
        this.changed = changed;
        this.overlap = overlap;
        this.clock = clock;
    }

    /** A key with the secret that is shown this once. */
    public record Shown(ApiKey key, Secret secret) {}

    public List<ApiKey> list() {
        return store.all();
    }

    public Optional<ApiKey> find(long id) {
        return store.find(id);
    }

    /** Makes a key. */
    public Shown create(String name, Role role, @Nullable Instant expiresAt) {
        Secret secret = Secret.random(random);
        return new Shown(store.add(new KeyStore.NewKey(name, role, expiresAt, kept(secret))), secret);
    }

    /**
     * Gives a key a new secret; the old ones count for the overlap, and not beyond what they did.
     *
     * @param wished the overlap; null for the usual one, zero for none
     * @return empty when there is no such key
     */
    public Optional<Shown> rotate(long id, @Nullable Duration wished) {
        Secret secret = Secret.random(random);
        Instant now = clock.instant();
        Optional<ApiKey> rotated =
                store.rotate(id, kept(secret), now.plus(wished == null ? overlap : wished), now.minus(REMEMBERED));
        rotated.ifPresent(changed);
        return rotated.map(key -> new Shown(key, secret));
    }

    /** Takes a key away for good; returns empty when there is no such key. */
    public Optional<ApiKey> revoke(long id) {
        Optional<ApiKey> revoked = store.revoke(id, clock.instant());
        revoked.ifPresent(changed);
        return revoked;
    }

    /** Returns whether there is a key that counts. */
    public boolean any() {
        Instant now = clock.instant();
        return list().stream().anyMatch(key -> key.state(now) == ApiKey.State.ACTIVE);
    }

    /** Returns whether a key counts now. */
    public ApiKey.State state(ApiKey key) {
        return key.state(clock.instant());
    }

    /** Returns an administrator's secret for the demo; that of an earlier demo counts no more. */
    public Secret demo() {
        Instant now = clock.instant();
        return list().stream()
                .filter(key -> key.name().equals(DEMO) && key.role() == Role.ADMIN)
                .filter(key -> key.state(now) == ApiKey.State.ACTIVE)
                .findFirst()
                .flatMap(key -> rotate(key.id(), Duration.ZERO))
                .orElseGet(() -> create(DEMO, Role.ADMIN, null))
                .secret();
    }

    private KeySecret kept(Secret secret) {
        return new KeySecret(secret.hash(), secret.prefix(), clock.instant(), null, null);
    }
}
