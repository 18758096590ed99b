package io.shirube.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.model.AccountSnapshot.Evidence;
import io.shirube.engine.model.AccountSnapshot.OpenAction;
import io.shirube.engine.model.AccountSnapshot.Pin;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.Decision.Action;
import io.shirube.engine.model.Decision.Suppressed;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.ActionType.Delivery;
import io.shirube.engine.rules.ActionType.MailClass;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Phase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each policy is shown by two accounts that differ in one thing. */
class PoliciesTest {

    @Test
    void offersOnlyToTheTouchesAndStagesOfTheCatalogue() throws InputException {
        Book book = new Book("CALL").action("CALL", draft -> {
            draft.touches = List.of("HIGH");
            draft.stages = List.of("RENEWAL");
        });
        book.proposing("CALL");
        book.stage = "RENEWAL";
        book.pin = new Pin("HIGH", null, null, null);
        assertThat(types(book.decide())).containsExactly("CALL");
        book.pin = new Pin("TECH", null, null, null);
        assertThat(by(book.decide())).containsExactly("ELIGIBILITY");
        book.pin = new Pin("HIGH", null, null, null);
        book.stage = "ADOPTION";
        assertThat(by(book.decide())).containsExactly("ELIGIBILITY");
        assertThat(book.decide().suppressed().get(0).held()).isFalse();
    }

    @Test
    void offersNothingWithoutEffortForTheTouch() throws InputException {
        Book book = new Book("CALL").action("CALL", draft -> draft.effort = List.of(1.0, 1.0, Double.NaN));
        book.proposing("CALL");
        assertThat(types(book.decide())).containsExactly("CALL");
        book.pin = new Pin("TECH", null, null, null);
        assertThat(by(book.decide())).containsExactly("ELIGIBILITY");
    }

    @Test
    void saysWhyAnActionIsNotForATouch() throws InputException {
        Text why = new Text("TECHでは電話をしません。", "Nobody calls tech accounts.");
        Book book = new Book("CALL")
                .action(
                        "CALL",
                        draft -> draft.delivery =
                                new Delivery(List.of("MGR", "", ""), "SALES", MailClass.SERVICE, Map.of("TECH", why)));
        book.proposing("CALL");
        book.pin = new Pin("TECH", null, null, null);
        Suppressed barred = book.decide().suppressed().get(0);
        assertThat(barred.by()).isEqualTo("ELIGIBILITY");
        assertThat(barred.text()).isEqualTo(why);
        book.pin = new Pin("HIGH", null, null, null);
        assertThat(book.decide().actions())
                .singleElement()
                .returns("MGR", Decision.Action::coOwnerRole)
                .returns("SALES", Decision.Action::deliveredBy);
        book.pin = new Pin("LOW", null, null, null);
        assertThat(book.decide().actions())
                .extracting(Decision.Action::coOwnerRole)
                .containsExactly("");
    }

    @Test
    void holdsWhatARuleHolds() throws InputException {
        Book book = new Book("CALL").proposing("CALL");
        book.rule(
                Phase.ACTIONS, "closed", book.atLeast("signed", 1), book.hold("CALL", Consequence.Policy.SUITABILITY));
        assertThat(types(book.signal("signed", false, Book.TODAY.minusDays(1)).decide()))
                .containsExactly("CALL");
        Suppressed held = book.signal("signed", true).decide().suppressed().get(0);
        assertThat(held.by()).isEqualTo("SUITABILITY");
        assertThat(held.held()).isTrue();
    }

    @Test
    void holdsAnActionWhileAnExcludingOneIsProposedOrOpen() throws InputException {
        Book book = new Book("UPSELL", "OUTAGE").action("UPSELL", draft -> draft.excludedBy = List.of("OUTAGE"));
        book.proposing("UPSELL").proposing("OUTAGE", 0, book.atLeast("seats", 1));
        assertThat(types(book.decide())).containsExactly("UPSELL");
        Decision held = book.signal("seats", 1.0).decide();
        assertThat(types(held)).containsExactly("OUTAGE");
        assertThat(by(held)).containsExactly("EXCLUDED_BY:OUTAGE");
        assertThat(held.suppressed().get(0).key()).isEqualTo("A-1:UPSELL:main");
        book.signals.clear();
        assertThat(by(book.open("A-1:OUTAGE:main", "OPEN", null).decide())).containsExactly("EXCLUDED_BY:OUTAGE");
    }

    @Test
    void letsWhatIsItselfBarredBarNothing() throws InputException {
        Book book = new Book("A", "B", "C")
                .action("A", draft -> draft.excludedBy = List.of("B"))
                .action("B", draft -> draft.excludedBy = List.of("C"));
        book.proposing("A", "B", "C");
        assertThat(types(book.decide())).containsExactly("A", "C");
    }

