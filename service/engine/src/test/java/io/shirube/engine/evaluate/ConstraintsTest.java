package io.shirube.engine.evaluate;

import static io.shirube.engine.evaluate.Book.ABSENT;
import static io.shirube.engine.evaluate.Book.HERE;
import static io.shirube.engine.evaluate.Book.all;
import static io.shirube.engine.evaluate.Book.any;
import static io.shirube.engine.evaluate.Book.arithmetic;
import static io.shirube.engine.evaluate.Book.compare;
import static io.shirube.engine.evaluate.Book.facts;
import static io.shirube.engine.evaluate.Book.not;
import static io.shirube.engine.evaluate.Book.number;
import static io.shirube.engine.evaluate.Book.term;
import static io.shirube.engine.evaluate.Book.with;
import static io.shirube.engine.evaluate.Verdict.FALSE;
import static io.shirube.engine.evaluate.Verdict.TRUE;
import static io.shirube.engine.evaluate.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shirube.engine.model.Facts;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Constraint.Comparison;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.Term.Operator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConstraintsTest {

    private static Verdict test(Constraint constraint, Facts facts) {
        return ConstraintNode.of(constraint).test(new Frame(facts, 0));
    }

    private static Facts xy(@Nullable Double x, @Nullable Double y) {
        return with(with(facts(), Book.X, x), Book.Y, y);
    }

    @ParameterizedTest
    @CsvSource({
        "EQ, FALSE, TRUE, FALSE",
        "NE, TRUE, FALSE, TRUE",
        "LT, TRUE, FALSE, FALSE",
        "LE, TRUE, TRUE, FALSE",
        "GT, FALSE, FALSE, TRUE",
        "GE, FALSE, TRUE, TRUE"
    })
    void comparesKnownNumbers(Comparison comparison, Verdict below, Verdict at, Verdict above) {
        Constraint constraint = compare(Book.X, comparison, 5);
        assertThat(test(constraint, xy(4.0, null))).isEqualTo(below);
        assertThat(test(constraint, xy(5.0, null))).isEqualTo(at);
        assertThat(test(constraint, xy(6.0, null))).isEqualTo(above);
    }

    @ParameterizedTest
    @EnumSource(Comparison.class)
    void isUnknownWhenASideIsUnknownEvenIfTheOtherIsAbsent(Comparison comparison) {
        Constraint constraint = compare(term(Book.X), comparison, term(Book.Y));
        assertThat(test(constraint, xy(null, 1.0))).isEqualTo(UNKNOWN);
        assertThat(test(constraint, xy(1.0, null))).isEqualTo(UNKNOWN);
        assertThat(test(constraint, xy(ABSENT, null))).isEqualTo(UNKNOWN);
        assertThat(test(constraint, xy(null, null))).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(Comparison.class)
    void onlyDiffersFromWhatIsAbsent(Comparison comparison) {
        Verdict expected = Verdict.of(comparison == Comparison.NE);
        Constraint constraint = compare(term(Book.X), comparison, term(Book.Y));
        assertThat(test(constraint, xy(ABSENT, 1.0))).isEqualTo(expected);
        assertThat(test(constraint, xy(1.0, ABSENT))).isEqualTo(expected);
        assertThat(test(constraint, xy(ABSENT, ABSENT))).isEqualTo(expected);
    }

    @Test
    void takesMinusZeroForZero() {
        assertThat(test(compare(Book.X, Comparison.EQ, 0.0), xy(-0.0, null))).isEqualTo(TRUE);
        assertThat(test(new Constraint.OneOf(term(Book.X), List.of(0.0), HERE), xy(-0.0, null)))
                .isEqualTo(TRUE);
    }

    @Test
    void comparesDatesBooleansEnumsAndTextsByTheirNumbers() {
        Facts facts = facts();
        with(facts, Book.DAY, 20_000.0);
        with(facts, Book.FLAG, 1.0);
        with(facts, Book.COLOR, 1.0);
        Book.putText(facts.account(), Book.NAME, "login");
        assertThat(test(compare(term(Book.DAY), Comparison.LT, term(Book.DAY)), facts))
                .isEqualTo(FALSE);
        assertThat(test(compare(Book.FLAG, Comparison.EQ, 1), facts)).isEqualTo(TRUE);
        assertThat(test(compare(Book.COLOR, Comparison.GE, 2), facts)).isEqualTo(FALSE);
        assertThat(test(compare(Book.COLOR, Comparison.LT, 2), facts)).isEqualTo(TRUE);
        assertThat(test(compare(Book.NAME, Comparison.EQ, 1), facts)).isEqualTo(TRUE);
        assertThat(test(compare(Book.NAME, Comparison.NE, 1), facts)).isEqualTo(FALSE);
    }

    @Test
    void findsOneOfSeveralValues() {
        Constraint oneOf = new Constraint.OneOf(term(Book.X), List.of(1.0, 3.0), HERE);
        assertThat(test(oneOf, xy(3.0, null))).isEqualTo(TRUE);
        assertThat(test(oneOf, xy(2.0, null))).isEqualTo(FALSE);
        assertThat(test(oneOf, xy(ABSENT, null))).isEqualTo(FALSE);
        assertThat(test(oneOf, xy(null, null))).isEqualTo(UNKNOWN);
        assertThat(test(new Constraint.OneOf(term(Book.X), List.of(), HERE), xy(null, null)))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void matchesWholeTextsOnly() {
        Constraint matches = new Constraint.Matches(term(Book.NAME), "log.*", HERE);
        Facts facts = facts();
        assertThat(test(matches, facts)).isEqualTo(UNKNOWN);
        Book.putText(facts.account(), Book.NAME, "login");
        assertThat(test(matches, facts)).isEqualTo(TRUE);
        Book.putText(facts.account(), Book.NAME, "relogin");
        assertThat(test(matches, facts)).isEqualTo(FALSE);
        with(facts, Book.NAME, ABSENT);
        assertThat(test(matches, facts)).isEqualTo(FALSE);
    }

    @Test
    void findsAMemberOfASet() {
        Constraint contains = new Constraint.Contains(term(Book.PRODUCTS), Book.TEXTS.indexOf("SSO"), HERE);
        Facts facts = facts();
        assertThat(test(contains, facts)).isEqualTo(UNKNOWN);
        Book.putTexts(facts.account(), Book.PRODUCTS, "billing", "SSO");
        assertThat(test(contains, facts)).isEqualTo(TRUE);
        Book.putTexts(facts.account(), Book.PRODUCTS);
        assertThat(test(contains, facts)).isEqualTo(FALSE);
        with(facts, Book.PRODUCTS, ABSENT);
        assertThat(test(contains, facts)).isEqualTo(FALSE);
    }

    @Test
    void knowsWhetherAValueIsNull() {
        Constraint isNull = Book.isNull(term(Book.X));
        assertThat(test(isNull, xy(null, null))).isEqualTo(TRUE);
        assertThat(test(isNull, xy(ABSENT, null))).isEqualTo(TRUE);
        assertThat(test(isNull, xy(1.0, null))).isEqualTo(FALSE);
    }

    @Test
    void joinsAndNegates() {
        Constraint yes = compare(number(1), Comparison.EQ, number(1));
        Constraint no = not(yes);
        Constraint unknown = compare(Book.X, Comparison.EQ, 1);
        assertThat(test(all(), facts())).isEqualTo(TRUE);
        assertThat(test(any(), facts())).isEqualTo(FALSE);
        assertThat(test(all(yes, unknown), facts())).isEqualTo(UNKNOWN);
        assertThat(test(all(unknown, no), facts())).isEqualTo(FALSE);
        assertThat(test(any(unknown, yes), facts())).isEqualTo(TRUE);
        assertThat(test(any(no, unknown), facts())).isEqualTo(UNKNOWN);
        assertThat(test(not(unknown), facts())).isEqualTo(UNKNOWN);
        assertThat(test(not(any(no, no)), facts())).isEqualTo(TRUE);
    }

    @ParameterizedTest
    @CsvSource({"ADD, 8", "SUBTRACT, 4", "MULTIPLY, 12", "DIVIDE, 3", "MIN, 2", "MAX, 6"})
    void computes(Operator operator, double result) {
        Term sum = arithmetic(term(Book.X), operator, term(Book.Y));
        assertThat(value(sum, xy(6.0, 2.0))).isEqualTo(new Value.Known(result));
        assertThat(value(sum, xy(6.0, null))).isEqualTo(new Value.Unknown());
        assertThat(value(sum, xy(null, 2.0))).isEqualTo(new Value.Unknown());
        assertThat(value(sum, xy(ABSENT, null))).isEqualTo(new Value.Unknown());
        assertThat(value(sum, xy(null, ABSENT))).isEqualTo(new Value.Unknown());
        assertThat(value(sum, xy(6.0, ABSENT))).isEqualTo(new Value.Absent());
        assertThat(value(sum, xy(ABSENT, 2.0))).isEqualTo(new Value.Absent());
    }

    @Test
    void doesNotKnowWhatIsNotFinite() {
        Term ratio = arithmetic(term(Book.X), Operator.DIVIDE, term(Book.Y));
        assertThat(value(ratio, xy(6.0, 0.0))).isEqualTo(new Value.Unknown());
        assertThat(value(ratio, xy(0.0, -0.0))).isEqualTo(new Value.Unknown());
        assertThat(value(ratio, xy(ABSENT, 0.0))).isEqualTo(new Value.Unknown());
        assertThat(value(ratio, xy(ABSENT, ABSENT))).isEqualTo(new Value.Absent());
        Term product = arithmetic(term(Book.X), Operator.MULTIPLY, term(Book.Y));
        assertThat(value(product, xy(1e300, 1e300))).isEqualTo(new Value.Unknown());
        assertThat(test(compare(product, Comparison.GT, number(1)), xy(1e300, 1e300)))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void refusesAResultOutsideItsAccumulate() {
        Constraint stray = compare(new Term.OfResult(0, HERE), Comparison.GT, number(1));
        assertThatThrownBy(() -> ConstraintNode.of(stray)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Value value(Term term, Facts facts) {
        return TermNode.of(term).value(new Frame(facts, 0));
    }
}
