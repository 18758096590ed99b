package io.shirube.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.shirube.engine.input.Assembled;
import io.shirube.engine.input.InputCode;
import io.shirube.engine.input.ProblemList;
import io.shirube.engine.input.SnapshotAssembler;
import io.shirube.engine.input.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Reads one portfolio entry from JSON in UTF-8. Whatever the bytes are, the answer is a draft and its problems; only a
 * stream that breaks is an exception. Immutable, safe for use by many threads.
 */
public final class SnapshotReader {

    private final SnapshotAssembler assembler;
    private final ReadLimits limits;
    private final JsonTree tree;
    private final JsonFactory factory;

    /** @param zone the book's zone, in which a moment becomes a day */
    public SnapshotReader(ZoneId zone) {
        this(zone, ReadLimits.DEFAULT);
    }

    public SnapshotReader(ZoneId zone, ReadLimits limits) {
        this.assembler = new SnapshotAssembler(zone);
        this.limits = limits;
        this.tree = new JsonTree(limits);
        this.factory = tree.factory(limits.entryBytes());
    }

    public ReadLimits limits() {
        return limits;
    }

    SnapshotAssembler assembler() {
        return assembler;
    }

    /** Reads an entry from a text. */
    public Assembled read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads an entry from bytes. */
    public Assembled read(byte[] json) {
        return read(json, 0, json.length);
    }

    /** Reads an entry from a part of some bytes. */
    public Assembled read(byte[] json, int offset, int length) {
        ProblemList problems = new ProblemList();
        if (length > limits.entryBytes()) {
            JsonTree.addTooLarge(limits.entryBytes(), problems);
            return assembler.assemble(Unreadable.VALUE, problems);
        }
        try {
            Object document = document(new ByteArrayInputStream(json, offset, length), problems);
            int fault = Utf8.firstFault(json, offset, length);
            if (document == Unreadable.VALUE || fault < 0) {
                return assembler.assemble(document, problems);
            }
            int place = fault - offset + 1;
            problems.add(
                    InputCode.INVALID_ENCODING,
                    "",
                    place + "バイト目が UTF-8 ではありません。UTF-8 の JSON にしてください。",
                    "Byte " + place + " is not UTF-8. Write JSON in UTF-8.");
            return assembler.assemble(Unreadable.VALUE, problems);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot break", e);
        }
    }

    /**
     * Reads an entry from a stream, which is left open.
     *
     * @throws IOException when the stream breaks
     */
    public Assembled read(InputStream json) throws IOException {
        ProblemList problems = new ProblemList();
        return assembler.assemble(document(json, problems), problems);
    }

    /** Returns the whole document's tree, or {@link Unreadable} after having said why. */
    private @Nullable Object document(InputStream json, ProblemList problems) throws IOException {
        SourceStream source = new SourceStream(json);
        try (JsonParser parser = factory.createParser(source)) {
            try {
                if (parser.nextToken() == null) {
                    problems.add(InputCode.INVALID_JSON, "", "データが空です。", "There is no JSON.");
                    return Unreadable.VALUE;
                }
                Object value = tree.value(parser, problems);
                if (parser.nextToken() != null) {
                    problems.add(
                            InputCode.INVALID_JSON,
                            "",
                            "オブジェクトの後に余分な文字があります。1件ずつ渡してください。",
                            "Something follows the object. Give one entry at a time.");
                }
                return value;
            } catch (IOException e) {
                source.rethrowBreak();
                tree.explain(e, parser, problems);
                return Unreadable.VALUE;
            }
        }
    }
}
