package io.shirube.service.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.service.book.BookUnavailableException;
import io.shirube.service.standing.ActionEvent;
import io.shirube.service.standing.ActionMove;
import io.shirube.service.standing.ActionState;
import io.shirube.service.standing.BothLanguages;
import io.shirube.service.standing.Change;
import io.shirube.service.standing.ChangeKind;
import io.shirube.service.standing.Known;
import io.shirube.service.standing.Ledger;
import io.shirube.service.standing.Settled;
import io.shirube.service.standing.Standing;
import io.shirube.service.standing.StoredAction;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who decides on which account, and what is kept of it. */
class JdbiLedgerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final String RULES = "sha256:1";
    private static final BothLanguages NONE = new BothLanguages("{}", "{}");

    private JdbiBook book;
    private JdbiLedger ledger;
    private JdbiFeed feed;
    private JdbiQueue queue;
    private Transactions transactions;

    @BeforeEach
    void anEmptyBook() {
        transactions = Transactions.on(TestDatabase.migrated());
        book = new JdbiBook(transactions, Clock.systemUTC(), 730);
        ledger = new JdbiLedger(transactions, Map.of("CSM", 2), Duration.ofMinutes(1));
        feed = new JdbiFeed(transactions);
        queue = new JdbiQueue(transactions, Map.of("CSM", 2));
    }

    @Test
    void whatGoesWrongWithOneAccountHarmsNoOther() {
        keep("a", "bad", "c");

        int decided = ledger.settleWaiting(20, known -> {
            if (known.account().id().equals("bad")) {
                throw new IllegalStateException("planted");
            }
            return settled(known);
        });

        assertThat(decided).isEqualTo(3);
        assertThat(ledger.waiting()).isZero();
        assertThat(ledger.current("a").orElseThrow().decided()).isTrue();
        assertThat(ledger.current("c").orElseThrow().decided()).isTrue();
        assertThat(ledger.current("bad").orElseThrow().problem()).isNotNull();
    }

    @Test
    void anErrorOfTheProgramWithOneAccountHarmsNoOther() {
        keep("a", "deep");

        int decided = ledger.settleWaiting(20, known -> {
            if (known.account().id().equals("deep")) {
                throw new StackOverflowError("planted");
            }
            return settled(known);
        });

        assertThat(decided).isEqualTo(2);
        assertThat(ledger.waiting()).isZero();
        assertThat(ledger.current("a").orElseThrow().decided()).isTrue();
        assertThat(ledger.current("deep").orElseThrow().problem()).isNotNull();
    }

    @Test
    void whatCannotBeKeptIsToldAndNotTriedAgainUntilDayOrRulesAreOthers() {
        keep("odd");

        ledger.settleWaiting(20, known -> {
            Settled settled = settled(known);
            return new Settled(RULES, TODAY, settled.standing(), new BothLanguages("no JSON", "{}"), List.of(), null);
        });

        assertThat(feed.after(null, "odd", 10).orElseThrow().changes())
                .extracting(Change::kind)
                .containsExactly(ChangeKind.ACCOUNT_KEPT, ChangeKind.DECISION_FAILED);
        assertThat(ledger.awaitDay(TODAY)).isZero();
        assertThat(ledger.awaitRules(RULES)).isZero();
        assertThat(ledger.awaitDay(TODAY.plusDays(1))).isEqualTo(1);
    }

    @Test
    void aDatabaseThatGoesAwayIsNoAccountsFault() {
        keep("a");

        assertThatThrownBy(() -> ledger.settleWaiting(20, known -> {
                    throw new BookUnavailableException(new IllegalStateException("planted"));
                }))
                .isInstanceOf(BookUnavailableException.class);

        assertThat(ledger.waiting()).isEqualTo(1);
        assertThat(ledger.current("a").orElseThrow().problem()).isNull();
    }

    @Test
    void whatChangedGoesBeforeWhatOnlyGrewOld() {
        keep("a", "b", "z");
        ledger.settleWaiting(20, JdbiLedgerTest::settled);
        assertThat(ledger.awaitRules("sha256:2")).isEqualTo(3);
        keep("z");

        List<String> order = new ArrayList<>();
        while (ledger.settleWaiting(1, known -> {
                    order.add(known.account().id());
                    return settled(known);
                })
                > 0) {
            assertThat(order).hasSizeLessThan(10);
        }

        assertThat(order).startsWith("z").containsExactlyInAnyOrder("a", "b", "z");
    }

    @Test
    void twoWhoDecideAtOnceNeverTakeTheSameAccount() {
        keep("a", "b");
        List<String> others = new ArrayList<>();

        ledger.settleWaiting(1, known -> {
            CompletableFuture.runAsync(() -> ledger.settleWaiting(20, other -> {
                        others.add(other.account().id());
                        return settled(other);
                    }))
                    .join();
            return settled(known);
        });

        assertThat(others).containsExactly("b");
        assertThat(ledger.waiting()).isZero();
    }

    @Test
    void whatComesInWhileItIsDecidedOnIsDecidedOnAgain() {
        keep("a");

        ledger.settleWaiting(1, known -> {
            CompletableFuture.runAsync(() -> keep("a")).join();
            return settled(known);
        });

        assertThat(ledger.waiting()).isEqualTo(1);
        assertThat(ledger.current("a").orElseThrow().waits()).isTrue();
    }

    @Test
    void aDecisionWithoutNewsLeavesNoRow() {
        keep("a");
        ledger.settleWaiting(1, JdbiLedgerTest::settled);
        keep("a");
        ledger.settleWaiting(
                1, known -> new Settled(RULES, TODAY, settled(known).standing(), null, List.of(), null));

        assertThat(ledger.decisions("a", Long.MAX_VALUE, 10)).hasSize(1);
        assertThat(feed.after(null, "a", 10).orElseThrow().changes())
                .extracting(Change::kind)
                .containsExactly(ChangeKind.ACCOUNT_KEPT, ChangeKind.DECISION_CHANGED, ChangeKind.ACCOUNT_KEPT);
    }

    @Test
    void anotherDayMakesAllWait() {
        keep("a", "b");
        ledger.settleWaiting(20, JdbiLedgerTest::settled);

        assertThat(ledger.awaitDay(TODAY)).isZero();
        assertThat(ledger.awaitDay(TODAY.plusDays(1))).isEqualTo(2);
        assertThat(ledger.awaitDay(TODAY.plusDays(1))).isZero();
        assertThat(ledger.settle("a", now -> false, JdbiLedgerTest::settled))
                .map(Ledger.Current::waits)
                .contains(true);
    }

    @Test
    void onlyWhatIsToDoCountsAgainstTheLimit() {
        keep("a");
        ledger.settleWaiting(
                20, known -> opening(known, action("a", "open", 0.5), held(action("a", "held", 0.9), "X")));

        assertThat(ledger.known("a").orElseThrow().free()).isEqualTo(Map.of("CSM", 1));
    }

    @Test
    void whatEndsLetsTheMostUrgentOfThoseThatWaitGoOn() {
        keep("a", "b", "c");
        ledger.settleWaiting(20, known -> {
            String id = known.account().id();
            StoredAction action = action(id, "only", id.equals("c") ? 0.9 : 0.5);
            return id.equals("a")
                    ? opening(known, action, action(id, "other", 0.5))
                    : opening(known, held(action, "HELD_BY_VOLUME"));
        });
        List<StoredAction> open = ledger.known("a").orElseThrow().living();

        done(open.get(0));

        assertThat(ledger.current("c").orElseThrow().waits()).isTrue();
        assertThat(ledger.current("b").orElseThrow().waits()).isFalse();

        done(open.get(1));

        assertThat(ledger.current("b").orElseThrow().waits()).isTrue();
    }

    @Test
    void whatAPolicyHoldsNowLetsAnotherGoOn() {
        keep("a", "b");
        ledger.settleWaiting(20, known -> {
            String id = known.account().id();
            return id.equals("a")
                    ? opening(known, action(id, "one", 0.5), action(id, "two", 0.5))
                    : opening(known, held(action(id, "only", 0.5), "HELD_BY_VOLUME"));
        });
        StoredAction one = ledger.known("a").orElseThrow().living().get(0);

        keep("a");
        ledger.settleWaiting(
                1,
                known -> new Settled(
                        RULES,
                        TODAY,
                        settled(known).standing(),
                        null,
                        List.of(new ActionMove(ChangeKind.ACTION_HELD, held(one, "COOLDOWN"))),
                        null));

        assertThat(ledger.current("b").orElseThrow().waits()).isTrue();
    }

    private void done(StoredAction open) {
        queue.tell(
                open.id(),
                new ActionEvent(ActionEvent.Type.DONE, null, null, null, null),
                TODAY,
                action -> ended(action, ActionState.DONE, TODAY));
    }

    @Test
    void evidenceCountsWhatEndedBeforeTheDayByTouchAndType() {
        keep("a");
        ledger.settleWaiting(
                20,
                known -> opening(
                        known,
                        ended(action("a", "1", 0.5), ActionState.DONE, TODAY.minusDays(1)),
                        ended(action("a", "2", 0.5), ActionState.DISMISSED, TODAY.minusDays(9)),
                        ended(action("a", "3", 0.5), ActionState.EXPIRED, TODAY.minusDays(2)),
                        ended(action("a", "4", 0.5), ActionState.WITHDRAWN, TODAY.minusDays(2)),
                        ended(action("a", "5", 0.5), ActionState.DONE, TODAY),
                        action("a", "6", 0.5)));

        assertThat(new JdbiEvidence(transactions).until(TODAY))
                .isEqualTo(Map.of("HIGH", Map.of("UPSELL_PROMPT", new AccountSnapshot.Evidence(3, 1))));
    }

    private static Settled opening(Known known, StoredAction... actions) {
        List<ActionMove> moves = Arrays.stream(actions)
                .map(action -> new ActionMove(ChangeKind.ACTION_OPENED, action))
                .toList();
        return new Settled(RULES, TODAY, settled(known).standing(), NONE, moves, null);
    }

    private static StoredAction held(StoredAction action, String by) {
        return living(action, new StoredAction.Life(ActionState.HELD, null, null, by, NONE));
    }

    private static StoredAction ended(StoredAction action, ActionState state, LocalDate day) {
        return living(action, new StoredAction.Life(state, null, day, null, null));
    }

    private static StoredAction living(StoredAction action, StoredAction.Life life) {
        return new StoredAction(
                action.id(),
                action.accountId(),
                action.key(),
                action.type(),
                action.touch(),
                action.openedOn(),
                action.owner(),
                action.offer(),
                life);
    }

    private static StoredAction action(String account, String reason, double priority) {
        return new StoredAction(
                StoredAction.NEW,
                account,
                account + ":UPSELL_PROMPT:" + reason,
                "UPSELL_PROMPT",
                "HIGH",
                TODAY.minusDays(10),
                null,
                new StoredAction.Offer("CSM", TODAY.plusDays(7), null, priority, NONE),
                StoredAction.Life.OPEN);
    }

    private void keep(String... ids) {
        for (String id : ids) {
            ObjectNode document = new ObjectMapper().createObjectNode();
            document.putObject("account").put("id", id);
            assertThat(book.put(id, document, List.of(), null)).isPresent();
        }
    }

    private static Settled settled(Known known) {
        Standing standing = new Standing(
                known.account().version(),
                RULES,
                "1",
                TODAY,
                "s",
                "ADOPTION",
                "HIGH",
                TODAY,
                null,
                null,
                "GREEN",
                "{}");
        return new Settled(RULES, TODAY, standing, NONE, List.of(), null);
    }
}
