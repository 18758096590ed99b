package io.shirube.service.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.MoreExecutors;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.shirube.service.db.JdbiOutbox;
import io.shirube.service.db.JdbiWebhooks;
import io.shirube.service.db.TestDatabase;
import io.shirube.service.db.Transactions;
import io.shirube.service.language.Language;
import io.shirube.service.standing.ChangeKind;
import io.shirube.service.testing.HandClock;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** A node on an empty feed, a clock that is moved by hand, and a courier that answers as it is told. For one thread. */
final class PostOffice {

    private static final Dispatch.Pace PACE = new Dispatch.Pace(4, Duration.ofSeconds(1), Duration.ofSeconds(20));

    /** One for all, because making one takes longer than any test. */
    private static final PGSimpleDataSource DATABASE = TestDatabase.migrated();

    final PGSimpleDataSource database = emptied();
    final Transactions transactions = TestDatabase.transactions(database);
    final HandClock clock = new HandClock(Instant.parse("2026-11-20T03:00:00Z"), ZoneOffset.UTC);
    final FakeCourier courier = new FakeCourier();
    final JdbiOutbox outbox = new JdbiOutbox(transactions);
    final Webhooks webhooks =
            new Webhooks(new JdbiWebhooks(transactions), courier, Duration.ofHours(24), clock, () -> {});
    final Dispatch dispatch = node(outbox);

    private static PGSimpleDataSource emptied() {
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE account, change, webhook, delivery, delivery_turn RESTART IDENTITY CASCADE");
            statement.execute("UPDATE feed SET last = 0, gone = 0");
            return DATABASE;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the outbox of a server that joins in no other way than the one named. */
    JdbiOutbox outboxOfOnePlan(String join) {
        PGSimpleDataSource planned = new PGSimpleDataSource();
        planned.setURL(database.getURL());
        planned.setUser(database.getUser());
        planned.setPassword(database.getPassword());
        planned.setOptions(Stream.of("hashjoin", "mergejoin", "nestloop", "material", "memoize")
                .filter(other -> !other.equals(join))
                .map(other -> "-c enable_" + other + "=off")
                .collect(Collectors.joining(" ")));
        return new JdbiOutbox(TestDatabase.transactions(planned));
    }

    /** Returns another node, which sends in the thread of whoever lets it work. */
    Dispatch node(Outbox from) {
        return new Dispatch(
                from,
                courier,
                PACE,
                clock,
                MoreExecutors.newDirectExecutorService(),
                new DeliveryCounts(new PrometheusRegistry()));
    }

    Webhook add(Language language, ChangeKind... kinds) {
        return webhooks.create(
                        new Webhook.Settings(URI.create("https://crm.example.com"), null, Set.of(kinds), language))
                .orElseThrow()
                .webhook()
                .webhook();
    }

    /** Lets the node do all that is to be done now. */
    void run() {
        dispatch.pass(true);
        while (dispatch.pass(false)) {
            assertThat(courier.sent).hasSizeLessThan(1_000);
        }
    }

    /** Returns the states of what a receiver was and is to be told of, the latest first. */
    List<DeliveryState> states(Webhook webhook) {
        return webhooks.deliveries(webhook.id(), null, Long.MAX_VALUE, 1_000).stream()
                .map(Delivery::state)
                .toList();
    }

    /** Returns when something is due for a single receiver that may be told then. */
    private Optional<Instant> next() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT greatest(min(next_at), max(rests_until)) FROM delivery_turn, webhook")) {
            rows.next();
            return Optional.ofNullable(rows.getTimestamp(1)).map(Timestamp::toInstant);
        }
    }

    /** Moves the clock on to when something is due. */
    void advanceToNext() throws SQLException {
        next().ifPresent(next -> clock.advance(Duration.between(clock.instant(), next)));
    }

    void changes(String... accounts) throws SQLException {
        for (String account : accounts) {
            change(account, "SIGNALS_ADDED", "{}");
        }
    }

    void change(String account, String kind, String data) throws SQLException {
        execute("INSERT INTO change (account_id, kind, data) VALUES ('%s', '%s', '%s')".formatted(account, kind, data));
    }

    long count(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
