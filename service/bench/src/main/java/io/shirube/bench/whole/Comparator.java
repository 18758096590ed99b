package io.shirube.bench.whole;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What any batch must do: reads every entry to its last value, writes the line that a batch made of it before, and decides
 * nothing. Stateless.
 */
final class Comparator {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Comparator() {}

    /**
     * Reads the portfolio and writes the decisions again.
     *
     * @param decisions the lines of a batch over this portfolio
     * @return a sum over the values read, so that reading them cannot be left out
     */
    static long run(Path portfolio, Path decisions, Path out) throws IOException {
        long sum = 0;
        try (Lines entries = new Lines(portfolio);
                Lines made = new Lines(decisions);
                OutputStream written = new BufferedOutputStream(Files.newOutputStream(out), 1 << 16)) {
            for (byte[] entry = entries.next(); entry != null; entry = entries.next()) {
                sum += values(entry);
                byte[] line = made.next();
                if (line == null) {
                    throw new IllegalStateException("fewer decisions than entries");
                }
                written.write(line);
                written.write('\n');
            }
        }
        return sum;
    }

    private static long values(byte[] entry) throws IOException {
        long sum = 0;
        try (JsonParser parser = FACTORY.createParser(entry)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isNumeric()) {
                    sum += Double.doubleToLongBits(parser.getDoubleValue());
                } else if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
                    sum += parser.getText().length();
                }
            }
        }
        return sum;
    }

    /** The lines of a file. Used by one thread. */
    private static final class Lines implements AutoCloseable {

        private final InputStream in;
        private byte[] buffer = new byte[1 << 16];
        private int start;
        private int end;

        Lines(Path file) throws IOException {
            this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        }

        /** Returns the next line without its end, or null after the last. */
        byte @Nullable [] next() throws IOException {
            int searched = start;
            while (true) {
                for (int i = searched; i < end; i++) {
                    if (buffer[i] == '\n') {
                        byte[] line = Arrays.copyOfRange(buffer, start, i);
                        start = i + 1;
                        return line;
                    }
                }
                searched = end - start;
                if (!fill()) {
                    return null;
                }
            }
        }

        /** Moves what is left to the front and reads more behind it. */
        private boolean fill() throws IOException {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
            if (end == buffer.length) {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
            int count = in.read(buffer, end, buffer.length - end);
            end += Math.max(0, count);
            return count > 0;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
