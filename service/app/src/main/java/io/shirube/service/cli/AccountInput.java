package io.shirube.service.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.shirube.io.EntrySource;
import io.shirube.io.JsonSource;
import io.shirube.io.NdjsonSource;
import io.shirube.io.PortfolioFormat;
import io.shirube.io.SignalTypes;
import io.shirube.io.SnapshotReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Locale;

/** Tells one JSON document from NDJSON by what stands in the first line, because both come through one option. */
final class AccountInput {

    private static final int LONGEST_FIRST_LINE = 16 * 1024 * 1024;
    private static final int NONE = -1;

    private AccountInput() {}

    /** @param name of the file, or {@code -} */
    static EntrySource open(InputStream in, String name, SnapshotReader reader, SignalTypes signals)
            throws IOException {
        String ending = name.toLowerCase(Locale.ROOT);
        if (!name.equals("-") && !ending.endsWith(".json")) {
            return PortfolioFormat.of(name).open(in, reader, signals, null);
        }
        byte[] first = firstLine(in);
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(first), in);
        return isWholeObject(first) ? new NdjsonSource(all, reader) : new JsonSource(all, reader);
    }

    private static byte[] firstLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean blank = true;
        for (int next = in.read(); next != NONE && line.size() < LONGEST_FIRST_LINE; next = in.read()) {
            line.write(next);
            blank &= next <= ' ';
            if (next == '\n' && !blank) {
                break;
            }
        }
        return line.toByteArray();
    }

    private static boolean isWholeObject(byte[] line) {
        try (JsonParser parser = new JsonFactory().createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException unfinished) {
            return false;
        }
    }
}
