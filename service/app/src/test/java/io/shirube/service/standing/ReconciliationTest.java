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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<String, Integer> free = new HashMap<>();

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
        assertThat(moves.get(0).action().offer().dueOn()).isEqualTo(DUE.plusDays(3));
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
        assertThat(moves.get(0).action().life().because()).isEqualTo(new BothLanguages("障害対応中", "outage"));
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
        assertThat(now.life().closedOn()).isEqualTo(TODAY);
        assertThat(now.life().because()).isEqualTo(new BothLanguages("利用が減った", "use fell"));
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

    @Test
    void whatIsTooMuchForItsOwnerWaitsAndSaysSoOnce() {
        offered.add(offered(false));
        free.put("CSM", 0);

        List<ActionMove> moves = moves(List.of(), List.of(action(0, OPEN, DUE, 0.5)));

        assertThat(moves).extracting(ActionMove::kind).containsExactly(ChangeKind.ACTION_HELD);
        StoredAction held = moves.get(0).action();
        assertThat(held.state()).isEqualTo(HELD);
        assertThat(held.life().heldBy()).isEqualTo("HELD_BY_VOLUME");
        assertThat(moves(List.of(held.keptAs(7)), List.of(action(0, OPEN, DUE, 0.5))))
                .isEmpty();
    }

    @Test
    void whatWaitedForOthersOpensOnceThereIsLessToDo() {
        offered.add(offered(false));
        free.put("CSM", 1);
        StoredAction held = action(7, OPEN, DUE, 0.5).held("HELD_BY_VOLUME", TEXT);

        List<ActionMove> moves = moves(List.of(held), List.of(action(0, OPEN, DUE, 0.5)));

        assertThat(moves).extracting(ActionMove::kind).containsExactly(ChangeKind.ACTION_RESUMED);
        assertThat(moves.get(0).action().life()).isEqualTo(StoredAction.Life.OPEN);
    }

    @Test
    void ofTwoThatMayNotBothOpenTheFirstOpens() {
        free.put("CSM", 1);
        Volume volume = new Volume(free);

        assertThat(volume.take(offered(false))).isTrue();
        assertThat(volume.take(offered(false))).isFalse();
    }

    @Test
    void whatIsMandatoryOpensHoweverMuchThereIsToDo() {
        offered.add(offered(true));
        free.put("CSM", 0);

        assertThat(moves(List.of(), List.of(action(0, OPEN, DUE, 0.5))))
                .extracting(ActionMove::kind)
                .containsExactly(ChangeKind.ACTION_OPENED);
    }

    @Test
    void whatIsOpenAlreadyStaysHoweverMuchThereIsToDo() {
        offered.add(offered(false));
        free.put("CSM", -3);

        assertThat(moves(List.of(action(7, OPEN, DUE, 0.5)), List.of(action(0, OPEN, DUE, 0.5))))
                .isEmpty();
    }

    private List<ActionMove> moves(List<StoredAction> living, List<StoredAction> offers) {
        return Reconciliation.of(living, decision(), offers, new Volume(free));
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
                "HIGH",
                TODAY,
                null,
                new StoredAction.Offer("CSM", due, null, priority, TEXT),
                new StoredAction.Life(
                        state,
                        state == SNOOZED ? TODAY.plusDays(5) : null,
                        null,
                        state == HELD ? "SUITABILITY" : null,
                        state == HELD ? new BothLanguages("障害対応中", "outage") : null));
    }

    private static StoredAction expiring(StoredAction action, @Nullable LocalDate on) {
        StoredAction.Offer offer = action.offer();
        return new StoredAction(
                action.id(),
                action.accountId(),
                action.key(),
                action.type(),
                action.touch(),
                action.openedOn(),
                action.owner(),
                new StoredAction.Offer(offer.ownerRole(), offer.dueOn(), on, offer.priority(), offer.text()),
                action.life());
    }

    private static Decision.Action offered(boolean mandatory) {
        return decided(KEY, "UPSELL_PROMPT", List.of(), mandatory);
    }

    private static Decision.Action stronger() {
        return decided("A-1:RENEWAL_RISK_REVIEW:use", "RENEWAL_RISK_REVIEW", List.of("UPSELL_PROMPT"), false);
    }

    private static Decision.Action decided(String key, String type, List<String> absorbed, boolean mandatory) {
        Text text = new Text("", "");
        return new Decision.Action(
                key,
                type,
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
                absorbed,
                text,
                mandatory,
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
