package io.shirube.service.webhooks;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a receiver does: a circuit breaker. After some failures in a row it is left alone for a while, then tried with one message at
 * a time until it takes one.
 *
 * @param failures how many attempts failed since one succeeded
 * @param restsUntil until when nothing is sent; null when it does not rest
 */
public record Health(int failures, @Nullable Instant restsUntil) {

    /** So many failures in a row, and it rests. */
    public static final int TRIP = 5;

    /** How it does that did not fail. */
    public static final Health GOOD = new Health(0, null);

    private static final Duration FIRST_REST = Duration.ofSeconds(30);
    private static final Duration LONGEST_REST = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 10;

    /** Returns whether it is tried with one message at a time. */
    public boolean tripped() {
        return failures >= TRIP;
    }

    boolean rests(Instant now) {
        return restsUntil != null && now.isBefore(restsUntil);
    }

    /**
     * Returns how it does after one more failure.
     *
     * @param retryAfter for how long it asks to be left alone
     * @param jitter by which share of itself the rest is longer, from 0 to 1
     */
    Health failed(Instant now, @Nullable Duration retryAfter, double jitter) {
        Duration rest = retryAfter == null ? Duration.ZERO : retryAfter;
        if (failures + 1 >= TRIP) {
            Duration own = Jitter.longer(rest(failures + 1 - TRIP), jitter);
            rest = own.compareTo(rest) > 0 ? own : rest;
        }
        Instant until = rest.isZero() ? restsUntil : now.plus(rest);
        boolean longer = until != null && restsUntil != null && restsUntil.isAfter(until);
        return new Health(failures + 1, longer ? restsUntil : until);
    }

    private static Duration rest(int trips) {
        Duration doubled = FIRST_REST.multipliedBy(1L << Math.min(trips, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : doubled;
    }
}
