package io.shirube.engine.decide;

import java.util.concurrent.atomic.LongAdder;

/** How often the executors were compared and differed. Safe for use by many threads. */
public final class RefereeCounts {

    private final LongAdder comparisons = new LongAdder();
    private final LongAdder differences = new LongAdder();

    RefereeCounts() {}

    void count(boolean differed) {
        comparisons.increment();
        if (differed) {
            differences.increment();
        }
    }

    /** Returns how many phases of decisions were compared. */
    public long comparisons() {
        return comparisons.sum();
    }

    /** Returns in how many of them the fired sets differed. */
    public long differences() {
        return differences.sum();
    }
}
