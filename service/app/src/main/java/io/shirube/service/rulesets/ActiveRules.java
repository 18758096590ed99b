package io.shirube.service.rulesets;

import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Holds the rules that decide now, as one reference that is swapped whole. Whoever decides takes a lease first and so
 * never meets two rulesets; replaced rules are closed when their last lease ends. Safe for use by many threads.
 */
public final class ActiveRules implements AutoCloseable {

    private final AtomicReference<@Nullable Counted> current = new AtomicReference<>();

    /**
     * Takes the active rules; the lease must be closed.
     *
     * @throws ProblemException when there are none yet
     */
    public Lease lease() {
        while (true) {
            Counted counted = current.get();
            if (counted == null) {
                throw new ProblemException(Problem.of(ErrorCode.NO_RULES));
            }
            if (counted.acquire()) {
                return new Lease(counted);
            }
            // because the last holder of these rules just let go: others are active by now
            Thread.onSpinWait();
        }
    }

    /** Returns the revision of the active rules; null when there are none yet. */
    public @Nullable String revision() {
        Counted counted = current.get();
        return counted == null ? null : counted.rules.revision();
    }

    /** Makes rules active; those before them are closed once nobody decides with them. */
    void activate(Rules rules) {
        replace(new Counted(rules));
    }

    /** Ends deciding. */
    @Override
    public void close() {
        replace(null);
    }

    private void replace(@Nullable Counted next) {
        Counted before = current.getAndSet(next);
        if (before != null) {
            before.release();
        }
    }

    /** The right to decide with one ruleset until closed. For one thread at a time. */
    public static final class Lease implements AutoCloseable {

        private @Nullable Counted counted;
        private final Rules rules;

        private Lease(Counted counted) {
            this.counted = counted;
            this.rules = counted.rules;
        }

        public Rules rules() {
            return rules;
        }

        @Override
        public void close() {
            if (counted != null) {
                counted.release();
                counted = null;
            }
        }
    }

    private static final class Counted {

        private final Rules rules;

        /** One for being active and one for every lease; never rises again from zero. */
        private final AtomicInteger holders = new AtomicInteger(1);

        private Counted(Rules rules) {
            this.rules = rules;
        }

        private boolean acquire() {
            return holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
        }

        private void release() {
            if (holders.decrementAndGet() == 0) {
                rules.close();
            }
        }
    }
}
