package io.shirube.io.sheet;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Gives the rows of one table in order. Used by one thread. */
public interface SheetRows extends Closeable {

    /**
     * Returns the next row, or null after the last. Rows without any cell may be left out.
     *
     * @throws UnreadableFileException when the file cannot be read on, which ends it
     * @throws IOException when reading breaks
     */
    @Nullable
    SheetRow next() throws IOException;
}
