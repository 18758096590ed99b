package io.shirube.engine.evaluate;

import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Condition.Kind;
import java.util.Arrays;

/**
 * Gathers the members of one accumulate function and says what its result may be. {@code sure} members are those whose
 * membership is true, the others may or may not count. Used by one thread, once.
 */
final class Figure {

    private final Kind kind;
    private final Extent sureExtent = new Extent();
    private final Extent possibleExtent = new Extent();
    private final ExactSum low = new ExactSum();
    private final ExactSum high = new ExactSum();
    private double[] possibleValues = {};
    private int sure;
    private int possible;

    Figure(Kind kind) {
        this.kind = kind;
    }

    /** Returns the result over a collection nobody told of. */
    static Interval untold(Kind kind) {
        return switch (kind) {
            case COUNT -> new Interval(0, Double.POSITIVE_INFINITY, false);
            case SUM -> Interval.ANY_NUMBER;
            case MIN, MAX, AVERAGE -> Interval.ANYTHING;
        };
    }

    /** Adds a member whose value does not matter. */
    void count(boolean isSure) {
        if (isSure) {
            sure++;
        } else {
            possible++;
        }
    }

    /** Adds a member with its value; one whose value is absent is left out. */
    void add(boolean isSure, byte state, double value) {
        if (state == Slots.ABSENT) {
            return;
        }
        count(isSure);
        (isSure ? sureExtent : possibleExtent).add(state == Slots.KNOWN, value);
        if (state == Slots.KNOWN) {
            addKnown(isSure, value);
        }
    }

    private void addKnown(boolean isSure, double value) {
        if (kind == Kind.SUM) {
            if (isSure || value < 0) {
                low.add(value);
            }
            if (isSure || value > 0) {
                high.add(value);
            }
        } else if (kind == Kind.AVERAGE) {
            if (isSure) {
                low.add(value);
            } else {
                possibleValues = Arrays.copyOf(possibleValues, possible);
                possibleValues[possible - 1] = value;
            }
        }
    }

    /** Returns the tightest interval over all subsets of the members that are not sure. */
    Interval result() {
        if (kind == Kind.COUNT) {
            return new Interval(sure, sure + possible, false);
        }
        boolean unknown = sureExtent.unknown || possibleExtent.unknown;
        if (kind == Kind.SUM) {
            return unknown ? Interval.ANY_NUMBER : new Interval(low.rounded(), high.rounded(), false);
        }
        if (sure + possible == 0) {
            return Interval.ABSENT;
        }
        return switch (kind) {
            case MIN -> new Interval(lowest(), sure > 0 ? sureExtent.min : possibleExtent.highEnd(), sure == 0);
            case MAX -> new Interval(sure > 0 ? sureExtent.max : possibleExtent.lowEnd(), highest(), sure == 0);
            case AVERAGE ->
                unknown ? new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, sure == 0) : average();
            case COUNT, SUM -> throw new IllegalStateException("kind: answered above, was " + kind);
        };
    }

    private double lowest() {
        return Math.min(sureExtent.lowEnd(), possibleExtent.lowEnd());
    }

    private double highest() {
        return Math.max(sureExtent.highEnd(), possibleExtent.highEnd());
    }

    /** For each number of possible members the lowest average takes the lowest of them, so prefixes are all there is. */
    private Interval average() {
        Arrays.sort(possibleValues);
        ExactSum ascending = new ExactSum(low);
        ExactSum descending = new ExactSum(low);
        double lowEnd = sure > 0 ? low.rounded() / sure : Double.POSITIVE_INFINITY;
        double highEnd = sure > 0 ? lowEnd : Double.NEGATIVE_INFINITY;
        for (int i = 0; i < possible; i++) {
            ascending.add(possibleValues[i]);
            descending.add(possibleValues[possible - 1 - i]);
            int members = sure + i + 1;
            lowEnd = Math.min(lowEnd, ascending.rounded() / members);
            highEnd = Math.max(highEnd, descending.rounded() / members);
        }
        return new Interval(lowEnd, highEnd, sure == 0);
    }

    /** Lowest and highest known value of some members, and whether one is unknown. */
    private static final class Extent {
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;
        private boolean unknown;

        void add(boolean known, double value) {
            if (known) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            } else {
                unknown = true;
            }
        }

        double lowEnd() {
            return unknown ? Double.NEGATIVE_INFINITY : min;
        }

        double highEnd() {
            return unknown ? Double.POSITIVE_INFINITY : max;
        }
    }
}
