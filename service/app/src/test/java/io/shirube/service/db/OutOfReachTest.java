package io.shirube.service.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.shirube.service.book.BookUnavailableException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.LoggerFactory;

/** What the log says when the database cannot do what it is asked. */
class OutOfReachTest {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(Transactions.class);

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    /** Statements that take long, or wait. */
    interface Slow {
        @SqlQuery("SELECT pg_sleep(60)::text")
        String sleep();

        @SqlQuery("SELECT pg_advisory_xact_lock(:key)::text")
        String lock(long key);
    }

    @BeforeEach
    void listen() {
        lines.start();
        LOG.addAppender(lines);
        LOG.setAdditive(false);
    }

    @AfterEach
    void listenNoMore() {
        LOG.detachAppender(lines);
        LOG.setAdditive(true);
    }

    @Test
    void aStatementThatTakesTooLongIsNoLostConnection() {
        Transactions transactions = TestDatabase.transactions(database("-c statement_timeout=100ms"));

        assertThatThrownBy(() -> transactions.read(
                        statements -> statements.of(Slow.class).sleep()))
                .isInstanceOf(BookUnavailableException.class);

        assertThat(said())
                .containsExactly("A statement was stopped: it took longer than 30 s, and may do so again, or somebody"
                        + " cancelled it. (SQLSTATE 57014)");
    }

    @Test
    void aStatementThatWaitsTooLongForOthersIsNoLostConnection() {
        PGSimpleDataSource database = database("-c lock_timeout=100ms");
        Transactions others = TestDatabase.transactions(database);
        Transactions own = TestDatabase.transactions(database);

        others.write(first -> {
            first.of(Slow.class).lock(1);
            return assertThatThrownBy(
                            () -> own.write(second -> second.of(Slow.class).lock(1)))
                    .isInstanceOf(BookUnavailableException.class);
        });

        assertThat(said())
                .containsExactly("A statement waited longer than 10 s for rows that others write, and was given up."
                        + " (SQLSTATE 55P03)");
    }

    @Test
    void whoeverLosesADeadlockIsToldThatOthersWereFirst() throws Exception {
        Transactions transactions = TestDatabase.transactions(database("-c deadlock_timeout=100ms"));
        CyclicBarrier bothHaveOne = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Throwable>> ends = Stream.of(1, 2)
                    .map(one -> two.submit(() -> catchThrowable(() -> transactions.write(statements -> {
                        statements.of(Slow.class).lock(one);
                        await(bothHaveOne);
                        return statements.of(Slow.class).lock(3 - one);
                    }))))
                    .toList();
            assertThat(Stream.of(ends.get(0).get(), ends.get(1).get()))
                    .hasAtLeastOneElementOfType(BookUnavailableException.class);
        } finally {
            two.shutdownNow();
        }

        assertThat(said())
                .isNotEmpty()
                .containsOnly("Others were first, so the database undid what was begun. (SQLSTATE 40P01)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            08006 | The database cannot be reached. (SQLSTATE 08006)
            57P01 | The database cannot be reached. (SQLSTATE 57P01)
            53300 | The database has no memory, disk or connections left. (SQLSTATE 53300)
            40001 | Others were first, so the database undid what was begun. (SQLSTATE 40001)
                  | No connection to the database came free: all are in use, or it cannot be reached.
            """)
    void everyOtherReasonHasItsSentence(String state, String sentence) {
        assertThat(OutOfReach.why(new ConnectionException(new SQLException("out", state))))
                .hasValue(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "22003"})
    void aMistakeOfTheProgramIsNoReasonToAskAgain(String state) {
        assertThat(OutOfReach.why(new ConnectionException(new SQLException("wrong", state))))
                .isEmpty();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static PGSimpleDataSource database(String options) {
        PGSimpleDataSource database = TestDatabase.empty();
        database.setOptions(options);
        return database;
    }

    private List<String> said() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
