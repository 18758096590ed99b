package io.shirube.engine.evaluate;

import static io.shirube.engine.evaluate.Book.COST;
import static io.shirube.engine.evaluate.Book.HERE;
import static io.shirube.engine.evaluate.Book.NAME;
import static io.shirube.engine.evaluate.Book.PRODUCTS;
import static io.shirube.engine.evaluate.Book.SEVERITY;
import static io.shirube.engine.evaluate.Book.X;
import static io.shirube.engine.evaluate.Book.Y;
import static io.shirube.engine.evaluate.Book.aTicket;
import static io.shirube.engine.evaluate.Book.accumulate;
import static io.shirube.engine.evaluate.Book.both;
import static io.shirube.engine.evaluate.Book.compare;
import static io.shirube.engine.evaluate.Book.facts;
import static io.shirube.engine.evaluate.Book.number;
import static io.shirube.engine.evaluate.Book.on;
import static io.shirube.engine.evaluate.Book.rule;
import static io.shirube.engine.evaluate.Book.term;
import static io.shirube.engine.evaluate.Book.ticket;
import static io.shirube.engine.evaluate.Book.tickets;
import static io.shirube.engine.evaluate.Book.with;
import static io.shirube.engine.evaluate.Verdict.FALSE;
import static io.shirube.engine.evaluate.Verdict.TRUE;
import static io.shirube.engine.evaluate.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.evaluate.ConditionVerdict.Tally;
import io.shirube.engine.model.Facts;
import io.shirube.engine.rules.Condition.Kind;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Constraint.Comparison;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.Term;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplainTest {

    private static ConditionVerdict explain(Rule rule, Facts facts, int... tuple) {
        return new Evaluator(Book.model(rule)).verdicts(rule, facts, tuple);
    }

    @Test
    void tellsTheVerdictAndValuesOfEveryNodeEvenPastTheFirstFalseOne() {
        Constraint x = compare(X, Comparison.LT, 0.5);
        Constraint y = compare(Y, Comparison.GE, 1);
        Rule rule = rule(both(on(Book.any(x, Book.not(y))), on(y)));
        ConditionVerdict root = explain(rule, with(facts(), X, 0.7));
        assertThat(root.verdict()).isEqualTo(UNKNOWN);
        assertThat(root.parts()).extracting(ConditionVerdict::verdict).containsExactly(UNKNOWN, UNKNOWN);
        ConditionVerdict any = root.parts().get(0).parts().get(0);
        assertThat(any.parts()).extracting(ConditionVerdict::verdict).containsExactly(FALSE, UNKNOWN);
        assertThat(any.parts().get(0).values()).containsExactly(new Value.Known(0.7), new Value.Known(0.5));
        assertThat(any.parts().get(0).node()).isEqualTo(new ConditionVerdict.OfConstraint(x));
        assertThat(any.parts().get(0).origin()).isEqualTo(HERE);
    }

    @Test
    void speaksOfTheItemThatGetsFurthest() {
        Rule rule = rule(both(
                ticket(0, compare(term(0, SEVERITY), Comparison.EQ, number(1))),
                on(compare(term(0, COST), Comparison.GT, number(10)))));
        Facts facts = tickets(aTicket(2.0, 90.0), aTicket(1.0, 5.0), aTicket(1.0, null), aTicket(null, null));
        ConditionVerdict root = explain(rule, facts);
        assertThat(root.verdict()).isEqualTo(UNKNOWN);
        assertThat(root.parts().get(0).tally()).isEqualTo(new Tally(true, 4, 2, 1, 2));
        assertThat(root.parts()).extracting(ConditionVerdict::verdict).containsExactly(TRUE, UNKNOWN);
        ConditionVerdict given = explain(rule, facts, 1);
        assertThat(given.parts()).extracting(ConditionVerdict::verdict).containsExactly(TRUE, FALSE);
    }

    @Test
    void tellsAnEmptyCollectionFromAnUntoldOne() {
        Rule rule = rule(both(ticket(0)));
        ConditionVerdict none = explain(rule, tickets()).parts().get(0);
        assertThat(none.verdict()).isEqualTo(FALSE);
        assertThat(none.tally()).isEqualTo(new Tally(true, 0, 0, 0, Firing.UNBOUND));
        ConditionVerdict untold = explain(rule, facts()).parts().get(0);
        assertThat(untold.verdict()).isEqualTo(UNKNOWN);
        assertThat(untold.tally()).isEqualTo(new Tally(false, 0, 0, 0, Firing.UNBOUND));
    }

    @Test
    void showsWhatAFigureComesTo() {
        Rule rule = rule(accumulate(
                ticket(0, compare(term(0, SEVERITY), Comparison.EQ, number(1))),
                Kind.SUM,
                term(0, COST),
                Comparison.GE,
                5));
        ConditionVerdict root = explain(rule, tickets(aTicket(1.0, 3.0), aTicket(null, 4.0), aTicket(3.0, 9.0)));
        Value between = new Value.Between(new Interval(3, 7, false));
        assertThat(root.verdict()).isEqualTo(UNKNOWN);
        assertThat(root.values()).containsExactly(between);
        assertThat(root.tally()).isEqualTo(new Tally(true, 3, 1, 1, Firing.UNBOUND));
        assertThat(root.parts().get(0).values()).containsExactly(between, new Value.Known(5));
    }

    @Test
    void givesTheValuesAReasonQuotes() {
        Rule rule = rule(both(
                ticket(0),
                accumulate(
                        ticket(1, compare(term(1, COST), Comparison.GE, term(0, COST))),
                        Kind.MAX,
                        term(1, COST),
                        Comparison.GT,
                        0)));
        Evaluator evaluator = new Evaluator(Book.model(rule));
        Facts facts = with(tickets(aTicket(1.0, 3.0), aTicket(null, 4.0)), X, 2.0);
        int[] tuple = {0, Firing.UNBOUND};
        Term sum = Book.arithmetic(term(X), Term.Operator.ADD, term(0, COST));
        assertThat(evaluator.value(sum, facts, tuple, rule)).isEqualTo(new Value.Known(5));
        assertThat(evaluator.value(term(0, SEVERITY), facts, tuple, rule)).isEqualTo(new Value.Known(1));
        assertThat(evaluator.value(term(1, SEVERITY), facts, tuple, rule)).isEqualTo(new Value.Unknown());
        assertThat(evaluator.value(new Term.OfResult(0, HERE), facts, tuple, rule))
                .isEqualTo(new Value.Known(4));
        assertThat(evaluator.value(new Term.OfResult(0, HERE), facts(), tuple(), rule))
                .isEqualTo(new Value.Between(Interval.ANYTHING));
        assertThat(evaluator.value(new Term.OfResult(0, HERE), tickets(), tuple(), rule))
                .isEqualTo(new Value.Absent());
    }

    private static int[] tuple() {
        return new int[] {Firing.UNBOUND, Firing.UNBOUND};
    }

    @Test
    void givesTextsAsTheyWereTold() {
        Rule rule = rule(both());
        Evaluator evaluator = new Evaluator(Book.model(rule));
        Facts facts = facts();
        Book.putText(facts.account(), NAME, "login");
        Book.putTexts(facts.account(), PRODUCTS, "SSO");
        assertThat(evaluator.value(term(NAME), facts)).isEqualTo(new Value.KnownText(1, "login"));
        assertThat(evaluator.value(term(PRODUCTS), facts)).isEqualTo(new Value.KnownTexts(Set.of("SSO")));
        assertThat(evaluator.value(term(X), with(facts, X, Book.ABSENT))).isEqualTo(new Value.Absent());
        assertThat(List.of(evaluator.value(term(Y), facts))).containsExactly(new Value.Unknown());
    }
}
