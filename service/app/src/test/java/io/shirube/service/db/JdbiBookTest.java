package io.shirube.service.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.service.book.Book;
import io.shirube.service.book.BookFullException;
import io.shirube.service.book.BookUnavailableException;
import io.shirube.service.book.Reading;
import io.shirube.service.book.StoredAccount;
import io.shirube.service.book.Told;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class JdbiBookTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);
    private static final int DAYS = 730;

    private static JdbiBook book;

    @BeforeAll
    static void open() {
        book = book(TestDatabase.migrated());
    }

    private static JdbiBook book(DataSource database) {
        return new JdbiBook(
                Transactions.on(database), Clock.fixed(Instant.parse("2026-11-20T03:00:00Z"), ZoneOffset.UTC), DAYS);
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

        IntStream.range(0, 200)
                .parallel()
                .forEach(n -> book.add("busy", List.of(reading("nps", DAY.minusDays(n), n)), null));

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
            pooled.add("A", List.of(reading("nps", DAY, 1)), null);
            pooled.put("B", document("b"), List.of(), null);
            pooled.erase("B", null);

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
    void forgetsWhatIsOldButNeverTheLatestOfASignal() {
        LocalDate oldest = DAY.minusDays(DAYS);
        book.put("old", document("a"), List.of(reading("nps", oldest, 1), reading("seats", LONG_AGO, 5)), null);
        book.add("old", List.of(reading("nps", oldest.minusDays(1), 0), reading("logins", LONG_AGO, 7)), null);
        assertThat(places("old"))
                .containsExactly(tuple("logins", LONG_AGO), tuple("nps", oldest), tuple("seats", LONG_AGO));

        book.add("old", List.of(reading("nps", DAY, 2), reading("logins", LONG_AGO.plusDays(1), 8)), null);

        assertThat(places("old"))
                .containsExactly(
                        tuple("logins", LONG_AGO.plusDays(1)),
                        tuple("nps", oldest),
                        tuple("nps", DAY),
                        tuple("seats", LONG_AGO));
    }

    @Test
    void aReadingOfADayToComeDoesNotTakeThePlaceOfTheLatestThatIsKnown() {
        book.put("future", document("a"), List.of(reading("nps", LONG_AGO, 1)), null);

        book.add("future", List.of(reading("nps", DAY.plusDays(1), 2)), null);

        assertThat(places("future")).containsExactly(tuple("nps", LONG_AGO), tuple("nps", DAY.plusDays(1)));
    }

    private static List<Tuple> places(String id) {
        return book.find(id).orElseThrow().readings().stream()
                .map(reading -> tuple(reading.signal(), reading.at()))
                .toList();
    }

    @Test
    void anAccountThatWouldKeepTooManyReadingsKeepsWhatItHadAndOthersGoOn() throws SQLException {
        PGSimpleDataSource database = TestDatabase.migrated();
        JdbiBook full = book(database);
        full.put("full", document("a"), List.of(), null);
        execute(
                database,
                "INSERT INTO signal SELECT 'full', 's' || n % 200, DATE '2026-11-20' - n / 200, '1'"
                        + " FROM generate_series(0, 99998) n");
        execute(database, "UPDATE account SET readings = 99999 WHERE id = 'full'");
        assertThat(full.add("full", List.of(reading("seats", DAY, 1)), null)).isPresent();
        long version = full.find("full").orElseThrow().version();

        assertThatThrownBy(() -> full.add("full", List.of(reading("seats", DAY.minusDays(1), 1)), null))
                .isInstanceOf(BookFullException.class);
        List<Book.Outcome> outcomes = full.write(List.of(
                told("full", null, reading("seats", DAY.minusDays(1), 1)),
                told("other", document("b"), reading("seats", DAY, 1)),
                told("full", null, reading("seats", DAY, 2)),
                told("nobody", null, reading("seats", DAY, 2))));

        assertThat(outcomes.get(0)).isEqualTo(Book.Refused.FULL);
        assertThat(outcomes.get(1)).isInstanceOf(Book.Put.class);
        assertThat(outcomes.get(2)).isInstanceOf(Book.Put.class);
        assertThat(outcomes.get(3)).isEqualTo(Book.Refused.NOT_THERE);
        assertThat(full.find("full").orElseThrow().version()).isGreaterThan(version);
        assertThat(full.find("other")).isPresent();
        assertThat(count(database, "signal")).isEqualTo(100_001);
    }

    @Test
    void whatWasCountedTooManyIsCountedAnew() throws SQLException {
        PGSimpleDataSource database = TestDatabase.migrated();
        JdbiBook counting = book(database);
        counting.put("a", document("a"), List.of(reading("seats", DAY, 1)), null);
        execute(database, "UPDATE account SET readings = 100000, reading_bytes = 33554432");

        assertThat(counting.add("a", List.of(reading("seats", DAY.minusDays(1), 1)), null))
                .isPresent();

        assertThat(all(database, "SELECT readings || '/' || reading_bytes FROM account"))
                .containsExactly("2/2");
    }

    @Test
    void howManyReadingsThereAreIsKnownWhateverIsToldTwice() throws SQLException {
        PGSimpleDataSource database = TestDatabase.migrated();
        JdbiBook counting = book(database);

        counting.write(List.of(
                told("a", document("a"), reading("seats", DAY, 10)),
                told("a", document("b"), reading("seats", DAY, 200), reading("nps", DAY, 5))));
        counting.add("a", List.of(reading("seats", DAY, 3)), null);

        assertThat(all(database, "SELECT readings || '/' || reading_bytes FROM account"))
                .containsExactly("2/2");
        assertThat(counting.find("a").orElseThrow().document()).isEqualTo(document("b"));
        assertThat(counting.find("a").orElseThrow().readings())
                .extracting(reading -> reading.value().asInt())
                .containsExactly(5, 3);
    }

    @Test
    void ofSeveralThingsToldOfOneAccountTheFirstMakesItAndTheLastStands() throws SQLException {
        PGSimpleDataSource database = TestDatabase.migrated();
        JdbiBook several = book(database);

        List<Book.Outcome> outcomes = several.write(
                List.of(told("a", document("first")), told("b", document("b")), told("a", document("last"))));

        assertThat(outcomes).extracting(outcome -> ((Book.Put) outcome).fresh()).containsExactly(true, true, false);
        assertThat(outcomes.get(0))
                .extracting("version")
                .isEqualTo(several.find("a").orElseThrow().version());
        assertThat(several.find("a").orElseThrow().document()).isEqualTo(document("last"));
        assertThat(count(database, "change")).isEqualTo(3);
        assertThat(count(database, "audit")).isEqualTo(3);
        assertThat(all(
                        database,
                        "SELECT before #>> '{account,name}' || '>' || (after #>> '{account,name}') FROM audit"
                                + " WHERE before IS NOT NULL"))
                .containsExactly("first>last");
    }

    @Test
    void manyWhoAddTheSameNewAccountsInOppositeOrdersAllSucceed() throws SQLException {
        PGSimpleDataSource database = TestDatabase.migrated();
        JdbiBook many = book(database);
        List<Told> told = new ArrayList<>();
        IntStream.range(0, 50).forEach(n -> told.add(told("n" + n, document("a"), reading("nps", DAY, n))));
        List<Told> reversed = new ArrayList<>(told);
        Collections.reverse(reversed);

        List<List<Book.Outcome>> outcomes = IntStream.range(0, 16)
                .parallel()
                .mapToObj(n -> many.write(n % 2 == 0 ? told : reversed))
                .toList();

        assertThat(outcomes)
                .allSatisfy(some -> assertThat(some)
                        .hasSize(50)
                        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Book.Put.class)));
        assertThat(outcomes.stream().flatMap(List::stream).filter(outcome -> ((Book.Put) outcome).fresh()))
                .hasSize(50);
        assertThat(count(database, "account")).isEqualTo(50);
        assertThat(count(database, "audit")).isEqualTo(800);
        assertThat(all(database, "SELECT count(*) FROM audit WHERE before IS NULL"))
                .containsExactly("50");
    }

    private static Told told(String id, @Nullable ObjectNode document, Reading... readings) {
        return new Told(id, document, List.of(readings));
    }

    private static void execute(PGSimpleDataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> all(PGSimpleDataSource database, String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    @Test
    void knowsWhatIsNotThere() {
        assertThat(book.find("nobody")).isEmpty();
        assertThat(book.add("nobody", List.of(reading("nps", DAY, 1)), null)).isEmpty();
        assertThat(book.put("nobody", document("a"), List.of(), 1L)).isEmpty();
        assertThat(book.put("nobody", document("a"), List.of(), Book.ANY)).isEmpty();
        assertThat(book.erase("nobody", null)).isFalse();
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
