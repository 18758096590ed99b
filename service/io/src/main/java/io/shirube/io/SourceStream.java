package io.shirube.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Remembers when the caller's stream broke, to tell that from bytes that are no JSON. Never closes it. */
final class SourceStream extends FilterInputStream {

    private @Nullable IOException broken;

    SourceStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            broken = e;
            throw e;
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (IOException e) {
            broken = e;
            throw e;
        }
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
