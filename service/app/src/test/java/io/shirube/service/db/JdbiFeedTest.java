package io.shirube.service.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.service.standing.ChangeFeed.Read;
import io.shirube.service.standing.Cursor;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** In which order changes are read, and what becomes of a place in the feed. */
class JdbiFeedTest {

    private PGSimpleDataSource database = new PGSimpleDataSource();
    private Transactions transactions = Transactions.on(database);
    private JdbiFeed feed = new JdbiFeed(transactions);

    @BeforeEach
    void aFeed() {
        database = TestDatabase.migrated();
        transactions = Transactions.on(database);
        feed = new JdbiFeed(transactions);
    }

    @Test
    void whatIsCommittedLaterComesLaterThoughItBeganEarlier() throws Exception {
        try (Connection slow = database.getConnection()) {
            slow.setAutoCommit(false);
            execute(slow, change("slow"));
            commit(change("fast"));
            Read first = read(null);

            slow.commit();
            Read second = read(first.next());

            assertThat(accounts(first)).containsExactly("fast");
            assertThat(accounts(second)).containsExactly("slow");
        }
    }

    @Test
    void whatIsErasedWhileItGetsItsPlaceLeavesTheFeedWhole() throws Exception {
        commit(change("a"), change("erased"), change("b"));
        try (Connection erasing = database.getConnection()) {
            erasing.setAutoCommit(false);
            execute(erasing, "DELETE FROM change WHERE account_id = 'erased'");
            CompletableFuture<Read> reading = CompletableFuture.supplyAsync(() -> read(null));
            Awaitility.await().until(this::somebodyWaitsForALock);

            erasing.commit();

            assertThat(accounts(reading.get())).containsExactly("a", "b");
        }
        Cursor end = feed.end();
        commit(change("c"));
        assertThat(accounts(read(end))).containsExactly("c");
    }

    @Test
    void whoReadsOfAQuietAccountMissesNothingWhenOthersChangesAreDeleted() throws Exception {
        commit(change("quiet"), change("loud"), change("loud"));
        Cursor next = feed.after(null, "quiet", 10).orElseThrow().next();
        commit("DELETE FROM change WHERE account_id = 'loud'", "UPDATE feed SET gone = 3");

        assertThat(feed.after(next, "quiet", 10)).isPresent();
    }

    private boolean somebodyWaitsForALock() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet waiting = statement.executeQuery("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE"
                        + " datname = current_database() AND wait_event_type = 'Lock')")) {
            waiting.next();
            return waiting.getBoolean(1);
        }
    }

    @Test
    void whatOneTransactionChangedKeepsItsOrder() throws Exception {
        commit(change("a"), change("b"), change("a"));

        assertThat(accounts(read(null))).containsExactly("a", "b", "a");
        assertThat(feed.after(null, "a", 10).orElseThrow().changes()).hasSize(2);
    }

    @Test
    void manyReadersAtOnceGiveEveryChangeOnePlace() throws Exception {
        commit(IntStream.range(0, 500).mapToObj(n -> change("a" + n)).toArray(String[]::new));

        List<CompletableFuture<List<String>>> readers = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> accounts(read(null, 1_000))))
                .toList();

        List<String> all = IntStream.range(0, 500).mapToObj(n -> "a" + n).toList();
        for (CompletableFuture<List<String>> reader : readers) {
            assertThat(reader.get()).isEqualTo(all);
        }
        assertThat(feed.end().number()).isEqualTo(500);
    }

    @Test
    void anEmptyPageLeadsOn() throws Exception {
        Cursor nothingYet = read(null).next();

        commit(change("a"));

        assertThat(accounts(read(nothingYet))).containsExactly("a");
    }

    @Test
    void theEndIsBehindAllThatWasCommitted() throws Exception {
        commit(change("before"));
        Cursor end = feed.end();
        commit(change("after"));

        assertThat(accounts(read(end))).containsExactly("after");
    }

    @Test
    void aPlaceThatNobodyWasGivenLeadsNowhere() throws Exception {
        commit(change("a"));
        Cursor end = feed.end();

        assertThat(feed.after(new Cursor("other", 1), null, 10)).isEmpty();
        assertThat(feed.after(new Cursor(end.epoch(), 2), null, 10)).isEmpty();
    }

    @Test
    void aRestoreBeginsAnotherEpochAndAStartDoesNot() throws Exception {
        JdbiFeed.settle(transactions, "", "first");
        Cursor before = feed.end();
        JdbiFeed.settle(transactions, "", "started again");
        assertThat(feed.end()).isEqualTo(before);

        JdbiFeed.settle(transactions, "restored", "second");

        assertThat(before.epoch()).isEqualTo("first");
        assertThat(feed.end().epoch()).isEqualTo("second");
        assertThat(feed.after(before, null, 10)).isEmpty();
    }

    @Test
    void aCopiedTableBeginsAnotherEpoch() throws Exception {
        JdbiFeed.settle(transactions, "", "first");

        commit(
                "CREATE TABLE copy (LIKE change INCLUDING ALL)",
                "DROP TABLE change",
                "ALTER TABLE copy RENAME TO change");
        JdbiFeed.settle(transactions, "", "second");

        assertThat(feed.end().epoch()).isEqualTo("second");
    }

    private Read read(@Nullable Cursor after) {
        return read(after, 10);
    }

    private Read read(@Nullable Cursor after, int most) {
        return feed.after(after, null, most).orElseThrow();
    }

    private static List<String> accounts(Read read) {
        List<String> accounts = new ArrayList<>();
        read.changes().forEach(change -> accounts.add(change.accountId()));
        return accounts;
    }

    private static String change(String account) {
        return "INSERT INTO change (account_id, kind, data) VALUES ('" + account + "', 'ACCOUNT_KEPT', '{}')";
    }

    private void commit(String... statements) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (String statement : statements) {
                execute(connection, statement);
            }
            connection.commit();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
