package io.shirube.bench.report;

/** Names of the figures of whole runs. */
public final class Batch {

    /** Reads and writes the same bytes and decides nothing. */
    public static final String COMPARATOR = "comparator: parse and write, decide nothing";

    /** The batch with one thread. */
    public static final String ALONE = "1 thread";

    /** The batch with two threads. */
    public static final String TOGETHER = "2 threads";

    /** What all of them are measured with. */
    public static final String RULES = "batch";

    private Batch() {}
}
