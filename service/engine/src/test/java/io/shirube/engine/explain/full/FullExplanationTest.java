package io.shirube.engine.explain.full;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.Explain;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.AccountSnapshot.Account;
import io.shirube.engine.model.AccountSnapshot.OpenAction;
import io.shirube.engine.model.AccountSnapshot.Ticket;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.Explanation;
import io.shirube.engine.model.Explanation.Kind;
import io.shirube.engine.model.Explanation.Node;
import io.shirube.engine.model.Explanation.Proposed;
import io.shirube.engine.model.Explanation.RuleTold;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.Measurement;
import io.shirube.engine.model.Position;
import io.shirube.engine.testing.CallRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a full explanation says of an account with 41 seats, by rules that stand eight lines apart. */
class FullExplanationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final String FILE = "5-actions/calls.drl";
    private static final String TICKETS = """
            rule "An open severity 1"
              @reason_ja("重大")
              @reason_en("severe")
            when
              Ticket( severity == 1, open == true )
            then
              propose(CALL);
            end
            """;

    private static @Nullable Ruleset loaded;

    @BeforeAll
    static void load() {
        CallRules rules = new CallRules();
        rules.put(
                FILE,
                CallRules.rule("Many seats", "seats >= 100")
                        + CallRules.rule("Some seats", "seats > 10, seats != 50")
                        + CallRules.rule("Far off", "seats >= 100, seats != 41")
                        + CallRules.rule("Big company", "seats < 50 ) Account( employees >= 500")
                        + TICKETS);
        loaded = Ruleset.load(rules.bundle()).ruleset();
    }

    @AfterAll
    static void close() {
        ruleset().close();
    }

    @Test
    void saysOfARuleThatFiredWhatItMetAndWhatBecameOfItsProposal() throws InputException {
        Decision decision = decide(null, List.of());
        RuleTold rule = rule(decision, "Some seats");
        String key = decision.actions().get(0).key();

        assertThat(rule.fired()).isTrue();
        assertThat(rule.at()).isEqualTo(Position.inText(FILE, 10, 1));
        assertThat(rule.alone()).isNull();
        assertThat(rule.proposals()).containsExactly(new Proposed(key, null, null));
        assertThat(rule.conditions())
                .extracting(Node::at)
                .containsExactly(Position.inText(FILE, 14, 12), Position.inText(FILE, 14, 24));
        assertThat(tests(decision, rule))
                .containsExactly(
                        new Explanation.Test("seats > 10", "seats", true, 41.0, 10.0),
                        new Explanation.Test("seats != 50", "seats", true, 41.0, null));
    }

    @Test
    void namesTheOneConditionThatStoodInTheWayAndSaysWhatItWants() throws InputException {
        RuleTold rule = rule(decide(null, List.of()), "Many seats");

        assertThat(rule.fired()).isFalse();
        assertThat(rule.verdict()).isFalse();
        assertThat(rule.alone()).isEqualTo(Position.inText(FILE, 5, 12));
        assertThat(Objects.requireNonNull(rule.text()).ja()).isEqualTo("席数は41席です。100席以上なら「電話」を提案します。");
        assertThat(Objects.requireNonNull(rule.text()).en())
                .isEqualTo("Seats is 41 seats; with 100 seats or more, it would propose Call.");
    }

    @Test
    void namesNoneWhereTwoConditionsAreNotMet() throws InputException {
        Decision decision = decide(null, List.of());
        RuleTold rule = rule(decision, "Far off");

        assertThat(rule.alone()).isNull();
        assertThat(rule.text()).isNull();
        assertThat(tests(decision, rule)).extracting(Explanation.Test::verdict).containsExactly(false, false);
    }

    @Test
    void tellsTheUnknownFromTheFalse() throws InputException {
        RuleTold untold = rule(decide(null, List.of()), "Big company");
        RuleTold small = rule(decide(120.0, List.of()), "Big company");

        assertThat(untold.verdict()).isNull();
        assertThat(untold.alone()).isEqualTo(Position.inText(FILE, 32, 34));
        assertThat(Objects.requireNonNull(untold.text()).ja()).isEqualTo("従業員数が分かりません。500人以上なら「電話」を提案します。");
        assertThat(small.verdict()).isFalse();
        assertThat(Objects.requireNonNull(small.text()).en())
                .isEqualTo("Employees is 120 people; with 500 people or more, it would propose Call.");
    }

    @Test
    void speaksOfTheTicketThatLacksLeast() throws InputException {
        Ticket other = ticket("T1", 3, TODAY);
        Ticket closed = ticket("T2", 1, TODAY);
        RuleTold rule = rule(decide(null, List.of(other, closed)), "An open severity 1");

        assertThat(rule.conditions()).singleElement().satisfies(node -> {
            assertThat(node.kind()).isEqualTo(Kind.MATCH);
            assertThat(node.items()).isEqualTo(new Explanation.Items("Ticket", true, 2, 0, 0, 1));
        });
        assertThat(Objects.requireNonNull(rule.text()).ja()).isEqualTo("T2の未解決は「いいえ」です。「はい」なら「電話」を提案します。");
    }

    @Test
    void saysOfTicketsNobodyToldThatTheyAreUnknown() throws InputException {
        RuleTold rule = rule(decide(null, null), "An open severity 1");

        assertThat(rule.verdict()).isNull();
        assertThat(rule.conditions())
                .singleElement()
                .satisfies(node ->
                        assertThat(Objects.requireNonNull(node.items()).told()).isFalse());
    }

    @Test
    void linksAProposalToThePolicyThatHoldsIt() throws InputException {
        String key = decide(null, List.of()).actions().get(0).key();
        OpenAction snoozed = new OpenAction(key, "CALL", TODAY, "SNOOZED", TODAY.plusDays(9));
        Decision decision = decided(snapshot(null, List.of(), List.of(snoozed)), Explain.FULL);

        assertThat(decision.suppressed())
                .singleElement()
                .matches(held -> held.by().equals("SNOOZED"));
        assertThat(rule(decision, "Some seats").proposals()).containsExactly(new Proposed(key, "SNOOZED", null));
        assertThat(Objects.requireNonNull(rule(decision, "Some seats").text()).ja())
                .isEqualTo("席41");
    }

    @Test
    void countsRulesInItsSummary() throws InputException {
        Explanation explanation = Objects.requireNonNull(decide(null, List.of()).explanation());

        assertThat(explanation.summary().get(0).ja()).isEqualTo("ルール5件のうち、1件が成立しました。");
        assertThat(explanation.summary().get(1).en())
                .isEqualTo("3 lacked one condition alone; 1 cannot be told for lack of data.");
    }

    @Test
    void isMadeOnlyWhenAskedFor() throws InputException {
        assertThat(decided(snapshot(null, null, List.of()), Explain.REASONS).explanation())
                .isNull();
    }

    private static Ruleset ruleset() {
        return Objects.requireNonNull(loaded);
    }

    private static Decision decide(@Nullable Double employees, @Nullable List<Ticket> tickets) throws InputException {
        return decided(snapshot(employees, tickets, List.of()), Explain.FULL);
    }

    private static Decision decided(AccountSnapshot snapshot, Explain explain) throws InputException {
        return new Decider().decide(snapshot, TODAY, ruleset(), RefereeMode.ALWAYS, explain);
    }

    private static AccountSnapshot snapshot(
            @Nullable Double employees, @Nullable List<Ticket> tickets, List<OpenAction> open) {
        return new AccountSnapshot(
                new Account("A", null, employees, null, null, null, Map.of(), null, null),
                null,
                Map.of("seats", List.of(new Measurement(41.0, TODAY))),
                tickets,
                null,
                open,
                null,
                null,
                Map.of(),
                null,
                null);
    }

    private static Ticket ticket(String id, double severity, LocalDate closed) {
        return new Ticket(id, severity, TODAY.minusDays(3), closed, 0.0, false, null, null, null);
    }

    private static RuleTold rule(Decision decision, String name) {
        return Objects.requireNonNull(decision.explanation()).units().stream()
                .filter(unit -> unit.name().equals(name))
                .map(RuleTold.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<Explanation.Test> tests(Decision decision, RuleTold rule) {
        List<Explanation.Test> all =
                Objects.requireNonNull(decision.explanation()).tests();
        return rule.conditions().stream().map(node -> all.get(node.test())).toList();
    }
}
