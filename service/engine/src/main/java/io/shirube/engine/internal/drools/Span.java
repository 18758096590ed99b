package io.shirube.engine.internal.drools;

/**
 * What a figure over uncertain members may come to: any number of a closed interval and, if said so, no number at all.
 *
 * @param low lowest number, negative infinity when unbounded; above {@code high} when no number is reachable
 * @param high highest number, positive infinity when unbounded
 * @param maybeAbsent whether the figure may have no value
 */
public record Span(double low, double high, boolean maybeAbsent) {

    static final Span ABSENT = new Span(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, true);

    static Span unbounded(boolean maybeAbsent) {
        return new Span(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, maybeAbsent);
    }

    public int eq(double number) {
        return verdict(low == number && high == number, low <= number && number <= high);
    }

    /** Compares for difference; no number at all differs from none, as in Drools, where it matches nothing. */
    public int ne(double number) {
        return verdict(high < number || low > number, low != number || high != number);
    }

    public int lt(double number) {
        return verdict(high < number, low < number);
    }

    public int le(double number) {
        return verdict(high <= number, low <= number);
    }

    public int gt(double number) {
        return verdict(low > number, high > number);
    }

    public int ge(double number) {
        return verdict(low >= number, high >= number);
    }

    private int verdict(boolean allNumbers, boolean someNumber) {
        boolean numbers = low <= high;
        boolean every = numbers && allNumbers && !maybeAbsent;
        boolean some = numbers && someNumber;
        if (every) {
            return 1;
        }
        return some ? 0 : -1;
    }
}
