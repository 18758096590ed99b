package io.shirube.engine.indicators;

import java.util.Optional;

/**
 * A 95 % confidence interval, in the unit of the figure it belongs to.
 *
 * @param low not above high; both are numbers, never NaN
 */
public record Interval(double low, double high) {

    /** The normal deviate of a two-sided level of 95 %. */
    static final double Z = 1.959963984540054;

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("low: " + low + " is not at most " + high);
        }
    }

    /** Returns whether a value lies inside, the ends included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /**
     * Wilson's score interval of a share: {@code (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n)}.
     *
     * <p>E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927) 209–212; method 3
     * of R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872.
     *
     * @param share 0..1
     * @param n how many it rests on; need not be whole, see {@link WeightedShare}
     * @return inside 0..1 and holding the share; nothing when n is 0
     */
    public static Optional<Interval> wilson(double share, double n) {
        if (!(share >= 0 && share <= 1) || !(n >= 0)) {
            throw new IllegalArgumentException("share, n: " + share + ", " + n);
        }
        if (n == 0) {
            return Optional.empty();
        }
        double z2 = Z * Z;
        double middle = (share + z2 / (2 * n)) / (1 + z2 / n);
        double half = Z * Math.sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n);
        // rounding may leave an end a hair inside the share at 0 and 1
        double low = share == 0 ? 0 : Math.min(share, Math.max(0, middle - half));
        double high = share == 1 ? 1 : Math.max(share, Math.min(1, middle + half));
        return Optional.of(new Interval(low, high));
    }

    /**
     * The difference of two independent shares, {@code first − second}, from their Wilson intervals.
     *
     * <p>Method 10 of R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in
     * Medicine 17 (1998) 873–890.
     *
     * @return inside −1..1; nothing when one of them rests on nothing
     */
    public static Optional<Interval> difference(Share first, Share second) {
        Optional<Interval> one = first.interval();
        Optional<Interval> two = second.interval();
        if (one.isEmpty() || two.isEmpty()) {
            return Optional.empty();
        }
        double p1 = first.ratio().orElseThrow();
        double p2 = second.ratio().orElseThrow();
        double down = Math.hypot(p1 - one.get().low(), two.get().high() - p2);
        double up = Math.hypot(one.get().high() - p1, p2 - two.get().low());
        return Optional.of(new Interval(Math.max(-1, p1 - p2 - down), Math.min(1, p1 - p2 + up)));
    }
}
