package io.shirube.service.errors;

import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;

/**
 * Tells connections that callers broke from faults of ours, and logs them at most once in ten seconds: a caller who
 * breaks thousands must not fill the log. Safe for use by many threads.
 */
public final class BrokenConnections {

    private static final long QUIET_NANOS = 10_000_000_000L;
    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime());
    private static final AtomicLong UNTOLD = new AtomicLong();

    private BrokenConnections() {}

    /** Returns {@link ErrorCode#INTERNAL} when the fault is ours, else what the caller did. */
    static ErrorCode codeOf(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                return ErrorCode.REQUEST_TIMEOUT;
            }
            if (cause instanceof HttpException refused) {
                return ErrorCode.ofStatus(refused.getCode());
            }
            if (cause instanceof BadMessageException || cause instanceof EOFException) {
                return ErrorCode.BAD_REQUEST;
            }
        }
        return thrown instanceof IOException ? ErrorCode.BAD_REQUEST : ErrorCode.INTERNAL;
    }

    /** Logs that a connection broke, with how many did since the last line. */
    public static void log(Logger log, Throwable thrown) {
        long untold = UNTOLD.incrementAndGet();
        long next = NEXT.get();
        long now = System.nanoTime();
        if (now - next >= 0 && NEXT.compareAndSet(next, now + QUIET_NANOS)) {
            UNTOLD.addAndGet(-untold);
            log.info("{} connections were broken or too slow, the last one: {}", untold, String.valueOf(thrown));
        }
    }
}
