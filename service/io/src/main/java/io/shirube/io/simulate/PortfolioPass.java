package io.shirube.io.simulate;

import io.shirube.engine.input.Assembled;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Text;
import io.shirube.io.BatchListener;
import io.shirube.io.EntrySource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Takes a portfolio through some work account by account, on several threads, and hands the results over in the portfolio's
 * order whatever the number of threads. Holds a bounded number of accounts. Immutable; each run uses its own threads.
 *
 * @param <T> what the work comes to for one account
 */
public final class PortfolioPass<T> {

    private static final int ENTRIES_A_CHUNK = 64;
    private static final long CHUNK_BYTES = 1024L * 1024;
    private static final int CHUNKS_A_THREAD = 3;
    private static final long PROGRESS_NANOS = 1_000_000_000L;

    private final Work<T> work;
    private final Taker<T> taker;
    private final int threads;
    private final BatchListener listener;

    /** What is done with one account. Called by several threads. */
    public interface Work<T> {

        /** @throws InputException when the account cannot be decided on */
        T on(AccountSnapshot account) throws InputException;
    }

    /** Takes the results, one after the other, in the caller's thread. */
    public interface Taker<T> {

        /** @throws IOException when what is written to breaks */
        void take(T result) throws IOException;

        /**
         * Takes an entry that could not be decided on.
         *
         * @param line of the entry, from 1
         */
        void failed(long line, List<InputProblem> problems) throws IOException;
    }

    public PortfolioPass(Work<T> work, Taker<T> taker, int threads, BatchListener listener) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: at least 1, was " + threads);
        }
        this.work = work;
        this.taker = taker;
        this.threads = threads;
        this.listener = listener;
    }

    /** What became of one entry. */
    private record Result<T>(long line, @Nullable T value, List<InputProblem> problems) {}

    private record Chunk(List<EntrySource.Entry> entries, long readTo) {}

    private record Results<T>(List<Result<T>> results, long readTo) {}

    /**
     * Takes every entry. The source is not closed.
     *
     * @param totalBytes size of the source for the time left, or -1 when it is not known
     * @throws IOException when the source, or what results are written to, breaks
     */
    public void run(EntrySource source, long totalBytes) throws IOException {
        Run run = new Run(source, totalBytes);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            ArrayDeque<Future<Results<T>>> waiting = new ArrayDeque<>();
            for (Chunk chunk = run.chunk(); chunk != null; chunk = run.chunk()) {
                Chunk some = chunk;
                waiting.add(pool.submit(() -> results(some)));
                if (waiting.size() >= threads * CHUNKS_A_THREAD) {
                    run.take(result(waiting.remove()));
                }
            }
            while (!waiting.isEmpty()) {
                run.take(result(waiting.remove()));
            }
        } finally {
            pool.shutdownNow();
        }
        run.report();
    }

    private Results<T> result(Future<Results<T>> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker ended", e.getCause());
        }
    }

    private Results<T> results(Chunk chunk) {
        List<Result<T>> results = new ArrayList<>();
        chunk.entries().forEach(entry -> results.add(result(entry)));
        return new Results<>(results, chunk.readTo());
    }

    private Result<T> result(EntrySource.Entry entry) {
        try {
            Assembled read = entry.read();
            return new Result<>(entry.line(), work.on(read.orThrow()), List.of());
        } catch (InputException e) {
            return new Result<>(entry.line(), null, e.problems());
        } catch (RuntimeException e) {
            String id = listener.failed(entry.line(), e);
            Text detail = new Text(
                    "この顧客企業の判定中に内部エラーが起きました。ログの " + id + " を見てください。",
                    "Deciding this account failed inside the program. See " + id + " in the log.");
            return new Result<>(entry.line(), null, List.of(new InputProblem("INTERNAL_ERROR", "", detail)));
        }
    }

    /** One run's counters; only the caller's thread touches it. */
    private final class Run {

        private final EntrySource source;
        private final long totalBytes;
        private final long started = System.nanoTime();
        private long reported = started;
        private long entries;
        private long errors;
        private long done;

        Run(EntrySource source, long totalBytes) {
            this.source = source;
            this.totalBytes = totalBytes;
        }

        @Nullable
        Chunk chunk() throws IOException {
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

        void take(Results<T> results) throws IOException {
            for (Result<T> result : results.results()) {
                entries++;
                if (result.value() != null) {
                    taker.take(result.value());
                } else {
                    errors++;
                    taker.failed(result.line(), result.problems());
                }
            }
            done = results.readTo();
            if (System.nanoTime() - reported >= PROGRESS_NANOS) {
                report();
            }
        }

        void report() {
            reported = System.nanoTime();
            double seconds = Math.max(1, reported - started) / 1e9;
            Duration left = totalBytes < 0 || done == 0
                    ? null
                    : Duration.ofMillis(Math.round(seconds * 1000 * Math.max(0, totalBytes - done) / done));
            listener.progress(new BatchListener.Progress(entries, errors, entries / seconds, left));
        }
    }
}
