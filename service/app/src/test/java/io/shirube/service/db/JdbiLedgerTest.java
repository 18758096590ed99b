package io.shirube.service.db;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.service.standing.BothLanguages;
import io.shirube.service.standing.Change;
import io.shirube.service.standing.ChangeKind;
import io.shirube.service.standing.Known;
import io.shirube.service.standing.Ledger;
import io.shirube.service.standing.Settled;
import io.shirube.service.standing.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who decides on which account, and what is kept of it. */
class JdbiLedgerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final String RULES = "sha256:1";

    private JdbiBook book;
    private JdbiLedger ledger;
    private JdbiQueue queue;

    @BeforeEach
    void anEmptyBook() {
        Transactions transactions = Transactions.on(TestDatabase.migrated());
        book = new JdbiBook(transactions);
        ledger = new JdbiLedger(transactions);
        queue = new JdbiQueue(transactions);
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
        assertThat(ledger.current("a").orElseThrow().standing()).isNotNull();
        assertThat(ledger.current("c").orElseThrow().standing()).isNotNull();
        assertThat(ledger.current("bad").orElseThrow().problem()).isNotNull();
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
        assertThat(queue.changes("", "a", 10))
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
        return new Settled(RULES, TODAY, standing, new BothLanguages("{}", "{}"), List.of(), null);
    }
}
