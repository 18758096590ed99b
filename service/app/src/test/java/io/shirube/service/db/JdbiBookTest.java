package io.shirube.service.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.service.book.Book;
import io.shirube.service.book.Reading;
import io.shirube.service.book.StoredAccount;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
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

    private static JdbiBook book(PGSimpleDataSource database) {
        return new JdbiBook(Jdbi.create(database).installPlugin(new SqlObjectPlugin()));
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

        assertThatThrownBy(() -> book(away).find("A"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.UNAVAILABLE));
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
