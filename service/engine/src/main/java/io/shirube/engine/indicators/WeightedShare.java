package io.shirube.engine.indicators;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A share of something that accounts have in different amounts, such as MRR lost of MRR there was. Gathered one by one; used by
 * one thread at a time. Amounts add up exactly while they are whole and below 2⁵³.
 */
public final class WeightedShare {

    private long n;
    private double part;
    private double whole;
    private double squares;

    /** @param part of one account, 0..whole */
    public void add(double part, double whole) {
        if (!(part >= 0 && part <= whole) || Double.isInfinite(whole)) {
            throw new IllegalArgumentException("part: " + part + " is not 0.." + whole);
        }
        if (whole > 0) {
            n++;
            this.part += part;
            this.whole += whole;
            squares += whole * whole;
        }
    }

    /** Returns how many accounts have some of it. */
    public long n() {
        return n;
    }

    /** Returns the sum of the parts. */
    public double part() {
        return part;
    }

    /** Returns the sum of the wholes. */
    public double whole() {
        return whole;
    }

    /** Returns part ÷ whole, 0..1; nothing when there is no whole. */
    public OptionalDouble ratio() {
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, part / whole));
    }

    /**
     * Returns the {@link Interval#wilson Wilson interval} of the share, resting on as many accounts as there would be if all were
     * of one size: {@code (Σw)² ÷ Σw²}, L. Kish, Survey Sampling (1965) 11.7. One large account among small ones counts for
     * what it is: little to go by. Wide rather than narrow where accounts lose a part only.
     */
    public Optional<Interval> interval() {
        return n == 0 ? Optional.empty() : Interval.wilson(Math.min(1, part / whole), whole * whole / squares);
    }
}
