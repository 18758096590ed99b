package io.shirube.service.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.jackson.Jackson;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.shirube.service.callout.JerseyCourier;
import io.shirube.service.config.WebhooksConfiguration;
import io.shirube.service.db.JdbiOutbox;
import io.shirube.service.db.JdbiWebhooks;
import io.shirube.service.db.TestDatabase;
import io.shirube.service.db.Transactions;
import io.shirube.service.language.Language;
import io.shirube.service.testing.HandClock;
import io.shirube.service.testing.Receiver;
import io.shirube.service.testing.Receiver.Reply;
import io.shirube.service.testing.Receiver.Seen;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A node tells a receiver over real sockets that fails in every way. The clock is moved on whenever nothing is to be done. {@code
 * -Dshirube.webhooks.changes=10000} tells so many changes; it prints what it saw.
 */
class FailingReceiverIT {

    private static final int CHANGES = Integer.getInteger("shirube.webhooks.changes", 200);
    private static final int ACCOUNTS = Math.max(1, CHANGES / 10);

    /** Of a hundred answers, how many are of each bad kind; the rest is good. */
    private static final int EACH = 6;

    private static final String SETTINGS = """
            {"allowHttp":true,"allowedNetworks":["127.0.0.0/8"],"requestTimeout":"300ms","connectTimeout":"300ms"}""";

