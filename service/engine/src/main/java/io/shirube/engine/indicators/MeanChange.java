package io.shirube.engine.indicators;

import java.util.Optional;
import java.util.OptionalDouble;

/** How much a figure changed on average, each account against itself before. Used by one thread at a time. */
public final class MeanChange {

    private long n;
    private double mean;
    private double squares;

    /** Takes one account's figure before and now. */
    public void add(double before, double now) {
        if (!Double.isFinite(before) || !Double.isFinite(now)) {
            throw new IllegalArgumentException("before, now: " + before + ", " + now);
        }
        n++;
        double delta = now - before - mean;
        mean += delta / n;
        squares += delta * (now - before - mean);
    }

    /** Returns how many accounts have both. */
    public long n() {
        return n;
    }

    /** Returns the mean of {@code now − before}, in the figure's unit; nothing without accounts. */
    public OptionalDouble value() {
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(mean);
    }

    /**
     * The interval of the mean, {@code d ± z s ÷ √n} with s the standard deviation of the differences. For 30 accounts and more;
     * with fewer it is too narrow.
     *
     * @return nothing with fewer than two accounts
     */
    public Optional<Interval> interval() {
        if (n < 2) {
            return Optional.empty();
        }
        double half = Interval.Z * Math.sqrt(squares / (n - 1) / n);
        return Optional.of(new Interval(mean - half, mean + half));
    }
}
