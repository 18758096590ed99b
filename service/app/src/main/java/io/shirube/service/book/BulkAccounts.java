package io.shirube.service.book;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
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
import io.shirube.service.requests.Answer;
import io.shirube.service.requests.Write;
import io.shirube.service.requests.Writes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps many accounts, or readings of many, line by line: a result for every line, in their order. Lines are kept together
 * by the hundred, and a result is written only after its line is durable. Each hundred is carried out once under the key of the
 * request, so that who sends a body again is answered as before as far as it was kept, and the rest is kept then. Safe for use by
 * many threads.
 */
public final class BulkAccounts {

    private static final int TOGETHER = 100;

    private final Book book;
    private final Entries entries;
    private final SnapshotReader lines;
    private final Writes writes;
    private final Runnable changed;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * @param lines says how long a line may be
     * @param changed is told after something was kept
     */
    public BulkAccounts(Book book, Entries entries, SnapshotReader lines, Writes writes, Runnable changed) {
        this.book = book;
        this.entries = entries;
        this.lines = lines;
        this.writes = writes;
        this.changed = changed;
    }

    /**
     * Keeps accounts, each in place of what was kept of it.
     *
     * @throws ProblemException when the first lines cannot be carried out under the key of the request; nothing is written then
     */
    public void accounts(Write write, InputStream in, OutputStream out, Language language) throws IOException {
        write(new Bulk(write, out, language), in, line -> entries.account(null, line));
    }

    /**
     * Adds readings of signals to accounts that are kept.
     *
     * @throws ProblemException as {@link #accounts}
     */
    public void signals(Write write, InputStream in, OutputStream out, Language language) throws IOException {
        write(new Bulk(write, out, language), in, entries::signals);
    }

    /** A request. For one thread. */
    private static final class Bulk {
        private final Write write;
        private final OutputStream out;
        private final Language language;

        /** Why the lines that are left are not carried out; null when they are. */
        private @Nullable Problem refusal;

        Bulk(Write write, OutputStream out, Language language) {
            this.write = write;
            this.out = out;
            this.language = language;
        }
    }

    /**
     * A line of the request.
     *
     * @param told null when it cannot be kept
     * @param problems why it cannot
     */
    private record Line(long number, @Nullable Told told, List<InputProblem> problems) {}

    /** Lines that are kept together. For one thread. */
    private static final class Group {
        private final int number;
        private final List<Line> lines = new ArrayList<>();
        private final Hasher content = Hashing.sha256().newHasher();

        Group(int number) {
            this.number = number;
        }

        void add(Line line, byte[] written) {
            lines.add(line);
            content.putLong(line.number()).putInt(written.length).putBytes(written);
        }
    }

    private void write(Bulk bulk, InputStream in, Function<byte[], Told> reading) throws IOException {
        NdjsonSource source = new NdjsonSource(in, lines);
        Group group = new Group(1);
        long last = 0;
        try {
            for (NdjsonSource.Written next = source.nextWritten(); next != null; next = source.nextWritten()) {
                last = next.line();
                group.add(read(next, reading), next.bytes());
                if (group.lines.size() == TOGETHER) {
                    group = answer(bulk, group);
                }
            }
            answer(bulk, group);
        } catch (BodyTooLargeException e) {
            answer(bulk, group);
            bulk.out.write(refused(
                    List.of(new Line(last + 1, null, List.of())), RequestBody.tooLarge(e.most()), bulk.language));
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

    /** Returns the group that comes next. */
    private Group answer(Bulk bulk, Group group) throws IOException {
        if (!group.lines.isEmpty()) {
            bulk.out.write(results(bulk, group));
            bulk.out.flush();
        }
        return new Group(group.number + 1);
    }

    private byte[] results(Bulk bulk, Group group) {
        if (bulk.refusal != null) {
            return refused(group.lines, bulk.refusal, bulk.language);
        }
        Problem problem;
        try {
            return writes.once(
                            bulk.write.part(group.number, group.content.hash()), () -> keep(group.lines, bulk.language))
                    .answer()
                    .body();
        } catch (BookUnavailableException e) {
            problem = Problem.of(ErrorCode.UNAVAILABLE);
        } catch (ProblemException e) {
            problem = e.problem();
            if (group.number == 1 && problem.code() != ErrorCode.ANSWER_NOT_KEPT) {
                throw e;
            }
        }
        // because what is sent again must not come after what followed it the first time, nor another body go on with
        // the rest
        if (bulk.write.key() != null && problem.code() != ErrorCode.ANSWER_NOT_KEPT) {
            bulk.refusal = problem;
        }
        return refused(group.lines, problem, bulk.language);
    }

    private static byte[] refused(List<Line> lines, Problem problem, Language language) {
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        lines.forEach(line -> line(error(line, problems(problem), language), results));
        return results.toByteArray();
    }

    private Answer keep(List<Line> group, Language language) {
        List<Told> told =
                group.stream().flatMap(line -> Stream.ofNullable(line.told())).toList();
        Iterator<Book.Outcome> outcomes = book.write(told).iterator();
        changed.run();
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        for (Line line : group) {
            Told kept = line.told();
            line(
                    kept == null
                            ? error(line, line.problems(), language)
                            : result(line, kept, outcomes.next(), language),
                    results);
        }
        Answer answer = Answer.of(200, Map.of(), results.toByteArray());
        // because what is wrong with a line is told with the value that is wrong
        return told.size() == group.size() ? answer : answer.about(Answer.ANY);
    }

    private byte[] result(Line line, Told told, Book.Outcome outcome, Language language) {
        if (outcome instanceof Book.Put put) {
            return json.createObjectNode()
                    .put("line", line.number())
                    .put("id", told.id())
                    .put("version", put.version())
                    .put("created", put.fresh())
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        }
        ProblemException why = outcome == Book.Refused.FULL ? Accounts.full() : Accounts.unknown();
        return error(line, problems(why.problem()), language);
    }

    private static byte[] error(Line line, List<InputProblem> problems, Language language) {
        return ErrorLine.of(line.number(), problems, language.code());
    }

    private static void line(byte[] text, ByteArrayOutputStream out) {
        out.writeBytes(text);
        out.write('\n');
    }
}
