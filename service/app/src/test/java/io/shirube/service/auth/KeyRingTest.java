package io.shirube.service.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");
    private static final SecretHash HASH = new SecretHash("00");
    private static final ApiKey KEY = key(null);

    private final AtomicLong nanos = new AtomicLong();
    private final FakeKeyStore store = new FakeKeyStore(KEY);
    private final KeyRing ring = new KeyRing(store, Clock.fixed(NOW, ZoneOffset.UTC), nanos::get);

    private static ApiKey key(@Nullable Instant revokedAt) {
        return new ApiKey(
                1, "a", Role.CRM, NOW, null, revokedAt, List.of(new KeySecret(HASH, "shk_000000", NOW, null, null)));
    }

    @Test
    void remembersAKeyForThirtySecondsAndNoLonger() {
        assertThat(ring.remembered(HASH)).isEmpty();
        assertThat(ring.lookUp(HASH)).contains(KEY);
        store.replace(key(NOW));

        pass(Duration.ofSeconds(29));
        assertThat(ring.remembered(HASH)).contains(KEY);
        pass(Duration.ofSeconds(1));
        assertThat(ring.remembered(HASH)).isEmpty();
        assertThat(ring.lookUp(HASH)).contains(key(NOW));
        assertThat(store.asked).hasSize(2);
    }

    @Test
    void aKeyInConstantUseIsStillAskedForAnew() {
        ring.lookUp(HASH);
        for (int second = 0; second < 29; second++) {
            pass(Duration.ofSeconds(1));
            assertThat(ring.remembered(HASH)).isPresent();
        }
        pass(Duration.ofSeconds(1));

        assertThat(ring.remembered(HASH)).isEmpty();
    }

    @Test
    void forgetsAtOnceAKeyThatThisNodeRevokes() {
        Keys keys = new Keys(store, ring::forget, Duration.ZERO, Clock.fixed(NOW, ZoneOffset.UTC));
        ring.lookUp(HASH);

        keys.revoke(1);

        assertThat(ring.remembered(HASH)).isEmpty();
    }

    @Test
    void doesNotRememberASecretThatNobodyKnowsBecauseItMayBeANewKeysNext() {
        SecretHash other = new SecretHash("01");

        assertThat(ring.lookUp(other)).isEmpty();
        assertThat(ring.lookUp(other)).isEmpty();

        assertThat(store.asked).containsExactly(other, other);
    }

    @Test
    void notesAtMostOnceAMinuteThatASecretIsUsed() {
        ring.note(HASH);
        pass(Duration.ofSeconds(59));
        ring.note(HASH);
        assertThat(store.used).containsExactly(NOW);

        pass(Duration.ofSeconds(1));
        ring.note(HASH);
        assertThat(store.used).hasSize(2);
    }

    @Test
    void countsHowOftenAKeyWasRemembered() {
        PrometheusRegistry metrics = new PrometheusRegistry();
        ring.register(metrics);
        ring.remembered(HASH);
        ring.lookUp(HASH);
        ring.remembered(HASH);
        ring.remembered(HASH);

        CounterSnapshot lookups =
                (CounterSnapshot) metrics.scrape("shirube_key_lookups"::equals).get(0);

        assertThat(lookups.getDataPoints())
                .extracting(point -> point.getLabels().get("result") + " " + point.getValue())
                .containsExactlyInAnyOrder("hit 2.0", "miss 1.0");
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
