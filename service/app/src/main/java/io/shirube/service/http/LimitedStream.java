package io.shirube.service.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that breaks once it has given more bytes than allowed. For one thread. */
public final class LimitedStream extends FilterInputStream {

    private static final int NONE = -1;

    /**
     * How much of a refused body is read and thrown away, because a caller who is still sending would see a broken
     * connection instead of the answer.
     */
    private static final long DRAINED_BYTES = 32L * 1024 * 1024;

    private final long most;
    private long left;

    public LimitedStream(InputStream in, long most) {
        super(in);
        this.most = most;
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read != NONE) {
            count(1);
        }
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int read) throws IOException {
        left -= read;
        if (left < 0) {
            drain(in);
            throw new BodyTooLargeException(most);
        }
    }

    static void drain(InputStream body) throws IOException {
        byte[] thrownAway = new byte[16 * 1024];
        long left = DRAINED_BYTES;
        for (int read = 0; read != NONE && left > 0; left -= read) {
            read = body.read(thrownAway);
        }
    }
}