    @Test
    void letsTheFirstOfTheCatalogueWinACircle() throws InputException {
        Book book = new Book("A", "B")
                .action("A", draft -> draft.excludedBy = List.of("B"))
                .action("B", draft -> draft.excludedBy = List.of("A"));
        assertThat(types(book.proposing("B", "A").decide())).containsExactly("A");
    }

    @Test
    void listsWeakerActionsInsideTheStrongest() throws InputException {
        Book book = new Book("LEAVE", "RISK", "DROP")
                .action("LEAVE", draft -> draft.absorbs = List.of("RISK"))
                .action("RISK", draft -> draft.absorbs = List.of("DROP"));
        book.proposing("DROP", "RISK").proposing("LEAVE", 0, book.atLeast("seats", 1));
        Decision two = book.decide();
        assertThat(types(two)).containsExactly("RISK");
        assertThat(two.actions().get(0).absorbed()).containsExactly("DROP");
        Decision three =
                book.signal("seats", 1.0).open("A-1:DROP:main", "OPEN", null).decide();
        assertThat(types(three)).containsExactly("LEAVE");
        assertThat(three.actions().get(0).absorbed()).containsExactly("RISK", "DROP");
        assertThat(three.withdrawn()).extracting(Decision.Withdrawn::key).containsExactly("A-1:DROP:main");
    }

    @ParameterizedTest(name = "snoozed until {0} days from today: {1}")
    @CsvSource({"1, true", "0, false"})
    void waitsWhileSnoozed(int days, boolean snoozed) throws InputException {
        Book book = new Book("CALL").proposing("CALL");
        Decision decision =
                book.open("A-1:CALL:main", "SNOOZED", Book.TODAY.plusDays(days)).decide();
        assertThat(by(decision)).isEqualTo(snoozed ? List.of("SNOOZED") : List.of());
        assertThat(decision.withdrawn()).isEmpty();
    }

    @ParameterizedTest(name = "done {0} days ago: {1}")
    @CsvSource({"29, true", "30, false"})
    void coolsDownAfterDone(int days, boolean cooling) throws InputException {
        Book book = new Book("CALL").action("CALL", draft -> draft.cooldownDays = 30);
        book.proposing("CALL").outcome("CALL", "DONE", Book.TODAY.minusDays(days));
        assertThat(by(book.decide())).isEqualTo(cooling ? List.of("COOLDOWN") : List.of());
    }

    @ParameterizedTest(name = "dismissed {0} and {1} days ago: {2}")
    @CsvSource({"10, 70, true", "10, 71, false", "89, 89, true", "90, 90, false"})
    void pausesWhatIsDismissedAgainAndAgain(int last, int first, boolean paused) throws InputException {
        Book book = new Book("CALL").proposing("CALL");
        book.outcome("CALL", "DISMISSED", Book.TODAY.minusDays(last))
                .outcome("CALL", "DISMISSED", Book.TODAY.minusDays(first));
        assertThat(by(book.decide())).isEqualTo(paused ? List.of("SUPPRESSION") : List.of());
    }

    @Test
    void pausesAGroupTogetherButAMandatoryActionOnlyByItself() throws InputException {
        Book book = new Book("CALL", "MAIL")
                .action("CALL", draft -> draft.group = "VOICE")
                .action("MAIL", draft -> draft.group = "VOICE");
        book.proposing("CALL");
        book.outcome("MAIL", "DISMISSED", Book.TODAY).outcome("CALL", "DISMISSED", Book.TODAY);
        assertThat(by(book.decide())).containsExactly("SUPPRESSION");
        book.action("CALL", draft -> {
            draft.group = "VOICE";
            draft.actionClass = ActionType.ActionClass.M;
        });
        assertThat(types(book.decide())).containsExactly("CALL");
        assertThat(by(book.outcome("CALL", "DISMISSED", Book.TODAY).decide())).containsExactly("SUPPRESSION");
    }

    @Test
    void holdsOutAStableShareOfAccounts() throws InputException {
        Book book = new Book("CALL").policies(policies -> BookPolicies.holdOut(policies, 10));
        book.proposing("CALL");
        int heldOut = 0;
        for (int i = 0; i < 1000; i++) {
            book.id = "A-" + i;
            List<String> first = by(book.decide());
            assertThat(by(book.decide())).isEqualTo(first);
            heldOut += first.equals(List.of("HOLD_OUT")) ? 1 : 0;
        }
        assertThat(heldOut).isBetween(70, 130);
    }

