package io.shirube.engine.evaluate;

import static io.shirube.engine.evaluate.Book.COST;
import static io.shirube.engine.evaluate.Book.HERE;
import static io.shirube.engine.evaluate.Book.SEVERITY;
import static io.shirube.engine.evaluate.Book.X;
import static io.shirube.engine.evaluate.Book.Y;
import static io.shirube.engine.evaluate.Book.accumulate;
import static io.shirube.engine.evaluate.Book.arithmetic;
import static io.shirube.engine.evaluate.Book.both;
import static io.shirube.engine.evaluate.Book.cell;
import static io.shirube.engine.evaluate.Book.compare;
import static io.shirube.engine.evaluate.Book.notExists;
import static io.shirube.engine.evaluate.Book.number;
import static io.shirube.engine.evaluate.Book.on;
import static io.shirube.engine.evaluate.Book.range;
import static io.shirube.engine.evaluate.Book.rule;
import static io.shirube.engine.evaluate.Book.term;
import static io.shirube.engine.evaluate.Book.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.rules.Condition.Kind;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Constraint.Comparison;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.Term.Operator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadsTest {

    @Test
    void readsWhatARuleTestsCountsAndConcludes() {
        Rule rule = rule(
                0,
                both(
                        notExists(ticket(0, compare(term(0, SEVERITY), Comparison.EQ, term(X)))),
                        accumulate(ticket(1), Kind.MAX, term(1, COST), Comparison.GT, 14)),
                null,
                null,
                List.of(new Consequence.Assign(Y, term(Book.DAY), HERE)));
        assertThat(new Evaluator(Book.model(rule)).reads(rule)).containsExactly(SEVERITY, X, COST, Book.DAY);
    }

    @Test
    void readsTheColumnsOfATableThatAreNotBlank() {
        Table.Cell[] row = {cell(), cell(range(1, 2))};
        Table table = Book.table(Table.Hit.COLLECT, List.of(X, Y), row);
        assertThat(new Evaluator(Book.model(table)).reads(table)).containsExactly(Y);
    }

    @Test
    void knowsTheConstantsAFieldIsComparedWith() {
        Rule rule = rule(both(
                on(Book.not(compare(X, Comparison.LT, 0.5))),
                on(compare(number(3), Comparison.GE, term(X))),
                on(new Constraint.OneOf(term(X), List.of(7.0, 8.0), HERE)),
                on(compare(arithmetic(term(Y), Operator.MULTIPLY, number(0.1)), Comparison.GE, number(100))),
                accumulate(ticket(1), Kind.MAX, term(1, COST), Comparison.GT, 14)));
        Evaluator evaluator = new Evaluator(Book.model(rule));
        assertThat(evaluator.thresholds(X)).containsExactly(0.5, 3.0, 7.0, 8.0);
        assertThat(evaluator.thresholds(Y)).containsExactly(1000.0);
        assertThat(evaluator.thresholds(COST)).containsExactly(14.0);
        assertThat(evaluator.thresholds(SEVERITY)).isEmpty();
    }

    @Test
    void knowsTheBoundsOfTables() {
        Table.Cell[] first = {cell(range(300, 999), new Table.Value(5)), cell(new Table.IsNull())};
        Table.Cell[] second = {cell(range(1000, Double.POSITIVE_INFINITY)), cell()};
        Table table = Book.table(Table.Hit.SINGLE, List.of(X, Y), first, second);
        Evaluator evaluator = new Evaluator(Book.model(table));
        assertThat(evaluator.thresholds(X)).containsExactly(5.0, 300.0, 999.0, 1000.0);
        assertThat(evaluator.thresholds(Y)).isEmpty();
    }

    @Test
    void solvesArithmeticForTheField() {
        assertSolved(arithmetic(term(X), Operator.ADD, number(2)), 8);
        assertSolved(arithmetic(number(2), Operator.ADD, term(X)), 8);
        assertSolved(arithmetic(term(X), Operator.SUBTRACT, number(2)), 12);
        assertSolved(arithmetic(number(2), Operator.SUBTRACT, term(X)), -8);
        assertSolved(arithmetic(number(2), Operator.MULTIPLY, term(X)), 5);
        assertSolved(arithmetic(term(X), Operator.DIVIDE, number(2)), 20);
        assertSolved(arithmetic(number(2), Operator.DIVIDE, term(X)), 0.2);
        assertSolved(arithmetic(term(X), Operator.MAX, number(2)), 10);
    }

    private static void assertSolved(Term term, double threshold) {
        Rule rule = rule(on(compare(term, Comparison.GE, number(10))));
        assertThat(new Evaluator(Book.model(rule)).thresholds(X)).containsExactly(threshold);
    }
}
