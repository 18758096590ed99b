package io.shirube.service.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.service.book.Book;
import io.shirube.service.book.BookUnavailableException;
import io.shirube.service.book.Reading;
import io.shirube.service.book.StoredAccount;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class JdbiBookTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static JdbiBook book;

    @BeforeAll
    static void open() {
        book = book(TestDatabase.migrated());
    }

    private static JdbiBook book(DataSource database) {
        return new JdbiBook(Transactions.on(database));
    }

    @Test
    void givesBackWhatItWasGiven() {
        book.put("同じ", document("a"), List.of(reading("nps", DAY, 1), reading("nps", DAY.minusDays(1), 2)), null);

        StoredAccount found = book.find("同じ").orElseThrow();

        assertThat(found.document()).isEqualTo(document("a"));
        assertThat(found.readings())
                .extracting(Reading::at, reading -> reading.value().asInt())
                .containsExactly(tuple(DAY.minusDays(1), 2), tuple(DAY, 1));
    }

    @Test
    void ofManyWhoExpectOneVersionOneWins() {
        long first = book.put("contended", document("first"), List.of(), null)
                .orElseThrow()
                .version();

        long won = IntStream.range(0, 60)
                .parallel()
                .mapToObj(n -> book.put("contended", document("n" + n), List.of(), first))
                .filter(Optional::isPresent)
                .count();

        assertThat(won).isEqualTo(1);
        assertThat(book.find("contended").orElseThrow().version()).isGreaterThan(first);
    }

    @Test
    void losesNoReadingThatArrivesTogetherWithOthers() {
        book.put("busy", document("a"), List.of(), null);

        IntStream.range(0, 200).parallel().forEach(n -> book.add("busy", List.of(reading("nps", DAY.minusDays(n), n))));

        assertThat(book.find("busy").orElseThrow().readings()).hasSize(200);
    }

    @Test
    void aWriteIsThereAlthoughItsConnectionWasLeftInsideATransaction() throws SQLException {
        PGSimpleDataSource database = TestDatabase.migrated();
        try (Pool pool = new Pool(database, 1)) {
            try (Connection left = pool.getConnection();
                    Statement statement = left.createStatement()) {
                left.setAutoCommit(false);
                statement.execute("INSERT INTO account (id, document) VALUES ('left open', '{}')");
            }
            JdbiBook pooled = book(pool);

            pooled.put("A", document("a"), List.of(), null);
            pooled.add("A", List.of(reading("nps", DAY, 1)));
            pooled.put("B", document("b"), List.of(), null);
            pooled.erase("B");

            JdbiBook others = book(database);
            assertThat(others.find("A").orElseThrow().readings()).hasSize(1);
            assertThat(others.find("B")).isEmpty();
            assertThat(others.find("left open")).isEmpty();
        }
    }

    @Test
    void everyAcknowledgedWriteOfManyOnFewConnectionsIsThere() throws SQLException {
        PGSimpleDataSource database = TestDatabase.migrated();
        try (Pool pool = new Pool(database, 2)) {
            JdbiBook pooled = book(pool);

            IntStream.range(0, 1000).parallel().forEach(n -> {
                pooled.put("A" + n, document("a"), List.of(reading("nps", DAY, n)), null);
                assertThat(pooled.put("A" + n, document("b"), List.of(), 0L)).isEmpty();
                assertThat(pooled.find("A" + n)).isPresent();
            });
        }
        assertThat(count(database, "account")).isEqualTo(1000);
        assertThat(count(database, "signal")).isEqualTo(1000);
    }

    @Test
    void anAccountAndItsReadingsAreOfOneMoment() {
        try (Pool pool = new Pool(TestDatabase.migrated(), 4)) {
            JdbiBook pooled = book(pool);
            pooled.put("moment", document("n0"), List.of(reading("nps", DAY, 0)), null);

            IntStream.range(1, 1000).parallel().forEach(n -> {
                if (n % 2 == 0) {
                    pooled.put("moment", document("n" + n), List.of(reading("nps", DAY, n)), null);
                } else {
                    StoredAccount found = pooled.find("moment").orElseThrow();
                    assertThat(found.document())
                            .isEqualTo(document("n" + found.readings().get(0).value()));
                }
            });
        }
    }

    private static int count(PGSimpleDataSource database, String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM " + table)) {
            result.next();
            return result.getInt(1);
        }
    }

    /** Connections that all share, as in the service. */
    private static final class Pool extends org.apache.tomcat.jdbc.pool.DataSource implements AutoCloseable {
        Pool(PGSimpleDataSource database, int size) {
            setDataSource(database);
            setInitialSize(size);
            setMinIdle(size);
            setMaxIdle(size);
            setMaxActive(size);
        }

        @Override
        public void close() {
            close(true);
        }
    }

    @Test
    void knowsWhatIsNotThere() {
        assertThat(book.find("nobody")).isEmpty();
        assertThat(book.add("nobody", List.of(reading("nps", DAY, 1)))).isEmpty();
        assertThat(book.put("nobody", document("a"), List.of(), 1L)).isEmpty();
        assertThat(book.put("nobody", document("a"), List.of(), Book.ANY)).isEmpty();
        assertThat(book.erase("nobody")).isFalse();
        assertThat(book.find("nobody")).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayIsToldAsSuch() {
        PGSimpleDataSource away = new PGSimpleDataSource();
        away.setServerNames(new String[] {"127.0.0.1"});
        away.setPortNumbers(new int[] {1});

        assertThatThrownBy(() -> book(away).find("A")).isInstanceOf(BookUnavailableException.class);
    }

    private static ObjectNode document(String name) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putObject("account").put("name", name);
        return document;
    }

    private static Reading reading(String signal, LocalDate at, int value) {
        return new Reading(signal, at, JsonNodeFactory.instance.numberNode(value));
    }
}
