package io.shirube.service.db;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.service.standing.BothLanguages;
import io.shirube.service.standing.Known;
import io.shirube.service.standing.Rollout;
import io.shirube.service.standing.Rollout.Expected;
import io.shirube.service.standing.Settled;
import io.shirube.service.standing.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How rules come through the book, whoever takes them further. */
class JdbiRolloutsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final String OLD = "sha256:old";
    private static final String NEW = "sha256:new";
    private static final Expected ONE_OPENS = new Expected(1, 0, 0, 0, 0, 0, 0);

    private JdbiLedger ledger;
    private JdbiRollouts rollouts;

    @BeforeEach
    void threeAccountsDecidedOnByOldRules() {
        Transactions transactions = Transactions.on(TestDatabase.migrated());
        JdbiBook book = new JdbiBook(transactions, Clock.systemUTC(), 730);
        ledger = new JdbiLedger(transactions, Map.of(), Duration.ofMinutes(1));
        rollouts = new JdbiRollouts(transactions, ledger);
        for (String id : List.of("a", "b", "c")) {
            ObjectNode document = new ObjectMapper().createObjectNode();
            document.putObject("account").put("id", id);
            assertThat(book.put(id, document, List.of(), null)).isPresent();
        }
        decideAll(OLD);
    }

    @Test
    void firstAllIsKnownThenAllIsHandedOverThenItIsDone() {
        rollouts.begin(NEW);
        assertThat(latest().accounts()).isEqualTo(3);

        assertThat(rollouts.advance(NEW, 2, known -> ONE_OPENS)).isEqualTo(2);
        assertThat(latest().state()).isEqualTo(Rollout.State.PREVIEW);
        assertThat(latest().previewed()).isEqualTo(2);
        assertThat(latest().expected().opened()).isEqualTo(2);
        assertThat(ledger.waiting()).as("nothing is kept of a preview").isZero();

        assertThat(rollouts.advance(NEW, 2, known -> ONE_OPENS)).isEqualTo(1);
        rollouts.advance(NEW, 2, known -> ONE_OPENS);
        assertThat(latest().state()).isEqualTo(Rollout.State.RUNNING);
        assertThat(latest().expected()).isEqualTo(new Expected(3, 0, 0, 0, 0, 0, 0));

        assertThat(rollouts.advance(NEW, 20, JdbiRolloutsTest::never)).isEqualTo(3);
        assertThat(latest().begun()).isEqualTo(3);
        assertThat(rollouts.waiting()).isEqualTo(3);
        rollouts.advance(NEW, 20, JdbiRolloutsTest::never);
        assertThat(latest().state()).as("they still wait").isEqualTo(Rollout.State.RUNNING);

        decideAll(NEW);
        rollouts.advance(NEW, 20, JdbiRolloutsTest::never);
        assertThat(latest().state()).isEqualTo(Rollout.State.DONE);
        assertThat(latest().finishedAt()).isNotNull();
    }

    @Test
    void twoNodesWithTheSameRulesBeginOnce() {
        rollouts.begin(NEW);
        rollouts.advance(NEW, 2, known -> ONE_OPENS);

        rollouts.begin(NEW);

        assertThat(latest().previewed()).isEqualTo(2);
    }

    @Test
    void aNodeWithOtherRulesTakesNothingFurther() {
        rollouts.begin(NEW);

        assertThat(rollouts.advance(OLD, 20, JdbiRolloutsTest::never)).isZero();
        assertThat(latest().previewed()).isZero();
    }

    @Test
    void whatOneNodeIsAtAnotherLeavesAlone() {
        rollouts.begin(NEW);

        rollouts.advance(NEW, 1, known -> {
            assertThat(CompletableFuture.supplyAsync(() -> rollouts.advance(NEW, 20, JdbiRolloutsTest::never))
                            .join())
                    .isZero();
            return ONE_OPENS;
        });

        assertThat(latest().previewed()).isEqualTo(1);
    }

    @Test
    void rulesThatComeBackBeginAnew() {
        rollouts.begin(NEW);
        rollouts.begin(OLD);

        assertThat(latest().ruleset()).isEqualTo(OLD);
        assertThat(latest().accounts()).as("they decided on all of them").isZero();
    }

    private Rollout latest() {
        return rollouts.latest().orElseThrow();
    }

    private static Expected never(Known known) {
        throw new AssertionError(
                "nobody asked what would become of " + known.account().id());
    }

    /** On a slow machine it takes several goes: each ends after a fifth of a second. */
    private void decideAll(String rules) {
        while (ledger.settleWaiting(20, known -> settled(known, rules)) > 0) {
            assertThat(ledger.waiting()).isLessThan(3);
        }
    }

    private static Settled settled(Known known, String ruleset) {
        Standing standing = new Standing(
                known.account().version(),
                ruleset,
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
        return new Settled(ruleset, TODAY, standing, new BothLanguages("{}", "{}"), List.of(), null);
    }
}
