package io.shirube.engine.internal.drools;

/**
 * Arithmetic and comparisons over values that may be unknown or absent. A value is one double: NaN is unknown, positive
 * infinity absent, any finite number itself. A verdict is 1 for true, -1 for false, 0 for unknown.
 */
public final class Figures {

    /** The encoding of a value nobody told. */
    public static final double UNKNOWN = Double.NaN;

    /** The encoding of a value told not to exist. */
    public static final double ABSENT = Double.POSITIVE_INFINITY;

    private Figures() {}

    public static double add(double left, double right) {
        return settled(left, right) ? finite(left + right) : unsettled(left, right);
    }

    public static double subtract(double left, double right) {
        return settled(left, right) ? finite(left - right) : unsettled(left, right);
    }

    public static double multiply(double left, double right) {
        return settled(left, right) ? finite(left * right) : unsettled(left, right);
    }

    /** Divides; a divisor of zero gives unknown even when the dividend is absent. */
    public static double divide(double left, double right) {
        if (right == 0) {
            return UNKNOWN;
        }
        return settled(left, right) ? finite(left / right) : unsettled(left, right);
    }

    public static double lower(double left, double right) {
        return settled(left, right) ? Math.min(left, right) : unsettled(left, right);
    }

    public static double higher(double left, double right) {
        return settled(left, right) ? Math.max(left, right) : unsettled(left, right);
    }

    /** Returns the verdict whether a value is one of no values: unknown only when it is. */
    public static int none(double value) {
        return Double.isNaN(value) ? 0 : -1;
    }

    public static int eq(double left, double right) {
        return verdict(left, right, left == right);
    }

    /** Compares for difference; true when a side is absent. */
    public static int ne(double left, double right) {
        return -verdict(left, right, left == right);
    }

    public static int lt(double left, double right) {
        return verdict(left, right, left < right);
    }

    public static int le(double left, double right) {
        return verdict(left, right, left <= right);
    }

    public static int gt(double left, double right) {
        return verdict(left, right, left > right);
    }

    public static int ge(double left, double right) {
        return verdict(left, right, left >= right);
    }

    /** Returns Kleene's conjunction of two verdicts. */
    public static int both(int left, int right) {
        return Math.min(left, right);
    }

    /** Returns Kleene's disjunction of two verdicts. */
    public static int either(int left, int right) {
        return Math.max(left, right);
    }

    /** Returns Kleene's negation of a verdict. */
    public static int contrary(int verdict) {
        return -verdict;
    }

    private static int verdict(double left, double right, boolean holds) {
        if (Double.isNaN(left) || Double.isNaN(right)) {
            return 0;
        }
        return holds && left != ABSENT && right != ABSENT ? 1 : -1;
    }

    private static boolean settled(double left, double right) {
        return Double.isFinite(left) && Double.isFinite(right);
    }

    private static double unsettled(double left, double right) {
        return Double.isNaN(left) || Double.isNaN(right) ? UNKNOWN : ABSENT;
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : UNKNOWN;
    }
}
