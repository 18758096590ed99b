package io.shirube.engine.whatif;

import io.shirube.engine.decide.Variants;
import io.shirube.engine.evaluate.Derivations;
import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.evaluate.Value;
import io.shirube.engine.model.Facts;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.rules.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;

/**
 * Where, as a number of one account moves, something else crosses what rules compare it with: a signal computed from the number
 * crosses a constant, or one side of a comparison the other. Found by halving between values at which the two stand
 * differently; of two crossings between neighbouring constants that undo each other nothing is seen. Used by one thread.
 */
final class Crossings {

    private static final int HALVINGS = 64;
    private static final int MOST_CROSSINGS = 8;

    /** Where a range without a bound is taken to end: more than any count or sum of money of one account. */
    private static final double FAR = 1e12;

    private static final double NOTHING = Double.NaN;

    private final Variants account;
    private final Evaluator evaluator;

    Crossings(Variants account) {
        this.account = account;
        this.evaluator = account.ruleset().evaluator();
    }

    /**
     * Returns values just before and just after each crossing.
     *
     * @param between values to look between, beside the present one and the bounds of the range
     */
    Set<Double> of(Input input, NavigableSet<Double> between) {
        NavigableSet<Double> looked = looked(input, between);
        Set<Double> found = new TreeSet<>();
        for (DoubleUnaryOperator side : sides(input)) {
            Double before = null;
            double sideBefore = NOTHING;
            for (double value : looked) {
                double now = side.applyAsDouble(value);
                if (before != null && differ(sideBefore, now)) {
                    halve(side, before, sideBefore, value, Grid.step(input.field()), found);
                }
                before = value;
                sideBefore = now;
            }
        }
        return found;
    }

    private NavigableSet<Double> looked(Input input, NavigableSet<Double> between) {
        Field field = input.field();
        NavigableSet<Double> looked = new TreeSet<>(between);
        if (input.isKnown(account.facts())) {
            looked.add(input.number(account.facts()));
        }
        Double min = field.min();
        Double max = field.max();
        looked.add(min == null ? -FAR : min);
        looked.add(max == null ? FAR : max);
        looked.removeIf(value -> !Grid.isPossible(value, field));
        return looked;
    }

    private static boolean differ(double one, double other) {
        return Double.compare(one, other) != 0;
    }

    /** Finds the first crossing after a value, and goes on from there: unknown, below and above may follow each other. */
    private static void halve(
            DoubleUnaryOperator side, double from, double sideFrom, double to, double step, Set<Double> found) {
        double start = from;
        double sideStart = sideFrom;
        double sideTo = side.applyAsDouble(to);
        for (int crossings = 0; crossings < MOST_CROSSINGS && differ(sideStart, sideTo); crossings++) {
            double low = start;
            double high = to;
            for (int i = 0; i < HALVINGS && high - low > step / 2; i++) {
                double middle = low + (high - low) / 2;
                if (differ(side.applyAsDouble(middle), sideStart)) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            found.add(low);
            found.add(high);
            start = high;
            sideStart = side.applyAsDouble(high);
        }
    }

    /** Returns functions of the number that are -1, 0 or 1, or no number where nothing can be said. */
    private List<DoubleUnaryOperator> sides(Input input) {
        List<DoubleUnaryOperator> sides = new ArrayList<>();
        Set<Field> moved = new HashSet<>(Set.of(input.field()));
        for (SignalType computed : computedFrom(input)) {
            if (!account.isTold(computed)) {
                moved.add(computed.field());
                for (double constant : evaluator.thresholds(computed.field())) {
                    sides.add(value -> side(evaluator.value(computed.field(), with(input, value)), constant));
                }
            }
        }
        for (Constraint.Compare comparison : evaluator.comparisonsOfFields()) {
            if (readsOneOf(moved, comparison.left()) || readsOneOf(moved, comparison.right())) {
                sides.add(value -> side(comparison, with(input, value)));
            }
        }
        return sides;
    }

    private List<SignalType> computedFrom(Input input) {
        SignalType signal = input.signal();
        if (signal != null) {
            return account.dependents(signal);
        }
        List<SignalType> computed = new ArrayList<>();
        for (SignalType other : account.ruleset().model().vocabulary().signals()) {
            SignalType.Derivation derivation = other.derivation();
            if (derivation != null && Derivations.reads(derivation).contains(input.field())) {
                computed.add(other);
            }
        }
        return computed;
    }

    private boolean readsOneOf(Set<Field> moved, Term term) {
        return evaluator.reads(term).stream().anyMatch(moved::contains);
    }

    private Facts with(Input input, double value) {
        return account.with(input.field(), input.signal(), value);
    }

    private double side(Constraint.Compare comparison, Facts facts) {
        Value right = evaluator.value(comparison.right(), facts);
        return right instanceof Value.Known known
                ? side(evaluator.value(comparison.left(), facts), known.number())
                : NOTHING;
    }

    private static double side(Value value, double constant) {
        return value instanceof Value.Known known ? Math.signum(known.number() - constant) : NOTHING;
    }
}
