package io.shirube.service.auth;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A bucket of tokens that fills evenly. It keeps the one moment at which it will be full again; every token taken moves that
 * moment on, so nothing has to run to fill it. Safe for use by many threads.
 */
final class TokenBucket {

    private static final long SECOND = 1_000_000_000L;

    private final long tokenNanos;
    private final long bucketNanos;
    private final LongSupplier nanos;
    private final AtomicLong fullAt;

    /**
     * Makes a full bucket.
     *
     * @param perSecond how many tokens come each second, from 1 to 1,000,000
     * @param burst how many it holds, at least 1
     * @param nanos a clock like {@link System#nanoTime}
     */
    TokenBucket(int perSecond, int burst, LongSupplier nanos) {
        this.tokenNanos = SECOND / perSecond;
        this.bucketNanos = Math.multiplyExact(tokenNanos, (long) burst);
        this.nanos = nanos;
        this.fullAt = new AtomicLong(nanos.getAsLong());
    }

    /** Takes a token, if there is one; returns 0, or else the nanoseconds until there is. */
    long take() {
        long now = nanos.getAsLong();
        while (true) {
            long before = fullAt.get();
            // because nanoTime may overflow, only differences of it mean something
            long after = (before - now > 0 ? before : now) + tokenNanos;
            long wait = after - now - bucketNanos;
            if (wait > 0) {
                return wait;
            }
            if (fullAt.compareAndSet(before, after)) {
                return 0;
            }
        }
    }

    /** Puts a token back that was taken for nothing. */
    void giveBack() {
        fullAt.addAndGet(-tokenNanos);
    }
}
