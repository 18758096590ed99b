package io.shirube.service.decisions;

import io.shirube.io.EntrySource;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Remembers the number of the last line its source gave. For one thread. */
final class LastLine implements EntrySource {

    private final EntrySource source;
    private long line;

    LastLine(EntrySource source) {
        this.source = source;
    }

    long line() {
        return line;
    }

    @Override
    public @Nullable Entry next() throws IOException {
        Entry entry = source.next();
        if (entry != null) {
            line = entry.line();
        }
        return entry;
    }

    @Override
    public long bytesRead() {
        return source.bytesRead();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
