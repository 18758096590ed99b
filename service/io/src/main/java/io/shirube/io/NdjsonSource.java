package io.shirube.io;

import io.shirube.engine.input.Assembled;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads NDJSON: one entry a line, UTF-8 with or without a byte order mark. Blank lines are no entries but count as lines.
 * A line beyond the limit is read past without being kept.
 */
public final class NdjsonSource implements EntrySource {

    private static final int BUFFER = 64 * 1024;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final SnapshotReader reader;
    private final int mostBytes;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private long line;
    private long bytesFilled;

    public NdjsonSource(InputStream in, SnapshotReader reader) {
        this.in = in;
        this.reader = reader;
        this.mostBytes = reader.limits().entryBytes();
    }

    @Override
    public @Nullable Entry next() throws IOException {
        Written written = nextWritten();
        return written == null ? null : new Line(written, reader);
    }

    /**
     * A line as it is written, cut off one byte beyond the limit.
     *
     * @param line its number, from 1
     */
    @SuppressWarnings("ArrayRecordComponent") // because it is read once and never compared
    public record Written(long line, byte[] bytes) {}

    /** Returns the next line that is not blank, without its end; null after the last. */
    public @Nullable Written nextWritten() throws IOException {
        for (byte[] bytes = readLine(); bytes != null; bytes = readLine()) {
            line++;
            int from = line == 1 && startsWithMark(bytes) ? MARK.length : 0;
            if (!isBlank(bytes, from)) {
                return new Written(line, from == 0 ? bytes : Arrays.copyOfRange(bytes, from, bytes.length));
            }
        }
        return null;
    }

    /** Returns the bytes up to the next line end, at most one more than allowed; null at the end of the source. */
    private byte @Nullable [] readLine() throws IOException {
        byte[] kept = new byte[0];
        boolean any = false;
        while (fill()) {
            any = true;
            int stop = start;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            kept = append(kept, stop);
            boolean ended = stop < end;
            start = ended ? stop + 1 : stop;
            if (ended) {
                return kept;
            }
        }
        return any ? kept : null;
    }

    private byte[] append(byte[] kept, int stop) {
        int length = Math.min(stop - start, mostBytes + 1 - kept.length);
        if (length <= 0) {
            return kept;
        }
        byte[] longer = Arrays.copyOf(kept, kept.length + length);
        System.arraycopy(buffer, start, longer, kept.length, length);
        return longer;
    }

    private boolean fill() throws IOException {
        if (start < end) {
            return true;
        }
        int count = in.read(buffer, 0, BUFFER);
        start = 0;
        end = Math.max(0, count);
        bytesFilled += end;
        return count > 0;
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= MARK.length && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
    }

    private static boolean isBlank(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    /** Leaves out what is buffered only, which in a small file is all of it from the first entry on. */
    @Override
    public long bytesRead() {
        return bytesFilled - (end - start);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private record Line(Written written, SnapshotReader reader) implements Entry {
        @Override
        public long line() {
            return written.line();
        }

        @Override
        public Assembled read() {
            return reader.read(written.bytes());
        }
    }
}
