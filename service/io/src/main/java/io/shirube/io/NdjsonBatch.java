package io.shirube.io;

import io.shirube.engine.model.InputException;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides a portfolio entry by entry and writes one line each, in the portfolio's order whatever the number of threads.
 * An entry that cannot be decided gives an error line and never ends the batch. Holds a bounded number of entries.
 * Immutable; each run uses its own threads.
 */
public final class NdjsonBatch {

    private static final int ENTRIES_A_CHUNK = 64;
    private static final long CHUNK_BYTES = 1024L * 1024;
    private static final int CHUNKS_A_THREAD = 3;
    private static final long PROGRESS_NANOS = 1_000_000_000L;

    private final EntryDecider decider;
    private final DecisionWriter writer;
    private final String language;
    private final int threads;
    private final BatchListener listener;
    private final LongSupplier nanos;

    /**
     * @param language of the error lines, {@code ja} or else English
     * @param threads 1 decides in the caller's thread and writes each line at once
     */
    public NdjsonBatch(
            EntryDecider decider, DecisionWriter writer, String language, int threads, BatchListener listener) {
        this(decider, writer, language, threads, listener, System::nanoTime);
    }

    NdjsonBatch(
            EntryDecider decider,
            DecisionWriter writer,
            String language,
            int threads,
            BatchListener listener,
            LongSupplier nanos) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: at least 1, was " + threads);
        }
        this.decider = decider;
        this.writer = writer;
        this.language = language;
        this.threads = threads;
        this.listener = listener;
        this.nanos = nanos;
    }

    /**
     * What a batch did.
     *
     * @param entries lines written
     * @param errors how many of them are error lines
     */
    public record Result(long entries, long errors) {}

    /**
     * Decides every entry. Neither stream is closed; the output is flushed.
     *
     * @param totalBytes size of the source for the time left, or -1 when it is not known
     * @throws IOException when a stream breaks
     */
    public Result run(EntrySource source, OutputStream out, long totalBytes) throws IOException {
        Run run = new Run(source, out, totalBytes);
        if (threads == 1) {
            run.alone();
        } else {
            run.together();
        }
        out.flush();
        run.report();
        return new Result(run.entries, run.errors);
    }

    /**
     * Some entries.
     *
     * @param readTo bytes of the source up to the last of them
     */
    private record Chunk(List<EntrySource.Entry> entries, long readTo) {}

    /** The lines of a chunk. */
    @SuppressWarnings("ArrayRecordComponent") // because it is written once and never compared
    private record Lines(byte[] bytes, int entries, int errors, long readTo) {}

    private Lines decide(Chunk chunk) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        int errors = 0;
        for (EntrySource.Entry entry : chunk.entries()) {
            byte[] bytes = decide(entry);
            errors += isError(bytes) ? 1 : 0;
            lines.writeBytes(bytes);
            lines.write('\n');
        }
        return new Lines(lines.toByteArray(), chunk.entries().size(), errors, chunk.readTo());
    }

    /** Every error line begins with its number; no decision does. */
    private static boolean isError(byte[] line) {
        return line.length > 2 && line[2] == 'l';
    }

    private byte[] decide(EntrySource.Entry entry) {
        try {
            return writer.toBytes(decider.decide(entry.read()));
        } catch (InputException e) {
            return ErrorLine.of(entry.line(), e.problems(), language);
        } catch (RuntimeException e) {
            String id = listener.failed(entry.line(), e);
            Text detail = new Text(
                    "この顧客企業の判定中に内部エラーが起きました。ログの " + id + " を見てください。",
                    "Deciding this account failed inside the program. See " + id + " in the log.");
            return ErrorLine.of(entry.line(), List.of(new InputProblem("INTERNAL_ERROR", "", detail)), language);
        }
    }

    /** One run's counters and streams; only the caller's thread touches it. */
    private final class Run {

        private final EntrySource source;
        private final OutputStream out;
        private final long totalBytes;
        private final long started = nanos.getAsLong();
        private long reported = started;
        private long entries;
        private long errors;
        private long written;

        Run(EntrySource source, OutputStream out, long totalBytes) {
            this.source = source;
            this.out = out;
            this.totalBytes = totalBytes;
        }

        void alone() throws IOException {
            for (EntrySource.Entry entry = source.next(); entry != null; entry = source.next()) {
                write(decide(new Chunk(List.of(entry), source.bytesRead())));
            }
        }

        void together() throws IOException {
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                ArrayDeque<Future<Lines>> waiting = new ArrayDeque<>();
                for (Chunk chunk = chunk(); chunk != null; chunk = chunk()) {
                    Chunk some = chunk;
                    waiting.add(pool.submit(() -> decide(some)));
                    if (waiting.size() >= threads * CHUNKS_A_THREAD) {
                        write(result(waiting.remove()));
                    }
                }
                while (!waiting.isEmpty()) {
                    write(result(waiting.remove()));
                }
            } finally {
                pool.shutdownNow();
            }
        }

        private @Nullable Chunk chunk() throws IOException {
            List<EntrySource.Entry> chunk = new ArrayList<>();
            long from = source.bytesRead();
            while (chunk.size() < ENTRIES_A_CHUNK && source.bytesRead() - from < CHUNK_BYTES) {
                EntrySource.Entry entry = source.next();
                if (entry == null) {
                    break;
                }
                chunk.add(entry);
            }
            return chunk.isEmpty() ? null : new Chunk(chunk, source.bytesRead());
        }

        private Lines result(Future<Lines> future) throws IOException {
            try {
                return future.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("a worker ended", e.getCause());
            }
        }

        private void write(Lines lines) throws IOException {
            out.write(lines.bytes());
            if (threads == 1) {
                out.flush();
            }
            entries += lines.entries();
            errors += lines.errors();
            written = lines.readTo();
            if (nanos.getAsLong() - reported >= PROGRESS_NANOS) {
                report();
            }
        }

        void report() {
            reported = nanos.getAsLong();
            double seconds = Math.max(1, reported - started) / 1e9;
            // because what is read but waits to be decided is no less work than what is not read yet
            Duration left = totalBytes < 0 || written == 0
                    ? null
                    : Duration.ofMillis(Math.round(seconds * 1000 * Math.max(0, totalBytes - written) / written));
            listener.progress(new BatchListener.Progress(entries, errors, entries / seconds, left));
        }
    }
}
