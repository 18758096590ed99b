package io.shirube.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shirube.engine.model.AccountSnapshot.Contact;
import io.shirube.engine.model.AccountSnapshot.Pending;
import io.shirube.engine.model.AccountSnapshot.Pin;
import io.shirube.engine.model.AccountSnapshot.Previous;
import io.shirube.engine.model.AccountSnapshot.Uplift;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.Decision.Action;
import io.shirube.engine.model.Decision.Suppressed;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.rules.ActionType.Delivery;
import io.shirube.engine.rules.ActionType.MailClass;
import io.shirube.engine.rules.Policies.MailLimit;
import io.shirube.engine.rules.Policies.Restraint;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Profiles, mails per person and help for a limited time; how touches wait stands in the shipped cases. */
class RestraintTest {

    private static final Contact FIRST = new Contact("C-1", null, null, null, null);
    private static final LocalDate YESTERDAY = Book.TODAY.minusDays(1);

    @Test
    void usesOnlyTheActionTypesOfTheProfile() throws InputException {
        Book book = new Book("CALL", "UPSELL").proposing("CALL", "UPSELL");
        assertThat(types(book.decide())).containsExactlyInAnyOrder("CALL", "UPSELL");
        book.policies(from -> BookPolicies.restrained(from, new Restraint(Set.of("CALL"), 0, 0, List.of(), 60, 20)));
        assertThat(types(book.decide())).containsExactly("CALL");
        assertThat(book.decide().suppressed()).isEmpty();
    }

    @Test
    void sendsOnePersonOnePromotionalMailAWeek() throws InputException {
        Book book = campaign(new MailLimit(7, 1));
        book.touched("C-1", "EMAIL", Book.TODAY.minusDays(7));
        assertThat(types(book.decide())).containsExactly("NEWS");
        book.touched("C-1", "EMAIL", Book.TODAY.minusDays(6));
        Suppressed held = book.decide().suppressed().get(0);
        assertThat(held.by()).isEqualTo("LIMIT");
        assertThat(held.held()).isTrue();
        assertThat(held.text().ja()).isEqualTo("いま案内メールを送れる方がいないため、見合わせ中です(1人あたり7日に1通まで、配信停止を除く)。");
        assertThat(held.text().en())
                .isEqualTo("Held because nobody there can get promotional mail now (1 in 7 days for one person, and no"
                        + " opt-out).");
    }

    @Test
    void holdsOnlyWhenNobodyAtTheAccountCanGetTheMail() throws InputException {
        Book book = campaign(new MailLimit(7, 1));
        book.touched("C-1", "EMAIL", YESTERDAY);
        book.contacts = List.of(FIRST, new Contact("C-2", null, null, null, null, false));
        assertThat(types(book.decide())).containsExactly("NEWS");
        book.contacts = List.of(FIRST, new Contact("C-2", null, null, null, null, true));
        assertThat(by(book.decide())).containsExactly("LIMIT");
        book.contacts = List.of(FIRST, new Contact("C-2", null, YESTERDAY, null, null, false));
        assertThat(by(book.decide())).containsExactly("LIMIT");
    }

    @Test
    void countsMailsOfEveryLimitAndNoCalls() throws InputException {
        Book book = campaign(new MailLimit(7, 1), new MailLimit(30, 2));
        book.touched("C-1", "CALL", YESTERDAY);
        book.touched("C-1", "EMAIL", Book.TODAY.minusDays(10));
        assertThat(types(book.decide())).containsExactly("NEWS");
        book.touched("C-1", "EMAIL", Book.TODAY.minusDays(20));
        assertThat(by(book.decide())).containsExactly("LIMIT");
    }

