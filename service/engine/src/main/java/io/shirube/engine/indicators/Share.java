package io.shirube.engine.indicators;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A part of a count, such as customers that left of customers there were.
 *
 * @param part 0..whole
 */
public record Share(long part, long whole) {

    public Share {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException("part: " + part + " is not 0.." + whole);
        }
    }

    /** Returns part ÷ whole, 0..1; nothing when the whole is 0. */
    public OptionalDouble ratio() {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }

    /** Returns its {@link Interval#wilson Wilson interval}; nothing when the whole is 0. */
    public Optional<Interval> interval() {
        return whole == 0 ? Optional.empty() : Interval.wilson((double) part / whole, (double) whole);
    }
}