    private final DataSource database = pooled(TestDatabase.migrated());
    private final Transactions transactions = TestDatabase.transactions(database);
    private final HandClock clock = new HandClock(Instant.now().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    private final JdbiOutbox outbox = new JdbiOutbox(transactions);
    private final JerseyCourier courier = new JerseyCourier(configuration());
    private final Dispatch dispatch = new Dispatch(
            outbox,
            courier,
            new Dispatch.Pace(16, Duration.ofMillis(50), Duration.ofMillis(300)),
            clock,
            Executors.newCachedThreadPool(),
            new DeliveryCounts(new PrometheusRegistry()));
    private final Webhooks webhooks =
            new Webhooks(new JdbiWebhooks(transactions), courier, Duration.ZERO, clock, dispatch::wake);
    private final Set<Long> taken = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final Random random = new Random(20_261_120);

    private static WebhooksConfiguration configuration() {
        try {
            return Jackson.newObjectMapper().readValue(SETTINGS, WebhooksConfiguration.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataSource pooled(PGSimpleDataSource database) {
        PoolProperties pool = new PoolProperties();
        pool.setDataSource(database);
        return new DataSource(pool);
    }

    @BeforeEach
    void start() {
        dispatch.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        dispatch.stop();
        courier.close();
        database.close(true);
    }

    @Test
    void losesNothingAndKeepsTheOrderOfEveryAccountWhateverTheReceiverAnswers() throws Exception {
        Function<Seen, Reply> nowAndThenBadly = this::answer;
        try (Receiver receiver = new Receiver(nowAndThenBadly)) {
            Webhooks.Shown webhook = add(receiver);
            long began = System.nanoTime();
            change();
            drain();
            report(receiver, Duration.ofNanos(System.nanoTime() - began));

            assertThat(taken).hasSize(CHANGES);
            assertThat(taken)
                    .containsAll(LongStream.rangeClosed(1, CHANGES).boxed().toList());
            assertEachHasOneId(receiver.seen());
            assertInOrder(receiver.seen());
            assertSigned(receiver.seen(), webhook.secret().text());
            assertThat(answers.keySet()).contains("taken", "silence", "500", "429", "reset", "slow");
        }
    }

    @Test
    void whatWaitedForAStoppedReceiverIsToldByItselfOnceItIsBack() throws Exception {
        Receiver before = new Receiver(seen -> Receiver.status(200));
        add(before);
        before.close();
        change();
        await("SELECT (SELECT failures >= 5 FROM webhook) AND (SELECT count(*) FROM delivery) = " + CHANGES);

        try (Receiver back = new Receiver(before.port(), seen -> take(seen, Receiver.status(200)))) {
            drain();

            assertThat(taken).hasSize(CHANGES);
            assertEachHasOneId(back.seen());
            assertInOrder(back.seen());
        }
    }

    private synchronized Reply answer(Seen seen) {
        int which = random.nextInt(100) / EACH;
        return switch (which) {
            case 0 -> count("silence", Receiver.silence());
            case 1 -> count("500", Receiver.status(500));
            case 2 -> count("429", Receiver.status(429, "Retry-After: 3"));
            case 3 -> count("reset", Receiver.reset());
            case 4 -> count("slow", Receiver.drip("HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n"));
            default -> count("taken", take(seen, Receiver.status(200)));
        };
    }

    private Reply count(String name, Reply reply) {
        answers.merge(name, 1, Integer::sum);
        return reply;
    }

    private Reply take(Seen seen, Reply reply) {
        taken.add(Told.number(seen.body()));
        return reply;
    }

    private Webhooks.Shown add(Receiver receiver) {
        return webhooks.create(new Webhook.Settings(receiver.url(), null, Set.of(), Language.EN))
                .orElseThrow();
    }

    private void change() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO change (account_id, kind, data) SELECT 'A' || n % " + ACCOUNTS
                    + ", 'SIGNALS_ADDED', '{\"version\":1}' FROM generate_series(1, " + CHANGES + ") AS n");
        }
        dispatch.wake();
        await("SELECT count(*) = " + CHANGES + " FROM delivery");
    }

    /** Moves the clock on whenever nothing can be done, until nothing waits. */
    private void drain() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(20))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    if (ask("SELECT NOT EXISTS (SELECT FROM delivery_turn WHERE lease IS NOT NULL)")) {
                        moveOn();
                    }
                    return ask("SELECT NOT EXISTS (SELECT FROM delivery WHERE state <> 'DELIVERED')");
                });
    }

    private void moveOn() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT greatest((SELECT min(next_at) FROM delivery_turn), max(rests_until)) FROM webhook")) {
            row.next();
            Timestamp next = row.getTimestamp(1);
            if (next != null && next.toInstant().isAfter(clock.instant())) {
                clock.advance(Duration.between(clock.instant(), next.toInstant()));
                dispatch.wake();
            }
        }
    }

    private void await(String question) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> ask(question));
    }

    private boolean ask(String question) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** What comes twice has the same id, and no two changes have the same. */
    private static void assertEachHasOneId(List<Seen> seen) {
        Map<Long, Set<String>> ids = new HashMap<>();
        seen.forEach(one -> ids.computeIfAbsent(Told.number(one.body()), number -> new HashSet<>())
                .add(one.header("webhook-id")));
        assertThat(ids.values()).allMatch(some -> some.size() == 1);
        assertThat(ids.values().stream().flatMap(Set::stream).collect(Collectors.toSet()))
                .hasSize(CHANGES);
    }

    private static void assertInOrder(List<Seen> seen) {
        Map<String, Long> last = new HashMap<>();
        for (Seen one : seen) {
            long number = Told.number(one.body());
            Long before = last.put(Told.account(one.body()), number);
            assertThat(before == null || before <= number)
                    .as("%s after %s", number, before)
                    .isTrue();
        }
    }

    private static void assertSigned(List<Seen> seen, String secret) throws Exception {
        com.standardwebhooks.Webhook library = new com.standardwebhooks.Webhook(secret);
        for (Seen one : seen) {
            String signature =
                    library.sign(one.header("webhook-id"), Long.parseLong(one.header("webhook-timestamp")), one.body());
            assertThat(one.header("webhook-signature")).isEqualTo(signature);
        }
    }

    private void report(Receiver receiver, Duration took) {
        System.out.printf(
                "webhooks: %d changes of %d accounts in %d requests, %d s: %s; %d taken, by the clock until %s%n",
                CHANGES, ACCOUNTS, receiver.seen().size(), took.toSeconds(), answers, taken.size(), clock.instant());
    }
}
