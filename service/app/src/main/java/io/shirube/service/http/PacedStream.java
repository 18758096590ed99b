package io.shirube.service.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * A body that breaks when it comes too slowly, so that slow callers do not hold the threads others need. For one thread.
 */
final class PacedStream extends FilterInputStream {

    private static final long GRACE_NANOS = 1_000_000_000L;
    private static final double NANOS_A_SECOND = 1e9;

    private final long bytesPerSecond;
    private final LongSupplier nanos;
    private final long started;
    private long bytes;

    PacedStream(InputStream in, long bytesPerSecond) {
        this(in, bytesPerSecond, System::nanoTime);
    }

    PacedStream(InputStream in, long bytesPerSecond, LongSupplier nanos) {
        super(in);
        this.bytesPerSecond = bytesPerSecond;
        this.nanos = nanos;
        this.started = nanos.getAsLong();
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        check(Math.min(1, read));
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        check(read);
        return read;
    }

    private void check(int read) throws IOException {
        if (read < 0) {
            return;
        }
        bytes += read;
        long waited = nanos.getAsLong() - started;
        if (waited > GRACE_NANOS && bytes < bytesPerSecond * (waited / NANOS_A_SECOND)) {
            throw new SlowBodyException(bytesPerSecond);
        }
    }
}
