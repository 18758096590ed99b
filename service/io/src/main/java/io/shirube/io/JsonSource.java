package io.shirube.io;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.shirube.engine.input.Assembled;
import io.shirube.engine.input.InputCode;
import io.shirube.engine.input.ProblemList;
import io.shirube.engine.input.SnapshotAssembler;
import io.shirube.engine.input.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON array of entries, or a single entry, without holding more than one. Entries are numbered instead of
 * lines. Where the array stops being JSON the portfolio ends with an entry that says so.
 */
public final class JsonSource implements EntrySource {

    private final InputStream in;
    private final SourceStream source;
    private final JsonTree tree;
    private final JsonParser parser;
    private final SnapshotAssembler assembler;
    private long number;
    private boolean inArray;
    private boolean ended;

    /** @throws IOException when the stream breaks */
    public JsonSource(InputStream in, SnapshotReader reader) throws IOException {
        this.in = in;
        this.source = new SourceStream(in);
        this.tree = new JsonTree(reader.limits());
        this.parser = tree.factory(Long.MAX_VALUE).createParser(source);
        this.assembler = reader.assembler();
    }

    @Override
    public @Nullable Entry next() throws IOException {
        if (ended) {
            return null;
        }
        ProblemList problems = new ProblemList();
        try {
            JsonToken token = parser.nextToken();
            if (number == 0 && !inArray && token == JsonToken.START_ARRAY) {
                inArray = true;
                token = parser.nextToken();
            }
            if (token == null || (inArray && token == JsonToken.END_ARRAY)) {
                ended = true;
                return trailing(token, problems);
            }
            Object value = tree.value(parser, problems);
            return new Item(++number, value, problems, assembler);
        } catch (IOException e) {
            source.rethrowBreak();
            ended = true;
            tree.explain(e, parser, problems);
            return new Item(number + 1, Unreadable.VALUE, problems, assembler);
        }
    }

    private @Nullable Entry trailing(@Nullable JsonToken last, ProblemList problems) throws IOException {
        if (last != null && parser.nextToken() != null) {
            problems.add(InputCode.INVALID_JSON, "", "配列の後に余分な文字があります。", "Something follows the array.");
            return new Item(number + 1, Unreadable.VALUE, problems, assembler);
        }
        return null;
    }

    @Override
    public long bytesRead() {
        return source.count();
    }

    @Override
    public void close() throws IOException {
        parser.close();
        in.close();
    }

    private record Item(long line, @Nullable Object tree, ProblemList problems, SnapshotAssembler assembler)
            implements Entry {
        @Override
        public Assembled read() {
            return assembler.assemble(tree, problems);
        }
    }
}
