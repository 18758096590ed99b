package io.shirube.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is read from the caller's stream and remembers when it broke, to tell that from bytes that are no JSON.
 * Never closes it.
 */
final class SourceStream extends FilterInputStream {

    private @Nullable IOException broken;
    private long count;

    SourceStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        try {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        } catch (IOException e) {
            broken = e;
            throw e;
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        } catch (IOException e) {
            broken = e;
            throw e;
        }
    }

    long count() {
        return count;
    }

    @Override
    public void close() {
        // because whoever opened it closes it
    }

    /** Throws the break, if there was one. */
    void rethrowBreak() throws IOException {
        if (broken != null) {
            throw broken;
        }
    }
}
