package io.shirube.engine.cases.coverage;

import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Constraint.Comparison;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Origin;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/**
 * A number at which a test changes its answer, and the nearest numbers on the other side.
 *
 * @param name of the field as a reason quotes it, or the author's words for a figure over items
 * @param at the number
 * @param sides the nearest numbers on the other side, none when the field cannot have one
 */
record Edge(String name, double at, List<Side> sides) {

    /** Without a step, this share of the number is near. */
    private static final double NEAR = 0.01;

    Edge {
        sides = List.copyOf(sides);
    }

    /**
     * Values next to the number.
     *
     * @param low lowest of them
     * @param high highest of them; the number itself is not among them
     */
    record Side(double low, double high, boolean above) {
        boolean has(double value) {
            return above ? value > low && value <= high : value >= low && value < high;
        }

        /** Returns the value furthest from the number: one step. */
        double step() {
            return above ? high : low;
        }

        private Constraint test(Term term, Origin origin) {
            Constraint from = compare(above ? Comparison.GT : Comparison.GE, term, low, origin);
            Constraint to = compare(above ? Comparison.LE : Comparison.LT, term, high, origin);
            return new Constraint.AllOf(List.of(from, to), origin);
        }
    }

    /** The numbers a field or figure can have. */
    record Grid(String name, double step, double min, double max) {}

    /**
     * Returns the edge at a number, or null when the field cannot have it.
     *
     * @param answer what the test says of a number
     */
    static @Nullable Edge of(Grid grid, double at, DoublePredicate answer) {
        if (at < grid.min || at > grid.max) {
            return null;
        }
        double step = grid.step > 0 ? grid.step : Math.max(Math.abs(at) * NEAR, NEAR);
        double below = exact(at, -step);
        double above = exact(at, step);
        List<Side> sides = new ArrayList<>();
        if (below >= grid.min && answer.test(below) != answer.test(at)) {
            sides.add(new Side(below, at, false));
        }
        if (above <= grid.max && answer.test(above) != answer.test(at)) {
            sides.add(new Side(at, above, true));
        }
        return new Edge(grid.name, at, sides);
    }

    private static double exact(double number, double step) {
        return BigDecimal.valueOf(number).add(BigDecimal.valueOf(step)).doubleValue();
    }

    /** Returns the test that only the number itself passes. */
    Constraint on(Term term, Origin origin) {
        return compare(Comparison.EQ, term, at, origin);
    }

    /** Returns the tests that only the nearest numbers of each other side pass. */
    List<Constraint> beside(Term term, Origin origin) {
        return sides.stream().map(side -> side.test(term, origin)).toList();
    }

    private static Constraint compare(Comparison comparison, Term term, double number, Origin origin) {
        return new Constraint.Compare(comparison, term, new Term.Literal(number, ValueType.NUMBER, origin), origin);
    }

    static Grid grid(Field field, String name, boolean neverNegative) {
        Double min = field.min();
        Double max = field.max();
        return new Grid(
                name,
                field.step(),
                min == null ? (neverNegative ? 0 : Double.NEGATIVE_INFINITY) : min,
                max == null ? Double.POSITIVE_INFINITY : max);
    }
}
