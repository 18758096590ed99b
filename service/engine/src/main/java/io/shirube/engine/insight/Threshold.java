package io.shirube.engine.insight;

import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Constraint.Comparison;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A number that a rule compares one field of the account with, and that can be relaxed.
 *
 * @param test the comparison as it stands in the rule
 * @param swapped whether the number stands left of the field
 */
record Threshold(Rule rule, Constraint.Compare test, Field field, double number, boolean swapped) {

    private static final BigDecimal RATIO_GRID = new BigDecimal("0.05");
    private static final int DIGITS = 9;

    /** Returns the threshold of a test; nothing where it compares otherwise than by more or less. */
    static Optional<Threshold> of(Rule rule, Constraint constraint) {
        if (!(constraint instanceof Constraint.Compare compare) || !isOrdered(compare.comparison())) {
            return Optional.empty();
        }
        if (isNumber(compare.left()) && compare.right() instanceof Term.Literal literal) {
            return Optional.of(
                    new Threshold(rule, compare, ((Term.OfField) compare.left()).field(), literal.value(), false));
        }
        if (isNumber(compare.right()) && compare.left() instanceof Term.Literal literal) {
            return Optional.of(
                    new Threshold(rule, compare, ((Term.OfField) compare.right()).field(), literal.value(), true));
        }
        return Optional.empty();
    }

    private static boolean isNumber(Term term) {
        return term instanceof Term.OfField field
                && field.variable() == Term.ACCOUNT
                && field.field().type() == ValueType.NUMBER;
    }

    private static boolean isOrdered(Comparison comparison) {
        return switch (comparison) {
            case LT, LE, GT, GE -> true;
            case EQ, NE -> false;
        };
    }

    /** Returns whether the field has to reach the number rather than stay below it. */
    boolean isFloor() {
        Comparison comparison = test.comparison();
        boolean more = comparison == Comparison.GE || comparison == Comparison.GT;
        return more != swapped;
    }

    private boolean isStrict() {
        return test.comparison() == Comparison.GT || test.comparison() == Comparison.LT;
    }

    /** Returns whether a value is near enough that relaxing so far is still the same rule: half of the threshold away at most. */
    boolean isWithinReach(double value) {
        double reach = number == 0 ? grid().doubleValue() : Math.abs(number) / 2;
        double to = admitting(value);
        boolean inRange = (field.min() == null || to >= field.min()) && (field.max() == null || to <= field.max());
        return inRange && Math.abs(to - number) <= reach;
    }

    /** Returns the round number nearest to the threshold with which the test would hold for a value. */
    double admitting(double value) {
        BigDecimal grid = grid();
        BigDecimal exact = BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP);
        RoundingMode outward = isFloor() ? RoundingMode.FLOOR : RoundingMode.CEILING;
        BigDecimal round = exact.divide(grid, 0, outward).multiply(grid);
        if (isStrict() && round.compareTo(exact) == 0) {
            round = isFloor() ? round.subtract(grid) : round.add(grid);
        }
        return round.doubleValue();
    }

    /** Returns the distance of round numbers: 5 points of a percentage, else a tenth of the threshold's order, never below the field's step. */
    private BigDecimal grid() {
        if (field.unit().equals("ratio")) {
            return RATIO_GRID;
        }
        double size = Math.abs(number);
        BigDecimal grid = size == 0
                ? BigDecimal.ONE
                : BigDecimal.valueOf(1, 1).scaleByPowerOfTen((int) Math.floor(Math.log10(size)));
        return field.step() > 0 ? grid.max(BigDecimal.valueOf(field.step())) : grid;
    }

    /** Returns the rule with another number in the place of this one, and nothing else changed. */
    Rule with(double other) {
        Constraint.Compare changed = swapped
                ? new Constraint.Compare(
                        test.comparison(), literal((Term.Literal) test.left(), other), test.right(), test.origin())
                : new Constraint.Compare(
                        test.comparison(), test.left(), literal((Term.Literal) test.right(), other), test.origin());
        return new Rule(
                rule.number(),
                rule.name(),
                rule.phase(),
                rule.position(),
                rule.from(),
                rule.until(),
                in(rule.condition(), changed),
                rule.variables(),
                rule.results(),
                rule.consequences(),
                rule.reasonJa(),
                rule.reasonEn(),
                rule.metadata());
    }

    private static Term.Literal literal(Term.Literal was, double number) {
        return new Term.Literal(number, was.type(), was.origin());
    }

    private Condition in(Condition condition, Constraint.Compare changed) {
        if (condition instanceof Condition.Both both) {
            List<Condition> parts = new ArrayList<>();
            both.parts().forEach(part -> parts.add(in(part, changed)));
            return new Condition.Both(parts, both.origin());
        }
        return condition instanceof Condition.OnAccount account
                ? new Condition.OnAccount(in(account.constraint(), changed), account.origin())
                : condition;
    }

    private Constraint in(Constraint constraint, Constraint.Compare changed) {
        if (isTheTest(constraint)) {
            return changed;
        }
        if (constraint instanceof Constraint.AllOf all) {
            List<Constraint> parts = new ArrayList<>();
            all.parts().forEach(part -> parts.add(in(part, changed)));
            return new Constraint.AllOf(parts, all.origin());
        }
        return constraint;
    }

    @SuppressWarnings(
            "ReferenceEquality") // because the same test may stand twice in a rule, and only this one is meant
    private boolean isTheTest(Constraint constraint) {
        return constraint == test;
    }
}
