package io.shirube.engine.indicators;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One sum over accounts divided by another, such as active users ÷ seats. Gathered one by one; used by one thread at a time.
 */
public final class RatioOfSums {

    private long n;
    private double above;
    private double below;
    private double aboveSquares;
    private double belowSquares;
    private double products;

    /**
     * Takes one account.
     *
     * @param above any number
     * @param below 0 or more; an account with 0 says nothing and is left out
     */
    public void add(double above, double below) {
        if (!Double.isFinite(above) || !Double.isFinite(below) || below < 0) {
            throw new IllegalArgumentException("above, below: " + above + ", " + below);
        }
        if (below > 0) {
            n++;
            this.above += above;
            this.below += below;
            aboveSquares += above * above;
            belowSquares += below * below;
            products += above * below;
        }
    }

    /** Returns how many accounts count. */
    public long n() {
        return n;
    }

    /** Returns the sum that is divided. */
    public double above() {
        return above;
    }

    /** Returns the sum it is divided by. */
    public double below() {
        return below;
    }

    /** Returns {@code Σabove ÷ Σbelow}; nothing without accounts. */
    public OptionalDouble ratio() {
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(above / below);
    }

    /**
     * The interval of the ratio, with whole accounts as what is drawn, because people of one account are alike:
     * {@code r ± z √(n ÷ (n−1) × Σ(above − r·below)²) ÷ Σbelow}. W. G. Cochran, Sampling Techniques, 3rd edition (1977) 6.4.
     *
     * @param low least value the ratio can have
     * @param high highest
     * @return inside low..high and holding the ratio; nothing with fewer than two accounts
     */
    public Optional<Interval> interval(double low, double high) {
        if (n < 2) {
            return Optional.empty();
        }
        double r = above / below;
        double residual = Math.max(0, aboveSquares - 2 * r * products + r * r * belowSquares);
        double half = Interval.Z * Math.sqrt(residual * n / (n - 1)) / below;
        return Optional.of(new Interval(Math.min(r, Math.max(low, r - half)), Math.max(r, Math.min(high, r + half))));
    }
}
