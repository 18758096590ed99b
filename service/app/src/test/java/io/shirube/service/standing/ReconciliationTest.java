package io.shirube.service.standing;

import static io.shirube.service.standing.ActionState.ACCEPTED;
import static io.shirube.service.standing.ActionState.HELD;
import static io.shirube.service.standing.ActionState.OPEN;
import static io.shirube.service.standing.ActionState.SNOOZED;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.model.Decision;
import io.shirube.engine.model.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of living actions when a decision comes. */
class ReconciliationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate DUE = LocalDate.of(2026, 11, 27);
    private static final String KEY = "A-1:UPSELL_PROMPT:seats";
    private static final BothLanguages TEXT = new BothLanguages("{}", "{}");

    private final List<Decision.Action> offered = new ArrayList<>();
    private final List<Decision.Suppressed> suppressed = new ArrayList<>();
    private final List<Decision.Withdrawn> withdrawn = new ArrayList<>();

    @Test
    void whatIsOfferedForTheFirstTimeOpens() {
        List<ActionMove> moves = moves(List.of(), List.of(action(0, OPEN, DUE, 0.5)));

        assertThat(moves).extracting(ActionMove::kind).containsExactly(ChangeKind.ACTION_OPENED);
    }

    @Test
    void whatIsOfferedAgainStaysWithoutAWord() {
        assertThat(moves(List.of(action(7, OPEN, DUE, 0.50)), List.of(action(0, OPEN, DUE, 0.51))))
                .isEmpty();
    }

    @Test
    void anotherDueDateIsTold() {
        List<ActionMove> moves =
                moves(List.of(action(7, ACCEPTED, DUE, 0.5)), List.of(action(0, OPEN, DUE.plusDays(3), 0.5)));

        assertThat(moves).extracting(ActionMove::kind).containsExactly(ChangeKind.ACTION_REFRESHED);
        assertThat(moves.get(0).action().id()).isEqualTo(7);
        assertThat(moves.get(0).action().state()).isEqualTo(ACCEPTED);
        assertThat(moves.get(0).action().dueOn()).isEqualTo(DUE.plusDays(3));
    }

    @ParameterizedTest
    @EnumSource(names = {"HELD", "SNOOZED"})
    void whatWaitedComesBackAsTheSameAction(ActionState state) {
        List<ActionMove> moves = moves(List.of(action(7, state, DUE, 0.5)), List.of(action(0, OPEN, DUE, 0.5)));

        assertThat(moves).extracting(ActionMove::kind).containsExactly(ChangeKind.ACTION_RESUMED);
        assertThat(moves.get(0).action().id()).isEqualTo(7);
        assertThat(moves.get(0).action().state()).isEqualTo(OPEN);
    }

    @Test
    void whatIsBarredForNowIsHeldAndSaysWhyOnce() {
        bar(true);
        List<ActionMove> moves = moves(List.of(action(7, OPEN, DUE, 0.5)), List.of());

        assertThat(moves).extracting(ActionMove::kind).containsExactly(ChangeKind.ACTION_HELD);
        assertThat(moves.get(0).action().because()).isEqualTo(new BothLanguages("障害対応中", "outage"));
        assertThat(moves(List.of(moves.get(0).action()), List.of())).isEmpty();
    }

    @Test
    void whoWorksOnItGoesOnAndASnoozeStays() {
        bar(true);

        assertThat(moves(List.of(action(7, ACCEPTED, DUE, 0.5)), List.of())).isEmpty();
        assertThat(moves(List.of(action(7, SNOOZED, DUE, 0.5)), List.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN", "ACCEPTED", "SNOOZED", "HELD"})
    void whoseReasonIsGoneIsWithdrawn(ActionState state) {
        withdrawn.add(new Decision.Withdrawn(KEY, new Text("利用が減った", "use fell")));
        List<ActionMove> moves = moves(List.of(action(7, state, DUE, 0.5)), List.of());

        assertThat(moves).extracting(ActionMove::kind).containsExactly(ChangeKind.ACTION_WITHDRAWN);
        StoredAction now = moves.get(0).action();
        assertThat(now.state()).isEqualTo(ActionState.WITHDRAWN);
        assertThat(now.closedOn()).isEqualTo(TODAY);
        assertThat(now.because()).isEqualTo(new BothLanguages("利用が減った", "use fell"));
    }

    @Test
    void whatAStrongerActionTakesInIsSuperseded() {
        offered.add(stronger());
        withdrawn.add(new Decision.Withdrawn(KEY, new Text("統合", "merged")));

        assertThat(moves(List.of(action(7, OPEN, DUE, 0.5)), List.of()))
                .extracting(ActionMove::kind)
                .containsExactly(ChangeKind.ACTION_SUPERSEDED);
    }

    @Test
    void whatHasExpiredEndsBeforeTheSameOpensAnew() {
        StoredAction old = expiring(action(7, OPEN, DUE, 0.5), TODAY.minusDays(1));

        assertThat(moves(List.of(old), List.of(action(0, OPEN, DUE, 0.5))))
                .extracting(ActionMove::kind)
                .containsExactly(ChangeKind.ACTION_EXPIRED, ChangeKind.ACTION_OPENED);
    }

    @Test
    void anOfferOfADateThatIsOverDoesNotOpen() {
        StoredAction over = expiring(action(0, OPEN, DUE, 0.5), TODAY.minusDays(1));

        assertThat(moves(List.of(), List.of(over))).isEmpty();
        assertThat(moves(List.of(expiring(action(7, OPEN, DUE, 0.5), TODAY.minusDays(1))), List.of(over)))
                .extracting(ActionMove::kind)
                .containsExactly(ChangeKind.ACTION_EXPIRED);
        assertThat(moves(List.of(expiring(action(7, ACCEPTED, DUE, 0.5), TODAY.minusDays(1))), List.of(over)))
                .isEmpty();
    }

    @Test
    void onItsLastDayItStillStandsAndWhatIsInHandNeverExpires() {
        assertThat(moves(
                        List.of(expiring(action(7, OPEN, DUE, 0.5), TODAY)),
                        List.of(expiring(action(0, OPEN, DUE, 0.5), TODAY))))
                .isEmpty();
        StoredAction inHand = expiring(action(7, ACCEPTED, DUE, 0.5), TODAY.minusDays(1));
        assertThat(moves(List.of(inHand), List.of(expiring(action(0, OPEN, DUE, 0.5), TODAY.plusDays(30)))))
                .extracting(ActionMove::kind)
                .containsExactly(ChangeKind.ACTION_REFRESHED);
    }

    private List<ActionMove> moves(List<StoredAction> living, List<StoredAction> offers) {
        return Reconciliation.of(living, decision(), offers);
    }

    private void bar(boolean held) {
        suppressed.add(new Decision.Suppressed(KEY, "UPSELL_PROMPT", held, "SUITABILITY", new Text("障害対応中", "outage")));
    }

    private static StoredAction action(long id, ActionState state, LocalDate due, double priority) {
        return new StoredAction(
                id,
                "A-1",
                KEY,
                "UPSELL_PROMPT",
                state,
                "HIGH",
                "CSM",
                null,
                TODAY,
                due,
                null,
                state == SNOOZED ? TODAY.plusDays(5) : null,
                null,
                priority,
                TEXT,
                state == HELD ? new BothLanguages("障害対応中", "outage") : null);
    }

    private static StoredAction expiring(StoredAction action, @Nullable LocalDate on) {
        return new StoredAction(
                action.id(),
                action.accountId(),
                action.key(),
                action.type(),
                action.state(),
                action.touch(),
                action.ownerRole(),
                action.owner(),
                action.openedOn(),
                action.dueOn(),
                on,
                action.snoozedUntil(),
                action.closedOn(),
                action.priority(),
                action.offer(),
                action.because());
    }

    private static Decision.Action stronger() {
        Text text = new Text("", "");
        return new Decision.Action(
                "A-1:RENEWAL_RISK_REVIEW:use",
                "RENEWAL_RISK_REVIEW",
                "OPENED",
                text,
                0.9,
                new Decision.Factors(1, 1, 1, 1),
                "CALL",
                "CSM",
                "",
                "",
                "",
                DUE,
                null,
                1,
                "A-1/CSM/2026-W48",
                List.of("UPSELL_PROMPT"),
                text,
                false,
                List.of());
    }

    private Decision decision() {
        return new Decision(
                "A-1",
                TODAY,
                "sha256:1",
                "1",
                new Decision.StageResult("ADOPTION", "DERIVED", List.of()),
                new Decision.Renewal(null, null, null, null, null),
                new Decision.Segment("HIGH", "INDIVIDUAL", null, false, null, List.of()),
                new Decision.Health(null, "UNKNOWN", 0, List.of(), List.of()),
                new Decision.Success("NONE", List.of()),
                offered,
                withdrawn,
                suppressed,
                null,
                List.of(),
                List.of(),
                List.of());
    }
}
