package io.shirube.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.model.AccountSnapshot.Contract;
import io.shirube.engine.model.AccountSnapshot.Pin;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.Decision.Dimension;
import io.shirube.engine.model.Decision.MissingSignal;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.InputException;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.RuleModel;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeciderTest {

    @Test
    void prefersTheStatedStageToTheDerivedAndAssumesAdoptionWithoutEither() throws InputException {
        Book book = new Book();
        assertThat(book.decide().stage().source()).isEqualTo("ASSUMED");
        assertThat(book.decide().stage().value()).isEqualTo("ADOPTION");
        book.rule(Phase.LIFECYCLE, "started", Book.always(), book.assign(FactType.STAGE, "value", "ONBOARDING"));
        assertThat(book.decide().stage().value()).isEqualTo("ONBOARDING");
        assertThat(book.decide().stage().source()).isEqualTo("DERIVED");
        book.stage = "RENEWAL";
        assertThat(book.decide().stage().value()).isEqualTo("RENEWAL");
        assertThat(book.decide().stage().source()).isEqualTo("STATED");
    }

    @Test
    void takesLowAndGroupWithANoticeWhenNoRowApplies() throws InputException {
        Decision decision = new Book().decide();
        assertThat(decision.segment().touch()).isEqualTo("LOW");
        assertThat(decision.segment().programme()).isEqualTo("GROUP");
        assertThat(decision.notices()).extracting("code").containsExactly("NO_SEGMENT_ROW");
    }

    @Test
    void fixesTheTouchByAPinUntilItExpires() throws InputException {
        Book book = new Book();
        book.rule(Phase.SEGMENT, "row", Book.always(), book.assign(FactType.SEGMENT, "touch", "TECH"));
        book.pin = new Pin("HIGH", "役員案件", "lead", Book.TODAY);
        Decision pinned = book.decide();
        assertThat(pinned.segment().touch()).isEqualTo("HIGH");
        assertThat(pinned.segment().pinned()).isTrue();
        assertThat(pinned.segment().reasons().get(0).textJa()).contains("役員案件");
        book.pin = new Pin("HIGH", "役員案件", "lead", Book.TODAY.minusDays(1));
        assertThat(book.decide().segment().touch()).isEqualTo("TECH");
        assertThat(book.decide().notices()).extracting("code").contains("PIN_EXPIRED");
    }

    @Test
    void scoresHealthAsTheDomainTextComputesIt() throws InputException {
        Decision decision = healthy().decide();
        assertThat(decision.health().score()).isCloseTo(40.122807, within(1e-6));
        assertThat(decision.health().band()).isEqualTo("YELLOW");
        assertThat(decision.health().coverage()).isEqualTo(1);
        assertThat(decision.health().dimensions())
                .extracting(Dimension::effectiveWeight)
                .containsExactly(20 / 57.0, 15 / 57.0, 22 / 57.0);
    }

    @Test
    void takesTheLowestScoreAndTheLowestCap() throws InputException {
        Book book = healthy();
        book.rule(Phase.HEALTH, "worse", Book.always(), book.assign(FactType.HEALTH, "adoption", 7));
        assertThat(book.decide().health().dimensions().get(0).score()).isEqualTo(7);
        assertThat(book.decide().problems()).isEmpty();
        book.rule(Phase.HEALTH, "lift", Book.always(), book.assign(FactType.HEALTH, "adoptionAtLeast", 90));
        book.rule(Phase.HEALTH, "cut", Book.always(), book.assign(FactType.HEALTH, "adoptionAtMost", 80));
        assertThat(book.decide().health().dimensions().get(0).score()).isEqualTo(80);
        book.rule(Phase.HEALTH, "cap", Book.always(), book.assign(FactType.HEALTH, "cap", "YELLOW"));
        book.rule(Phase.HEALTH, "cap 2", Book.always(), book.assign(FactType.HEALTH, "cap", "RED"));
        assertThat(book.decide().health().band()).isEqualTo("RED");
        assertThat(book.decide().health().caps()).extracting("rule").containsExactly("cap 2");
    }

    @Test
    void namesBothRulesOfAConflictAndTakesTheFirst() throws InputException {
        Book book = new Book();
        book.rule(Phase.LIFECYCLE, "one", Book.always(), book.assign(FactType.STAGE, "value", "ONBOARDING"));
        book.rule(Phase.LIFECYCLE, "two", Book.always(), book.assign(FactType.STAGE, "value", "RENEWAL"));
        Decision decision = book.decide();
        assertThat(decision.stage().value()).isEqualTo("ONBOARDING");
        assertThat(decision.problems()).extracting("code").containsExactly("CONFLICT");
        assertThat(decision.problems().get(0).text().en()).contains("\"one\"", "\"two\"");
    }

    @Test
    void keepsTheHighestSuccess() throws InputException {
        Book book = new Book();
        assertThat(book.decide().success().level()).isEqualTo("NONE");
        book.rule(Phase.SUCCESS, "deep", Book.always(), book.assign(FactType.SUCCESS, "level", "DEEP"));
        book.rule(Phase.SUCCESS, "light", Book.always(), book.assign(FactType.SUCCESS, "level", "LIGHT"));
        assertThat(book.decide().success().level()).isEqualTo("DEEP");
        assertThat(book.decide().problems()).isEmpty();
    }

    @Test
    void decidesTheSameInWhateverOrderTheRulesStand() throws InputException {
        Book book = healthy();
        book.rule(Phase.HEALTH, "worse", Book.always(), book.assign(FactType.HEALTH, "adoption", 7));
        book.proposing("A", 10, Book.always()).proposing("B", 20, Book.always()).proposing("C", 5, Book.always());
        Decision first = withoutReasons(book.decide());
        for (long seed = 0; seed < 20; seed++) {
            assertThat(withoutReasons(book.decide(seed))).isEqualTo(first);
        }
    }

    @Test
    void reportsAnExecutorThatDiffersAndTrustsTheEvaluator() throws InputException {
        Book book = healthy();
        book.proposing("A");
        Decision decision = book.decide((phase, facts) -> List.of());
        assertThat(decision.problems()).extracting("code").containsOnly("REFEREE_DIFFERENCE");
        assertThat(decision.actions()).hasSize(1);
        assertThat(decision.health().band()).isEqualTo("YELLOW");
    }

    @Test
    void survivesAnExecutorThatThrows() throws InputException {
        Book book = healthy();
        Decision decision = book.proposing("A").decide((phase, facts) -> {
            throw new IllegalStateException("broken");
        });
        assertThat(decision.problems()).extracting("code").containsOnly("ENGINE_FAILED");
        assertThat(decision.problems().toString()).doesNotContain("broken");
        assertThat(decision.actions()).hasSize(1);
    }

    @Test
    void triesWhetherAMissingSignalWouldChangeAnything() throws InputException {
        Book book = new Book("A");
        book.proposing("A", 0, book.below("use", 0.5));
        book.rule(Phase.SUCCESS, "seats", book.atLeast("seats", 5), book.assign(FactType.SUCCESS, "level", "LIGHT"));
        book.proposing("A", 0, book.atLeast("rate", 2));
        book.signal("use", 0.9, Book.TODAY.minusDays(8));
        assertThat(book.decide().missingSignals())
                .containsExactly(
                        new MissingSignal("use", "STALE", Book.TODAY.minusDays(8), true),
                        new MissingSignal("seats", "NEVER", null, false),
                        new MissingSignal("rate", "NEVER", null, false));
        assertThat(book.signal("use", 0.9).decide().missingSignals())
                .extracting(MissingSignal::name)
                .containsExactly("seats", "rate");
    }

    @Test
    void tellsTheRenewalStateByTheDeadlineAndNotByTheEnd() throws InputException {
        Book book = new Book();
        book.contract = contract(true, null);
        assertThat(book.decide().renewal())
                .isEqualTo(new Decision.Renewal(LocalDate.of(2026, 12, 1), 11, "OPEN", "ASSUMED", "D30"));
        book.contract = contract(true, LocalDate.of(2026, 11, 10));
        assertThat(book.decide().renewal().state()).isEqualTo("NOTICE_RECEIVED");
    }

    @Test
    void finishesRunningDecisionsBeforeItReleasesTheRules() {
        RuleModel model = new Book().model(null);
        Evaluator evaluator = new Evaluator(model);
        AtomicInteger released = new AtomicInteger();
        Ruleset ruleset = new Ruleset(model, evaluator, evaluator, released::incrementAndGet);
        try (Ruleset.Lease lease = ruleset.lease()) {
            ruleset.close();
            ruleset.close();
            assertThat(released).hasValue(0);
            assertThat(lease.executors()).isNotNull();
        }
        assertThat(released).hasValue(1);
        try (Ruleset.Lease late = ruleset.lease()) {
            assertThat(late.executors()).isNotNull();
        }
        assertThat(released).hasValue(1);
    }

    private static Book healthy() {
        Book book = new Book("A", "B", "C");
        book.rule(
                Phase.HEALTH,
                "weights",
                Book.always(),
                book.assign(FactType.HEALTH, "adoptionWeight", 20),
                book.assign(FactType.HEALTH, "voiceWeight", 15),
                book.assign(FactType.HEALTH, "supportWeight", 22));
        book.rule(
                Phase.HEALTH,
                "scores",
                Book.always(),
                book.assign(FactType.HEALTH, "adoption", 47),
                book.assign(FactType.HEALTH, "voice", 59),
                book.assign(FactType.HEALTH, "support", 21));
        return book;
    }

    private static Contract contract(boolean auto, @Nullable LocalDate notice) {
        return new Contract(
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                null,
                notice,
                null,
                auto,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Reasons name the rules in their order, which is the one thing that may differ. */
    private static Decision withoutReasons(Decision decision) {
        return new Decision(
                decision.accountId(),
                decision.asOf(),
                decision.ruleset(),
                decision.engine(),
                decision.stage(),
                decision.renewal(),
                decision.segment(),
                new Decision.Health(
                        decision.health().score(),
                        decision.health().band(),
                        decision.health().coverage(),
                        List.of(),
                        List.of()),
                decision.success(),
                decision.actions(),
                decision.withdrawn(),
                decision.suppressed(),
                decision.noAction(),
                decision.missingSignals(),
                decision.notices(),
                decision.problems());
    }
}
