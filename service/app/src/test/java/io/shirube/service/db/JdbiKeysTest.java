package io.shirube.service.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.service.auth.ApiKey;
import io.shirube.service.auth.KeySecret;
import io.shirube.service.auth.Keys;
import io.shirube.service.auth.Role;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What administrators do with keys, in PostgreSQL. */
class JdbiKeysTest {

    private static final Duration DAY = Duration.ofHours(24);

    private final List<ApiKey> changed = new ArrayList<>();
    private final SetClock clock = new SetClock();
    private PGSimpleDataSource database;
    private JdbiKeys store;
    private Keys keys;

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
        store = new JdbiKeys(Transactions.on(database));
        keys = new Keys(store, changed::add, DAY, clock);
    }

    @Test
    void keepsAKeyAndOnlyTheHashOfItsSecret() throws SQLException {
        Instant end = Instant.parse("2027-03-31T14:59:59.123456Z");
        Keys.Shown shown = keys.create("営業のCRM", Role.CRM, end);

        ApiKey kept = keys.list().get(0);

        assertThat(kept).isEqualTo(shown.key());
        assertThat(kept.name()).isEqualTo("営業のCRM");
        assertThat(kept.role()).isEqualTo(Role.CRM);
        assertThat(kept.createdAt()).isEqualTo(clock.instant());
        assertThat(kept.expiresAt()).isEqualTo(end);
        assertThat(kept.revokedAt()).isNull();
        assertThat(kept.lastUsedAt()).isEmpty();
        assertThat(store.bySecret(shown.secret().hash())).contains(kept);
        assertThat(everythingKept())
                .contains(shown.secret().hash().hex())
                .doesNotContain(shown.secret().reveal());
    }

    @Test
    void aKeyCountsUntilItExpires() {
        ApiKey key = keys.create("a", Role.CRM, clock.instant().plusSeconds(10)).key();

        clock.pass(Duration.ofSeconds(10).minusNanos(1));
        assertThat(keys.state(key)).isEqualTo(ApiKey.State.ACTIVE);
        assertThat(keys.any()).isTrue();
        clock.pass(Duration.ofNanos(1));
        assertThat(keys.state(key)).isEqualTo(ApiKey.State.EXPIRED);
        assertThat(keys.any()).isFalse();
    }

    @Test
    void anOldSecretCountsForTheOverlapAndARotationDoesNotProlongIt() {
        Keys.Shown first = keys.create("a", Role.CRM, null);
        Keys.Shown second = keys.rotate(first.key().id(), null).orElseThrow();
        clock.pass(Duration.ofHours(23));
        Keys.Shown third = keys.rotate(first.key().id(), null).orElseThrow();

        assertThat(third.key().secrets())
                .extracting(secret -> secret.expired(clock.instant()))
                .containsExactly(false, false, false);
        clock.pass(Duration.ofHours(1));
        assertThat(third.key().secrets())
                .extracting(KeySecret::hash)
                .containsExactly(
                        first.secret().hash(),
                        second.secret().hash(),
                        third.secret().hash());
        assertThat(third.key().secrets())
                .extracting(secret -> secret.expired(clock.instant()))
                .containsExactly(true, false, false);
        clock.pass(Duration.ofHours(23));
        assertThat(third.key().secrets())
                .extracting(secret -> secret.expired(clock.instant()))
                .containsExactly(true, true, false);
        assertThat(changed).hasSize(2);
    }

    @Test
    void aRotationAtOnceEndsTheOldSecretAtThatMoment() {
        Keys.Shown first = keys.create("a", Role.CRM, null);

        ApiKey key = keys.rotate(first.key().id(), Duration.ZERO).orElseThrow().key();

        assertThat(key.secrets().get(0).expired(clock.instant())).isTrue();
        assertThat(key.secrets().get(1).expired(clock.instant())).isFalse();
    }

    @Test
    void remembersReplacedSecretsForThirtyDaysSoThatWhoUsesThemIsTold() {
        Keys.Shown first = keys.create("a", Role.CRM, null);
        long id = first.key().id();
        keys.rotate(id, Duration.ZERO);

        clock.pass(Duration.ofDays(30));
        keys.rotate(id, Duration.ZERO);
        assertThat(store.bySecret(first.secret().hash())).isPresent();
        clock.pass(Duration.ofSeconds(1));
        keys.rotate(id, Duration.ZERO);
        assertThat(store.bySecret(first.secret().hash())).isEmpty();
    }

    @Test
    void ofRotationsAllAtOnceEverySecretCounts() {
        long id = keys.create("a", Role.CRM, null).key().id();

        List<Keys.Shown> shown = IntStream.range(0, 20)
                .parallel()
                .mapToObj(n -> keys.rotate(id, null).orElseThrow())
                .toList();

        ApiKey key = store.find(id).orElseThrow();
        assertThat(key.secrets()).hasSize(21).noneMatch(secret -> secret.expired(clock.instant()));
        assertThat(key.secrets())
                .extracting(KeySecret::hash)
                .containsAll(shown.stream().map(one -> one.secret().hash()).toList());
    }

    @Test
    void aRevokedKeyStaysWithTheMomentItWasRevokedFirst() {
        Keys.Shown shown = keys.create("a", Role.CRM, null);
        Instant then = clock.instant();
        keys.revoke(shown.key().id());
        clock.pass(DAY);
        keys.revoke(shown.key().id());

        ApiKey found = store.bySecret(shown.secret().hash()).orElseThrow();

        assertThat(found.revokedAt()).isEqualTo(then);
        assertThat(keys.state(found)).isEqualTo(ApiKey.State.REVOKED);
        assertThat(keys.any()).isFalse();
        assertThat(changed).hasSize(2);
    }

    @Test
    void saysWhenThereIsNoSuchKey() {
        assertThat(keys.rotate(9, null)).isEmpty();
        assertThat(keys.revoke(9)).isEmpty();
        assertThat(store.find(9)).isEmpty();
        assertThat(changed).isEmpty();
    }

    @Test
    void notesAtMostOnceAMinuteWhenASecretWasUsedHoweverManyNodesSeeIt() {
        Keys.Shown shown = keys.create("a", Role.CRM, null);
        Instant first = clock.instant();

        store.used(shown.secret().hash(), first);
        store.used(shown.secret().hash(), first.plusSeconds(59));
        assertThat(lastUsed(shown)).isEqualTo(first);
        store.used(shown.secret().hash(), first.plusSeconds(60));
        assertThat(lastUsed(shown)).isEqualTo(first.plusSeconds(60));
    }

    @Test
    void everyDemoShowsAKeyThatWorksAndEndsThatOfTheOneBefore() {
        keys.create("demo", Role.CRM, null);
        var first = keys.demo();
        clock.pass(DAY);
        var second = keys.demo();

        ApiKey key = store.bySecret(second.hash()).orElseThrow();
        assertThat(key.name()).isEqualTo("demo");
        assertThat(key.role()).isEqualTo(Role.ADMIN);
        assertThat(store.bySecret(first.hash())).contains(key);
        assertThat(key.secrets().get(0).expired(clock.instant())).isTrue();
        assertThat(key.secrets().get(1).expired(clock.instant())).isFalse();

        keys.revoke(key.id());
        assertThat(store.bySecret(keys.demo().hash()).orElseThrow().id()).isNotEqualTo(key.id());
        assertThat(keys.list()).hasSize(3);
    }

    private Instant lastUsed(Keys.Shown shown) {
        return store.find(shown.key().id()).orElseThrow().lastUsedAt().orElseThrow();
    }

    private String everythingKept() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT string_agg(key::text || secret::text, ' ') FROM api_key AS key, api_key_secret AS secret")) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** A clock that stands until time is said to pass. */
    private static final class SetClock extends Clock {

        private Instant now = Instant.parse("2026-11-20T03:00:00.123456Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("its zone means nothing");
        }
    }
}
