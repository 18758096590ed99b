package io.shirube.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shirube.engine.model.AccountSnapshot.Contract;
import io.shirube.engine.model.AccountSnapshot.NoticeRule;
import io.shirube.engine.model.AccountSnapshot.Ticket;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Field;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactsReaderTest {

    private final Book book = new Book("CALL");

    @Test
    void believesAMeasurementUpToItsLastDayAndNotADayLonger() throws InputException {
        assertThat(value(new Book().signal("use", 0.5, Book.TODAY.minusDays(7)), "use"))
                .isEqualTo(0.5);
        FactsRead stale = new Book().signal("use", 0.5, Book.TODAY.minusDays(8)).read();
        assertThat(value(stale, "use")).isNull();
        assertThat(stale.measured().staleSince("use")).contains(Book.TODAY.minusDays(8));
    }

    @Test
    void takesTheNewestMeasurementWhateverTheOrderAndTheLaterArrivalOfOneDay() throws InputException {
        book.signal("seats", 30.0, Book.TODAY.minusDays(1))
                .signal("seats", 20.0, Book.TODAY.minusDays(1))
                .signal("seats", 10.0, Book.TODAY.minusDays(5));
        assertThat(value(book, "seats")).isEqualTo(20);
    }

    @Test
    void takesAMeasurementWithoutADayAsOfToday() throws InputException {
        book.signal("seats", 30.0).signal("seats", 20.0, Book.TODAY.minusDays(1));
        assertThat(value(book, "seats")).isEqualTo(30);
    }

    @Test
    void leavesOutWhatIsMeasuredAfterTheDayOfTheDecision() throws InputException {
        FactsRead read = book.signal("seats", 30.0, Book.TODAY.plusDays(1))
                .signal("seats", 20.0, Book.TODAY)
                .read();
        assertThat(value(read, "seats")).isEqualTo(20);
        assertThat(read.notices().list()).extracting("code").containsExactly("FUTURE");
    }

    @Test
    void knowsNothingWhenNullIsTold() throws InputException {
        assertThat(value(book.signal("seats", 5.0, Book.TODAY.minusDays(1)).signal("seats", null), "seats"))
                .isNull();
    }

    @Test
    void decidesWithoutASignalTheCatalogueDoesNotHaveAndNamesTheNearest() throws InputException {
        book.attributes.put("strategc", true);
        FactsRead read = book.signal("seat", 5.0).read();
        assertThat(read.notices().list()).extracting("code").containsExactly("UNKNOWN_SIGNAL", "UNKNOWN_SIGNAL");
        assertThat(read.notices().list())
                .extracting(remark -> remark.values().get("nearest"))
                .containsExactly("strategic", "seats");
    }

    @Test
    void namesEveryProblemAtOnce() {
        book.signal("use", 1.5).signal("seats", "many").signal("mood", "GOD").signal("signed", 1.0);
        book.contract = contract("USD", new NoticeRule("MONTH_BEFORE_END", 3, null, null, null));
        List<InputProblem> problems = problems();
        assertThat(problems)
                .extracting(InputProblem::code)
                .containsExactly(
                        "WRONG_CURRENCY", "UNKNOWN_VALUE", "OUT_OF_RANGE", "WRONG_TYPE", "UNKNOWN_VALUE", "WRONG_TYPE");
        assertThat(problems.get(1).detail().en()).contains("Did you mean MONTHS_BEFORE_END?");
        assertThat(problems.get(2).field()).isEqualTo("signals.use");
        assertThat(problems.get(2).detail().ja()).contains("0〜1", "1.5");
        assertThat(problems.get(4).detail().en()).contains("Did you mean GOOD?");
    }

    @Test
    void refusesAnImpossibleStageTicketOrDay() {
        book.stage = "RENEWEL";
        book.tickets = List.of(ticket("T1", 9.0, LocalDate.of(1, 1, 1), null));
        assertThat(problems())
                .extracting(InputProblem::field)
                .containsExactly("account.stage", "tickets[0].severity", "tickets[0].openedAt");
    }

    @Test
    void leavesOutTicketsOfTheFutureAndReopensThoseClosedInTheFuture() throws InputException {
        book.tickets = List.of(
                ticket("T1", 1.0, Book.TODAY.plusDays(1), null),
                ticket("T2", 1.0, Book.TODAY.minusDays(3), Book.TODAY.plusDays(1)),
                ticket("T3", 1.0, Book.TODAY.minusDays(3), Book.TODAY));
        FactsRead read = book.read();
        List<Slots> tickets = read.facts().items(FactType.TICKET);
        Field open = book.field(FactType.TICKET, "open");
        assertThat(tickets).extracting(slots -> slots.number(open.slot())).containsExactly(1.0, 0.0);
        assertThat(tickets.get(0)
                        .number(book.field(FactType.TICKET, "openedDaysAgo").slot()))
                .isEqualTo(3);
        assertThat(read.notices().list()).extracting("code").containsExactly("FUTURE");
    }

    @Test
    void readsWhatDoesNotApplyAsAbsent() throws InputException {
        book.signal("use", "対象外")
                .signal("signed", "N/A")
                .signal("planned", "n/a")
                .signal("seats", null);
        Slots slots = book.read().facts().account();
        assertThat(List.of("use", "signed", "planned", "seats"))
                .extracting(
                        name -> slots.state(book.field(FactType.SIGNALS, name).slot()))
                .containsExactly(Slots.ABSENT, Slots.ABSENT, Slots.ABSENT, Slots.UNKNOWN);
        assertThat(slots.state(book.field(FactType.SIGNALS, "plannedDaysAgo").slot()))
                .isEqualTo(Slots.ABSENT);
    }

    @Test
    void tellsAnUntoldCollectionFromAnEmptyOne() throws InputException {
        assertThat(book.read().facts().told(FactType.TICKET)).isFalse();
        book.tickets = List.of();
        assertThat(book.read().facts().told(FactType.TICKET)).isTrue();
    }

    @Test
    void derivesWhatIsNotGivenAndKeepsWhatIs() throws InputException {
        book.signal("active", 30.0).signal("seats", 20.0);
        assertThat(value(book, "rate")).isEqualTo(1);
        assertThat(book.read().notices().list()).extracting("code").containsExactly("CAPPED");
        assertThat(value(book.signal("rate", 0.4), "rate")).isEqualTo(0.4);
    }

    @Test
    void looksBackToTheNewestMeasurementOldEnough() throws InputException {
        book.signal("seats", 10.0, Book.TODAY.minusDays(60))
                .signal("seats", 12.0, Book.TODAY.minusDays(30))
                .signal("seats", 20.0, Book.TODAY.minusDays(29));
        assertThat(value(book, "before")).isEqualTo(12);
    }

    @Test
    void tellsAnEventThatHasNotHappenedFromOneNobodyToldOf() throws InputException {
        int slot = book.field(FactType.SIGNALS, "planned").slot();
        assertThat(book.read().facts().account().state(slot)).isEqualTo(Slots.UNKNOWN);
        book.signal("planned", null);
        assertThat(book.read().facts().account().state(slot)).isEqualTo(Slots.ABSENT);
        book.signal("planned", "2026-12-01");
        FactsRead read = book.read();
        assertThat(value(read, "plannedDaysAhead")).isEqualTo(11);
    }

    @Test
    void leavesOutOpenActionsOfATypeThatLeftTheCatalogue() throws InputException {
        FactsRead read = book.open("A-1:GONE:main", "OPEN", null).read();
        assertThat(read.facts().items(FactType.ACTION)).isEmpty();
        assertThat(read.notices().list()).extracting("code").containsExactly("UNKNOWN_ACTION_TYPE");
    }

    private List<InputProblem> problems() {
        InputException thrown = catchThrowableOfType(InputException.class, book::read);
        return Objects.requireNonNull(thrown).problems();
    }

    private static @Nullable Double value(Book from, String signal) throws InputException {
        return value(from.read(), signal);
    }

    private static @Nullable Double value(FactsRead read, String signal) {
        int slot = new Book().field(FactType.SIGNALS, signal).slot();
        Slots slots = read.facts().account();
        return slots.isKnown(slot) ? slots.number(slot) : null;
    }

    private static Ticket ticket(String id, double severity, LocalDate opened, @Nullable LocalDate closed) {
        return new Ticket(id, severity, opened, closed, null, null, null, null, null);
    }

    private static Contract contract(String currency, NoticeRule rule) {
        return new Contract(null, null, rule, null, null, null, null, null, null, currency, null, null);
    }
}
