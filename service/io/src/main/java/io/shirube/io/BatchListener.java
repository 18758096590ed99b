package io.shirube.io;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Hears how a batch goes. Called by several threads. */
public interface BatchListener {

    /** A listener that hears nothing. */
    BatchListener NONE = new BatchListener() {};

    /** Is called about once a second, and at the end. */
    default void progress(Progress progress) {}

    /**
     * Is told of a failure that is no fault of the entry, and returns the id under which it was logged.
     *
     * @param line of the entry
     */
    default String failed(long line, RuntimeException failure) {
        return "line-" + line;
    }

    /**
     * How far a batch is.
     *
     * @param entries decided or refused so far
     * @param errors how many of them were refused
     * @param perSecond entries a second since the start
     * @param left time left at this rate, or null when the size of the source is not known
     */
    record Progress(
            long entries,
            long errors,
            double perSecond,
            @Nullable Duration left) {}
}
