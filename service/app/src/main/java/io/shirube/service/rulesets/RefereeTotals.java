package io.shirube.service.rulesets;

import io.shirube.engine.decide.RefereeCounts;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;

/** How often executors were compared and differed since the start, over all rulesets. Safe for use by many threads. */
public final class RefereeTotals {

    private final Set<RefereeCounts> live = ConcurrentHashMap.newKeySet();
    private final LongAdder comparisons = new LongAdder();
    private final LongAdder differences = new LongAdder();

    void add(RefereeCounts counts) {
        live.add(counts);
    }

    /** Keeps the figures of a ruleset that decides no more. */
    void keep(RefereeCounts counts) {
        if (live.remove(counts)) {
            comparisons.add(counts.comparisons());
            differences.add(counts.differences());
        }
    }

    /** Returns how many phases of decisions were compared. */
    public long comparisons() {
        return comparisons.sum() + sum(RefereeCounts::comparisons);
    }

    /** Returns in how many of them the fired sets differed. */
    public long differences() {
        return differences.sum() + sum(RefereeCounts::differences);
    }

    private long sum(ToLongFunction<RefereeCounts> figure) {
        return live.stream().mapToLong(figure).sum();
    }
}
