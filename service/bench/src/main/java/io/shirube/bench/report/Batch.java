package io.shirube.bench.report;

/** Names of the figures of whole runs. */
public final class Batch {

    /** Reads and writes the same bytes and decides nothing. */
    public static final String COMPARATOR = "comparator: parse and write, decide nothing";

    /** The batch with one thread. */
    public static final String ALONE = "1 thread";

    /** The batch with two threads. */
    public static final String TOGETHER = "2 threads";

    /** The decisions without reasons, over the whole book. */
    public static final String PLAIN = "plain";

    /** The decisions with reasons, over the first accounts of the book. */
    public static final String REASONS = "reasons";

    private Batch() {}
}
