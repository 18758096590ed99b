package io.shirube.engine.evaluate;

import static io.shirube.engine.evaluate.Book.ABSENT;
import static io.shirube.engine.evaluate.Book.CAUSE;
import static io.shirube.engine.evaluate.Book.COST;
import static io.shirube.engine.evaluate.Book.RATING;
import static io.shirube.engine.evaluate.Book.SEVERITY;
import static io.shirube.engine.evaluate.Book.TODAY;
import static io.shirube.engine.evaluate.Book.X;
import static io.shirube.engine.evaluate.Book.aContact;
import static io.shirube.engine.evaluate.Book.aTicket;
import static io.shirube.engine.evaluate.Book.accumulate;
import static io.shirube.engine.evaluate.Book.any;
import static io.shirube.engine.evaluate.Book.both;
import static io.shirube.engine.evaluate.Book.compare;
import static io.shirube.engine.evaluate.Book.contact;
import static io.shirube.engine.evaluate.Book.either;
import static io.shirube.engine.evaluate.Book.exists;
import static io.shirube.engine.evaluate.Book.facts;
import static io.shirube.engine.evaluate.Book.not;
import static io.shirube.engine.evaluate.Book.notExists;
import static io.shirube.engine.evaluate.Book.number;
import static io.shirube.engine.evaluate.Book.on;
import static io.shirube.engine.evaluate.Book.rule;
import static io.shirube.engine.evaluate.Book.term;
import static io.shirube.engine.evaluate.Book.ticket;
import static io.shirube.engine.evaluate.Book.tickets;
import static io.shirube.engine.evaluate.Book.ticketsAndContacts;
import static io.shirube.engine.evaluate.Book.with;
import static io.shirube.engine.evaluate.Verdict.FALSE;
import static io.shirube.engine.evaluate.Verdict.TRUE;
import static io.shirube.engine.evaluate.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Condition.Kind;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Constraint.Comparison;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Rule;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RulesTest {

    private static final Constraint SEVERE = compare(term(0, SEVERITY), Comparison.EQ, number(1));

    private static List<String> tuples(Condition condition, Facts facts) {
        return new Evaluator(Book.model(rule(condition)))
                .fire(Phase.ACTIONS, facts).stream()
                        .map(Firing::tuple)
                        .map(Arrays::toString)
                        .toList();
    }

    private static Verdict verdict(Condition condition, Facts facts) {
        Rule rule = rule(condition);
        return new Evaluator(Book.model(rule)).verdict(rule, facts);
    }

    private static Constraint rating(int variable, Comparison comparison, double constant) {
        return compare(term(variable, RATING), comparison, number(constant));
    }

    @Test
    void firesOnceWithoutItems() {
        assertThat(tuples(both(), facts())).containsExactly("[]");
        Condition positive = on(compare(X, Comparison.GT, 0));
        assertThat(tuples(both(positive), with(facts(), X, 1.0))).containsExactly("[]");
        assertThat(tuples(both(positive), with(facts(), X, -1.0))).isEmpty();
        assertThat(tuples(both(positive), facts())).isEmpty();
        assertThat(verdict(both(positive), facts())).isEqualTo(UNKNOWN);
    }

    @Test
    void firesForEveryItemThatIsSure() {
        Facts facts = tickets(aTicket(1.0, null), aTicket(2.0, null), aTicket(null, null), aTicket(1.0, null));
        assertThat(tuples(ticket(0, SEVERE), facts)).containsExactly("[0]", "[3]");
        assertThat(tuples(ticket(0, SEVERE), facts())).isEmpty();
        assertThat(verdict(ticket(0, SEVERE), facts())).isEqualTo(UNKNOWN);
        assertThat(verdict(ticket(0, SEVERE), tickets())).isEqualTo(FALSE);
        assertThat(verdict(ticket(0, SEVERE), tickets(aTicket(null, null)))).isEqualTo(UNKNOWN);
        assertThat(verdict(ticket(0, SEVERE), tickets(aTicket(ABSENT, null)))).isEqualTo(FALSE);
    }

    @Test
    void joinsItemsAndMayBindOneTwice() {
        Condition pair = both(ticket(0), ticket(1, compare(term(1, COST), Comparison.GE, term(0, COST))));
        Facts facts = tickets(aTicket(1.0, 5.0), aTicket(1.0, 7.0), aTicket(1.0, null));
        assertThat(tuples(pair, facts)).containsExactly("[0, 0]", "[0, 1]", "[1, 1]");
    }

    @Test
    void comparesTextsOfJoinedItems() {
        Slots login = aTicket(1.0, 1.0);
        Slots foreign = aTicket(2.0, 2.0);
        Slots alsoLogin = aTicket(3.0, 3.0);
        Book.putText(login, CAUSE, "login");
        Book.putText(foreign, CAUSE, "nobody wrote this in a rule");
        Book.putText(alsoLogin, CAUSE, "login");
        Condition other = exists(ticket(
                1,
                compare(term(1, CAUSE), Comparison.EQ, term(0, CAUSE)),
                compare(term(1, SEVERITY), Comparison.NE, term(0, SEVERITY))));
        assertThat(tuples(both(ticket(0), other), tickets(login, foreign, alsoLogin)))
                .containsExactly("[0, -1]", "[2, -1]");
    }

    @Test
    void unitesTheTuplesOfBranches() {
        Condition severe = ticket(0, SEVERE);
        Condition unhappy = contact(1, rating(1, Comparison.LE, 6));
        Facts facts = ticketsAndContacts(List.of(aTicket(1.0, null)), List.of(aContact(3.0), aContact(9.0)));
        assertThat(tuples(either(severe, unhappy), facts)).containsExactly("[-1, 0]", "[0, -1]");
    }

    @Test
    void firesOnceWhenSeveralBranchesWithoutItemsAreTrue() {
        Condition positive = on(compare(X, Comparison.GT, 0));
        Condition large = on(compare(X, Comparison.GT, 10));
        Condition rule = both(either(positive, large), ticket(0));
        assertThat(tuples(rule, with(tickets(aTicket(1.0, 1.0)), X, 20.0))).containsExactly("[0]");
    }

    @Test
    void seesOuterVariablesInsideBranches() {
        Condition rule = both(
                ticket(0),
                either(
                        exists(contact(1, compare(term(1, RATING), Comparison.EQ, term(0, COST)))),
                        ticket(2, compare(term(2, COST), Comparison.GT, term(0, COST)))));
        Facts facts = ticketsAndContacts(List.of(aTicket(1.0, 5.0), aTicket(1.0, 8.0)), List.of(aContact(8.0)));
        assertThat(tuples(rule, facts)).containsExactly("[0, -1, 1]", "[1, -1, -1]");
    }

    @Test
    void existsWhereSomeBindingIsTrueAndNotWhereNoneMayBe() {
        Condition exists = exists(ticket(0, SEVERE));
        Condition notExists = notExists(ticket(0, SEVERE));
        assertExistence(exists, notExists, tickets(aTicket(2.0, null), aTicket(1.0, null)), TRUE);
        assertExistence(exists, notExists, tickets(aTicket(1.0, null), aTicket(null, null)), TRUE);
        assertExistence(exists, notExists, tickets(aTicket(2.0, null), aTicket(null, null)), UNKNOWN);
        assertExistence(exists, notExists, tickets(aTicket(2.0, null)), FALSE);
        assertExistence(exists, notExists, tickets(), FALSE);
        assertExistence(exists, notExists, facts(), UNKNOWN);
    }

    private static void assertExistence(Condition exists, Condition notExists, Facts facts, Verdict verdict) {
        assertThat(verdict(exists, facts)).isEqualTo(verdict);
        assertThat(verdict(notExists, facts)).isEqualTo(verdict.not());
        assertThat(tuples(exists, facts)).hasSize(verdict == TRUE ? 1 : 0);
        assertThat(tuples(notExists, facts)).hasSize(verdict == FALSE ? 1 : 0);
    }

    @Test
    void refutesAJoinWithAnUntoldCollectionByItsOtherParts() {
        Condition join = exists(both(ticket(0, any()), contact(1)));
        assertThat(verdict(join, facts(Map.of(FactType.CONTACT, List.of())))).isEqualTo(FALSE);
        Facts someContact = facts(Map.of(FactType.CONTACT, List.of(aContact(1.0))));
        assertThat(verdict(join, someContact)).isEqualTo(UNKNOWN);
        Condition reading = exists(both(ticket(0), contact(1, compare(term(1, RATING), Comparison.EQ, term(0, COST)))));
        assertThat(verdict(reading, someContact)).isEqualTo(UNKNOWN);
        Condition known = exists(both(ticket(0), on(not(Book.isNull(term(0, COST))))));
        assertThat(verdict(known, someContact)).isEqualTo(FALSE);
    }

    @Test
    void asksFiguresOfTheItemsThatCount() {
        Condition two = accumulate(ticket(0, SEVERE), Kind.COUNT, null, Comparison.GE, 2);
        assertThat(verdict(two, tickets(aTicket(1.0, null), aTicket(1.0, null))))
                .isEqualTo(TRUE);
        assertThat(verdict(two, tickets(aTicket(1.0, null), aTicket(null, null))))
                .isEqualTo(UNKNOWN);
        assertThat(verdict(two, tickets(aTicket(1.0, null), aTicket(2.0, null))))
                .isEqualTo(FALSE);
        assertThat(verdict(two, facts())).isEqualTo(UNKNOWN);
        Condition cheap = accumulate(ticket(0, SEVERE), Kind.MAX, term(0, COST), Comparison.LE, 10);
        assertThat(verdict(cheap, tickets(aTicket(1.0, 7.0), aTicket(null, 9.0))))
                .isEqualTo(TRUE);
        assertThat(verdict(cheap, tickets(aTicket(1.0, 7.0), aTicket(null, 12.0))))
                .isEqualTo(UNKNOWN);
        assertThat(verdict(cheap, tickets())).isEqualTo(FALSE);
    }

    @Test
    void accumulatesForEachOuterItemAndBindsNothing() {
        Condition dearer = accumulate(
                ticket(1, compare(term(1, COST), Comparison.GT, term(0, COST))), Kind.COUNT, null, Comparison.EQ, 1);
        Facts facts = tickets(aTicket(1.0, 5.0), aTicket(1.0, 7.0), aTicket(1.0, 9.0));
        assertThat(tuples(both(ticket(0), dearer), facts)).containsExactly("[1, -1]");
    }

    @Test
    void keepsTheTupleAsLongAsTheRuleSays() {
        Rule wide = rule(both(ticket(0), notExists(ticket(1, SEVERE))));
        Rule narrow = new Rule(
                0,
                "narrow",
                Phase.ACTIONS,
                wide.position(),
                null,
                null,
                wide.condition(),
                1,
                0,
                List.of(),
                null,
                null,
                wide.metadata());
        List<Firing> firings = new Evaluator(Book.model(narrow)).fire(Phase.ACTIONS, tickets(aTicket(2.0, 1.0)));
        assertThat(firings).containsExactly(new Firing(0, Firing.NO_ROW, new int[] {0}));
    }

    @Test
    void firesOnlyBetweenItsDates() {
        assertThat(fires(TODAY, TODAY)).isTrue();
        assertThat(fires(null, null)).isTrue();
        assertThat(fires(TODAY.plusDays(1), null)).isFalse();
        assertThat(fires(null, TODAY.minusDays(1))).isFalse();
    }

    private static boolean fires(@Nullable LocalDate from, @Nullable LocalDate until) {
        Rule rule = rule(0, both(), from, until, List.of());
        Evaluator evaluator = new Evaluator(Book.model(rule));
        assertThat(evaluator.verdict(rule, facts())).isEqualTo(TRUE);
        boolean fires = !evaluator.fire(Phase.ACTIONS, facts()).isEmpty();
        assertThat(evaluator.mayFireOn(rule, TODAY)).isEqualTo(fires);
        return fires;
    }

    @Test
    void firesInTheOrderOfTheRuleset() {
        Evaluator evaluator = new Evaluator(Book.model(
                rule(0, both(ticket(1), ticket(0)), null, null, List.of()), rule(1, both(), null, null, List.of())));
        List<Firing> firings = evaluator.fire(Phase.ACTIONS, tickets(aTicket(1.0, 1.0), aTicket(2.0, 2.0)));
        assertThat(firings).hasSize(5).isSorted();
        assertThat(evaluator.fire(Phase.HEALTH, tickets())).isEmpty();
    }
}