    @Test
    void limitsOpenBundlesButNotMandatoryOrInternalWork() throws InputException {
        Book book = new Book("A", "B", "C", "D", "E");
        for (String name : List.of("A", "B", "C", "D", "E")) {
            book.action(name, draft -> {
                draft.owner = name;
                draft.weight = 50 - name.charAt(0) % 10;
                draft.actionClass = name.equals("D") ? ActionType.ActionClass.M : ActionType.ActionClass.S;
                draft.customerFacing = !name.equals("E");
            });
        }
        Decision decision = book.proposing("A", "B", "C", "D", "E").decide();
        assertThat(decision.segment().touch()).isEqualTo("LOW");
        assertThat(decision.actions())
                .extracting(Action::type)
                .contains("D", "E")
                .hasSize(3);
        assertThat(by(decision)).containsExactly("LIMIT", "LIMIT");
    }

    @Test
    void countsActionsOfOneOwnerAndWeekAsOneBundle() throws InputException {
        Decision decision = new Book("A", "B", "C").proposing("A", "B", "C").decide();
        assertThat(types(decision)).containsExactly("A", "B", "C");
        assertThat(decision.actions()).extracting(Action::bundle).containsOnly("A-1/CSM/2026-W47");
        assertThat(decision.actions()).extracting(Action::dueOn).containsOnly(LocalDate.of(2026, 11, 26));
    }

    @Test
    void bundlesWhatOpensInOneWeekWhateverItsDueDate() throws InputException {
        Book book = new Book("A", "B", "C")
                .action(
                        "B",
                        draft -> draft.due = new ActionType.Due(ActionType.DueKind.WORKING_DAYS, List.of(20, 20, 20)));
        book.open.add(new OpenAction("A-1:C:main", "C", Book.TODAY.minusDays(7), "OPEN", null));
        Decision decision = book.proposing("A", "B", "C").decide();
        assertThat(decision.actions())
                .extracting(Action::bundle)
                .containsExactly("A-1/CSM/2026-W47", "A-1/CSM/2026-W47", "A-1/CSM/2026-W46");
    }

    @Test
    void ranksByPriorityMandatoryOrNotThenByTheCatalogue() throws InputException {
        Book book = new Book("A", "B", "C", "D").action("D", draft -> draft.actionClass = ActionType.ActionClass.M);
        book.proposing("B", "A", "D").proposing("C", 40, Book.always());
        Decision decision = book.decide();
        assertThat(types(decision)).containsExactly("C", "A", "B", "D");
        Action c = decision.actions().get(0);
        assertThat(c.factors().context()).isEqualTo(1.4);
        assertThat(c.factors().propensity()).isEqualTo(0.5);
        assertThat(c.factors().value()).isEqualTo(0.2);
        assertThat(c.priority()).isEqualTo(0.5 * 1.4 * 0.2);
    }

    @Test
    void movesPropensityWithEvidence() throws InputException {
        Book book = new Book("A").proposing("A");
        book.evidence.put("A", new Evidence(40, 12));
        assertThat(book.decide().actions().get(0).factors().propensity()).isEqualTo(22.0 / 60);
    }

    @Test
    void refreshesWhatIsOpenAndWithdrawsWhatHasNoReason() throws InputException {
        Book book = new Book("A", "B");
        book.proposing("A", 0, book.atLeast("seats", 5)).open("A-1:A:main", "OPEN", null);
        Decision stands = book.signal("seats", 5.0, Book.TODAY.minusDays(1)).decide();
        assertThat(stands.actions()).extracting(Action::change).containsExactly("REFRESHED");
        assertThat(stands.withdrawn()).isEmpty();
        Decision gone = book.signal("seats", 4.0).decide();
        assertThat(gone.withdrawn()).extracting(Decision.Withdrawn::key).containsExactly("A-1:A:main");
        assertThat(gone.withdrawn().get(0).because().en()).contains("seats is now 4");
        assertThat(gone.withdrawn().get(0).because().ja()).contains("seatsは現在4");
    }

    @Test
    void saysWhyThereIsNothingToDo() throws InputException {
        Book quiet = new Book("A");
        assertThat(Objects.requireNonNull(quiet.decide().noAction()).cause()).isEqualTo("DATA_MISSING");
        Book paused = new Book("A").proposing("A").open("A-1:A:main", "SNOOZED", null);
        assertThat(Objects.requireNonNull(paused.decide().noAction()).cause()).isEqualTo("ALL_SUPPRESSED");
        Book heldOut = new Book("A").proposing("A").policies(policies -> BookPolicies.holdOut(policies, 100));
        assertThat(Objects.requireNonNull(heldOut.decide().noAction()).cause()).isEqualTo("HOLD_OUT");
    }

    private static List<String> types(Decision decision) {
        return decision.actions().stream().map(Action::type).toList();
    }

    private static List<String> by(Decision decision) {
        return decision.suppressed().stream().map(Suppressed::by).toList();
    }
}
