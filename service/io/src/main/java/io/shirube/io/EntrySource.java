package io.shirube.io;

import io.shirube.engine.input.Assembled;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Gives the entries of a portfolio one after the other, in its order. Used by one thread. */
public interface EntrySource extends Closeable {

    /**
     * Returns the next entry, or null after the last. An entry that cannot be read is an entry with problems.
     *
     * @throws IOException when the source breaks
     */
    @Nullable
    Entry next() throws IOException;

    /** Returns how many bytes have been taken from the source, for the time left. */
    long bytesRead();

    /** One entry, not yet read. May be read by any thread, once. */
    interface Entry {

        /** Returns the number of the entry's line, or of the entry itself where lines mean nothing; first is 1. */
        long line();

        /** Reads the entry; what is wrong with it is in the answer. */
        Assembled read();
    }
}
