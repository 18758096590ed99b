package io.shirube.service.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * The keys that were asked for lately, so that not every request asks the database. Safe for use by many threads.
 *
 * <p>A key is remembered for 30 seconds and no longer: another node, or the command line, revokes it without this one hearing of it,
 * and so long at most a stolen key may live on. What this node changes itself it forgets at once. Secrets that nobody knows are not
 * remembered, so a new key counts from the first moment. Whether a key expired is asked anew each time.
 */
public final class KeyRing {

    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final KeyStore store;
    private final Clock clock;
    private final Cache<SecretHash, ApiKey> known;
    private final Cache<SecretHash, Instant> noted;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /** @param ticker measures how long a key is remembered, like {@link Ticker#systemTicker} */
    public KeyRing(KeyStore store, Clock clock, Ticker ticker) {
        this.store = store;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(REMEMBERED)
                .ticker(ticker)
                .build();
        this.noted = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(BETWEEN_NOTES)
                .ticker(ticker)
                .build();
    }

    /** Registers how often a key was remembered. */
    public void register(PrometheusRegistry registry) {
        CounterWithCallback.builder()
                .name("shirube_key_lookups_total")
                .help("Requests with a key, by whether it was remembered (hit) or asked of the database (miss).")
                .labelNames("result")
                .callback(counter -> {
                    counter.call(hits.doubleValue(), "hit");
                    counter.call(misses.doubleValue(), "miss");
                })
                .register(registry);
    }

    /** Returns a key that is remembered. */
    Optional<ApiKey> remembered(SecretHash hash) {
        Optional<ApiKey> key = Optional.ofNullable(known.getIfPresent(hash));
        (key.isPresent() ? hits : misses).increment();
        return key;
    }

    /** Returns a key as the store has it. */
    Optional<ApiKey> lookUp(SecretHash hash) {
        // because computing in place makes forget wait: what was read before a revocation is never remembered after it
        return Optional.ofNullable(known.asMap()
                .computeIfAbsent(hash, unknown -> store.bySecret(unknown).orElse(null)));
    }

    /** Forgets a key that was changed. */
    public void forget(ApiKey key) {
        key.secrets().forEach(secret -> known.asMap().remove(secret.hash()));
    }

    /** Notes that a secret is used, at most once a minute. */
    void note(SecretHash hash) {
        Instant now = clock.instant();
        if (noted.asMap().putIfAbsent(hash, now) == null) {
            store.used(hash, now);
        }
    }

    Instant now() {
        return clock.instant();
    }
}