    @Test
    void exemptsServiceMailsCallsAndWhatIsInHand() throws InputException {
        Book book = campaign(new MailLimit(7, 1));
        book.touched("C-1", "EMAIL", YESTERDAY);
        assertThat(by(book.decide())).containsExactly("LIMIT");
        book.pin = new Pin("HIGH", null, null, null);
        assertThat(types(book.decide())).containsExactly("NEWS");
        book.pin = new Pin("LOW", null, null, null);
        book.open("A-1:NEWS:main", "OPEN", null);
        assertThat(types(book.decide())).containsExactly("NEWS");
        book.open.clear();
        book.action("NEWS", draft -> draft.delivery = Delivery.BY_OWNER);
        assertThat(types(book.decide())).containsExactly("NEWS");
    }

    /** NEWS is a promotional mail for low touch and a call for high touch; one contact is known. */
    private static Book campaign(MailLimit... limits) {
        Book book = new Book("NEWS")
                .action("NEWS", draft -> draft.delivery = promotion())
                .proposing("NEWS");
        book.pin = new Pin("LOW", null, null, null);
        book.contacts = List.of(FIRST);
        return book.policies(
                from -> BookPolicies.restrained(from, new Restraint(Set.of(), 0, 0, List.of(limits), 60, 20)));
    }

    private static Delivery promotion() {
        return new Delivery(List.of("", "", ""), "", MailClass.PROMOTION, Map.of());
    }

    @Test
    void treatsAnUpliftedAccountOneTouchHigherForActionsOnly() throws InputException {
        Book book = new Book("CALL")
                .action("CALL", draft -> draft.touches = List.of("LOW"))
                .proposing("CALL");
        book.pin = new Pin("TECH", null, null, null);
        assertThat(by(book.decide())).containsExactly("ELIGIBILITY");
        book.uplift = uplift(Book.TODAY, 20.0);
        Decision helped = book.decide();
        assertThat(types(helped)).containsExactly("CALL");
        assertThat(helped.segment().touch()).isEqualTo("TECH");
        assertThat(helped.notices()).extracting("code").containsOnlyOnce("UPLIFTED");
        book.uplift = uplift(YESTERDAY, 20.0);
        assertThat(by(book.decide())).containsExactly("ELIGIBILITY");
    }

    @Test
    void raisesNothingAboveHigh() throws InputException {
        Book book = new Book("CALL")
                .action("CALL", draft -> draft.touches = List.of("HIGH"))
                .proposing("CALL");
        book.pin = new Pin("HIGH", null, null, null);
        book.uplift = uplift(Book.TODAY, null);
        assertThat(types(book.decide())).containsExactly("CALL");
        assertThat(book.decide().notices()).extracting("code").doesNotContain("UPLIFTED");
    }

    @Test
    void refusesHelpThatIsTooLongOrTakesTooMuch() {
        Book book = new Book("CALL");
        book.uplift = uplift(Book.TODAY.plusDays(61), 20.5);
        assertThat(problems(book)).containsExactly("uplift.until", "uplift.hours");
        book.uplift = uplift(Book.TODAY.plusDays(60), 20.0);
        assertThat(problems(book)).isEmpty();
    }

    @Test
    void refusesAPreviousDecisionThatCannotBe() {
        Book book = new Book("CALL");
        book.previous = new Previous("HI", YESTERDAY, "RENEWL", new Pending("LO", YESTERDAY));
        assertThat(problems(book)).containsExactly("previous.touch", "previous.stage", "previous.pending.touch");
    }

    private static Uplift uplift(LocalDate until, @Nullable Double hours) {
        return new Uplift("佐藤", "役員交代", hours, until, "山田");
    }

    private static List<String> problems(Book book) {
        InputException refused = catchThrowableOfType(InputException.class, book::decide);
        return refused == null
                ? List.of()
                : refused.problems().stream().map(InputProblem::field).toList();
    }

    private static List<String> types(Decision decision) {
        return decision.actions().stream().map(Action::type).toList();
    }

    private static List<String> by(Decision decision) {
        return decision.suppressed().stream().map(Suppressed::by).toList();
    }
}
