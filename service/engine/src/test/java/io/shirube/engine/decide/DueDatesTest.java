package io.shirube.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.model.AccountSnapshot.Contract;
import io.shirube.engine.model.AccountSnapshot.NoticeRule;
import io.shirube.engine.model.AccountSnapshot.OpenAction;
import io.shirube.engine.model.AccountSnapshot.Pin;
import io.shirube.engine.model.Decision.Action;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.InputException;
import io.shirube.engine.rules.ActionType.Due;
import io.shirube.engine.rules.ActionType.DueKind;
import io.shirube.engine.rules.ActionType.Expiry;
import io.shirube.engine.rules.ActionType.ExpiryKind;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Phase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDatesTest {

    @ParameterizedTest(name = "for {0} it is due on {1}")
    @CsvSource({"HIGH, 2026-11-20", "LOW, 2026-11-24", "TECH, 2026-12-21"})
    void countsWorkingDaysByTouch(String touch, LocalDate due) throws InputException {
        Book book = book(DueKind.WORKING_DAYS, 0, 1, 20);
        book.pin = new Pin(touch, null, null, null);
        assertThat(action(book).dueOn()).isEqualTo(due);
    }

    @ParameterizedTest(name = "the step before a decision on {0} is due on {1}")
    @CsvSource({
        "2027-03-20, 2026-12-18",
        "2026-12-20, 2026-12-18",
        "2026-11-20, 2026-11-20",
        "2026-11-21, 2026-11-20",
        "2026-11-10, 2026-11-20"
    })
    void movesAStepToThePreviousWorkingDayButNeverIntoThePast(LocalDate decision, LocalDate due) throws InputException {
        Book book = book(DueKind.STEP, 0, 0, 0);
        book.pin = new Pin("HIGH", null, null, null);
        book.contract = contract(LocalDate.of(2026, 6, 1), LocalDate.of(2027, 5, 31), decision);
        assertThat(action(book).dueOn()).isEqualTo(due);
    }

    @ParameterizedTest(name = "two weeks after a start on {0} is {1}")
    @CsvSource({"2026-11-08, 2026-11-24", "2026-11-13, 2026-11-27", "2026-10-01, 2026-11-20"})
    void countsFromTheStartAndMovesOurTaskToTheNextWorkingDay(LocalDate start, LocalDate due) throws InputException {
        Book book = book(DueKind.AFTER_START, 14, 14, 14);
        book.contract = contract(start, LocalDate.of(2027, 10, 31), LocalDate.of(2027, 9, 30));
        assertThat(action(book).dueOn()).isEqualTo(due);
    }

    @ParameterizedTest(name = "five working days before a start on {0} is {1}")
    @CsvSource({
        "2026-12-01, 2026-11-24",
        "2026-11-26, 2026-11-20",
        "2026-12-02, 2026-11-25",
        "2026-12-14, 2026-12-07",
        "2026-10-01, 2026-11-20"
    })
    void countsWorkingDaysBackFromTheStart(LocalDate start, LocalDate due) throws InputException {
        Book book = book(DueKind.BEFORE_START, 5, 5, 5);
        book.contract = contract(start, LocalDate.of(2027, 10, 31), LocalDate.of(2027, 9, 30));
        assertThat(action(book).dueOn()).isEqualTo(due);
    }

    @ParameterizedTest(name = "60 days before a decision on {0} is {1}")
    @CsvSource({"2027-03-18, 2027-01-15", "2027-03-22, 2027-01-21", "2027-01-18, 2026-11-20"})
    void countsDaysBackFromTheDecisionToAWorkingDay(LocalDate decision, LocalDate due) throws InputException {
        Book book = book(DueKind.BEFORE_DECISION, 60, 60, 60);
        book.contract = contract(LocalDate.of(2026, 6, 1), LocalDate.of(2027, 5, 31), decision);
        assertThat(action(book).dueOn()).isEqualTo(due);
    }

    @Test
    void isDueAndExpiresOnTheDayThatASignalNamesAndElseWithinThirtyDays() throws InputException {
        Book book = new Book("CALL");
        Due event = new Due(DueKind.EVENT, List.of(30, 30, 30), book.field(FactType.SIGNALS, "planned"));
        book.action("CALL", draft -> {
                    draft.due = event;
                    draft.expiry = new Expiry(ExpiryKind.DUE, 0);
                })
                .proposing("CALL");
        book.signal("planned", "2026-12-03");
        assertThat(action(book).dueOn()).isEqualTo("2026-12-03");
        assertThat(action(book).expiresOn()).isEqualTo("2026-12-03");
        book.signal("planned", "2026-11-19");
        assertThat(action(book).dueOn()).isEqualTo("2026-12-18");
    }

    @Test
    void keepsTheDueDateOfWhatIsOpenUntilItExpires() throws InputException {
        Book book = book(DueKind.WORKING_DAYS, 3, 3, 3);
        book.open.add(new OpenAction("A-1:CALL:main", "CALL", LocalDate.of(2026, 11, 10), "ACCEPTED", null));
        assertThat(action(book).dueOn()).isEqualTo("2026-11-13");
        assertThat(action(book).expiresOn()).isEqualTo("2027-01-09");
        book.open.set(0, new OpenAction("A-1:CALL:main", "CALL", LocalDate.of(2026, 9, 1), "OPEN", null));
        assertThat(action(book).dueOn()).isEqualTo("2026-11-26");
        book.open.set(0, new OpenAction("A-1:CALL:main", "CALL", LocalDate.of(2026, 11, 10), "HELD", null));
        assertThat(action(book).dueOn()).isEqualTo("2026-11-26");
        assertThat(action(book).change()).isEqualTo("REFRESHED");
    }

    @Test
    void takesTheFewestWorkingDaysThatARuleStatesBeforeTheCatalogue() throws InputException {
        Book book =
                new Book("CALL").action("CALL", draft -> draft.due = new Due(DueKind.WORKING_DAYS, List.of(9, 9, 9)));
        book.rule(Phase.ACTIONS, "within five", Book.always(), due(book, 5));
        book.rule(Phase.ACTIONS, "within three", Book.always(), due(book, 3));
        assertThat(action(book).dueOn()).isEqualTo("2026-11-26");
    }

    private static Consequence due(Book book, int days) {
        Consequence.Propose plain = (Consequence.Propose) book.propose("CALL", "main", 0);
        return new Consequence.Propose(plain.action(), plain.key(), 0, null, days, plain.origin());
    }

    @Test
    void saysOnceThatNoHolidaysAreKnownSoFarAhead() throws InputException {
        Book book = book(DueKind.WORKING_DAYS, 0, 400, 0).proposing("CALL");
        assertThat(book.decide().notices()).extracting("code").containsOnlyOnce("HOLIDAYS_UNKNOWN");
    }

    private static Book book(DueKind kind, int high, int low, int tech) {
        return new Book("CALL")
                .action("CALL", draft -> draft.due = new Due(kind, List.of(high, low, tech)))
                .proposing("CALL");
    }

    private static Action action(Book book) throws InputException {
        return book.decide().actions().get(0);
    }

    private static Contract contract(LocalDate start, LocalDate end, LocalDate notice) {
        NoticeRule rule = new NoticeRule("FIXED", null, null, null, notice);
        return new Contract(start, end, rule, null, null, true, null, null, null, null, null, null);
    }
}
