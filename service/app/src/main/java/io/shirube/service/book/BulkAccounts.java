package io.shirube.service.book;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.engine.model.InputProblem;
import io.shirube.io.ErrorLine;
import io.shirube.io.NdjsonSource;
import io.shirube.io.SnapshotReader;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.http.BodyTooLargeException;
import io.shirube.service.http.RequestBody;
import io.shirube.service.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps many accounts, or readings of many, line by line: a result for every line, in their order. Lines are kept together
 * by the hundred, and a result is written only after its line is durable. Safe for use by many threads.
 */
public final class BulkAccounts {

    private static final int TOGETHER = 100;

    private final Book book;
    private final Entries entries;
    private final SnapshotReader lines;
    private final Runnable changed;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * @param lines says how long a line may be
     * @param changed is told after something was kept
     */
    public BulkAccounts(Book book, Entries entries, SnapshotReader lines, Runnable changed) {
        this.book = book;
        this.entries = entries;
        this.lines = lines;
        this.changed = changed;
    }

    /** Keeps accounts, each in place of what was kept of it. */
    public void accounts(InputStream in, OutputStream out, Language language) throws IOException {
        write(in, out, language, line -> entries.account(null, line));
    }

    /** Adds readings of signals to accounts that are kept. */
    public void signals(InputStream in, OutputStream out, Language language) throws IOException {
        write(in, out, language, entries::signals);
    }

    /**
     * A line of the request.
     *
     * @param told null when it cannot be kept
     * @param problems why it cannot
     */
    private record Line(long number, @Nullable Told told, List<InputProblem> problems) {}

    private void write(InputStream in, OutputStream out, Language language, Function<byte[], Told> reading)
            throws IOException {
        NdjsonSource source = new NdjsonSource(in, lines);
        List<Line> group = new ArrayList<>();
        long last = 0;
        try {
            for (NdjsonSource.Written next = source.nextWritten(); next != null; next = source.nextWritten()) {
                last = next.line();
                group.add(read(next, reading));
                if (group.size() == TOGETHER) {
                    keep(group, out, language);
                    group.clear();
                }
            }
            keep(group, out, language);
        } catch (BodyTooLargeException e) {
            keep(group, out, language);
            line(ErrorLine.of(last + 1, problems(RequestBody.tooLarge(e.most())), language.code()), out);
        }
    }

    private Line read(NdjsonSource.Written written, Function<byte[], Told> reading) {
        try {
            if (written.bytes().length > lines.limits().entryBytes()) {
                return new Line(
                        written.line(), null, lines.read(written.bytes()).problems());
            }
            return new Line(written.line(), reading.apply(written.bytes()), List.of());
        } catch (ProblemException e) {
            return new Line(written.line(), null, problems(e.problem()));
        }
    }

    private static List<InputProblem> problems(Problem problem) {
        return problem.errors().isEmpty()
                ? List.of(new InputProblem(problem.code().name(), "", problem.detail()))
                : problem.errors();
    }

    private void keep(List<Line> group, OutputStream out, Language language) throws IOException {
        List<Told> told = new ArrayList<>();
        for (Line line : group) {
            if (line.told() != null) {
                told.add(line.told());
            }
        }
        Iterator<Optional<Book.Put>> puts;
        try {
            puts = book.write(told).iterator();
        } catch (BookUnavailableException e) {
            for (Line line : group) {
                line(error(line, problems(Problem.of(ErrorCode.UNAVAILABLE)), language), out);
            }
            return;
        }
        changed.run();
        for (Line line : group) {
            Told kept = line.told();
            line(
                    kept == null ? error(line, line.problems(), language) : result(line, kept, puts.next(), language),
                    out);
        }
        out.flush();
    }

    private byte[] result(Line line, Told told, Optional<Book.Put> put, Language language) throws IOException {
        if (put.isEmpty()) {
            return error(line, problems(Accounts.unknown().problem()), language);
        }
        return json.writeValueAsBytes(json.createObjectNode()
                .put("line", line.number())
                .put("id", told.id())
                .put("version", put.get().version())
                .put("created", put.get().fresh()));
    }

    private static byte[] error(Line line, List<InputProblem> problems, Language language) {
        return ErrorLine.of(line.number(), problems, language.code());
    }

    private static void line(byte[] text, OutputStream out) throws IOException {
        out.write(text);
        out.write('\n');
    }
}
