package io.shirube.engine.indicators;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Pearson's correlation of pairs, gathered one by one. Says how far two figures go together over accounts, never that one is the
 * cause. Used by one thread at a time.
 */
public final class Correlation {

    private static final long LEAST_FOR_AN_INTERVAL = 4;

    private long n;
    private double meanX;
    private double meanY;
    private double squaresX;
    private double squaresY;
    private double products;

    /** Takes a pair of numbers. */
    public void add(double x, double y) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("pair: " + x + ", " + y);
        }
        // B. P. Welford, Technometrics 4 (1962) 419–420: no difference of large sums
        n++;
        double dx = x - meanX;
        double dy = y - meanY;
        meanX += dx / n;
        meanY += dy / n;
        squaresX += dx * (x - meanX);
        squaresY += dy * (y - meanY);
        products += dx * (y - meanY);
    }

    /** Returns how many pairs there are. */
    public long n() {
        return n;
    }

    /**
     * Returns {@code r = Σ(x−x̄)(y−ȳ) ÷ √(Σ(x−x̄)² Σ(y−ȳ)²)}, −1..1. K. Pearson, Proceedings of the Royal Society 58 (1895)
     * 240–242.
     *
     * @return nothing with fewer than two pairs, or when one side is always the same
     */
    public OptionalDouble value() {
        double norm = Math.sqrt(squaresX) * Math.sqrt(squaresY);
        return n < 2 || !(norm > 0)
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(-1, Math.min(1, products / norm)));
    }

    /** Returns the {@link #interval(double, long) interval} of the value; nothing where there is no value or fewer than 4 pairs. */
    public Optional<Interval> interval() {
        OptionalDouble value = value();
        return value.isEmpty() ? Optional.empty() : interval(value.getAsDouble(), n);
    }

    /**
     * The interval of a correlation by Fisher's transformation: {@code tanh(artanh r ± z ÷ √(n − 3))}. R. A. Fisher, On the
     * "probable error" of a coefficient of correlation deduced from a small sample, Metron 1 (1921) 3–32.
     *
     * @param r −1..1
     * @param n how many pairs
     * @return inside −1..1 and holding r; nothing with fewer than 4 pairs
     */
    public static Optional<Interval> interval(double r, long n) {
        if (!(r >= -1 && r <= 1)) {
            throw new IllegalArgumentException("r: " + r + " is not -1..1");
        }
        if (n < LEAST_FOR_AN_INTERVAL) {
            return Optional.empty();
        }
        if (Math.abs(r) == 1) {
            return Optional.of(new Interval(r, r));
        }
        double z = 0.5 * Math.log((1 + r) / (1 - r));
        double half = Interval.Z / Math.sqrt(n - 3.0);
        return Optional.of(new Interval(Math.min(r, Math.tanh(z - half)), Math.max(r, Math.tanh(z + half))));
    }
}
