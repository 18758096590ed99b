package io.shirube.bench.whole;

import io.shirube.bench.accounts.Book;
import io.shirube.bench.report.Batch;
import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.Explain;
import io.shirube.engine.decide.LoadResult;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.io.BatchListener;
import io.shirube.io.DecisionWriter;
import io.shirube.io.EntryDecider;
import io.shirube.io.EntrySource;
import io.shirube.io.NdjsonBatch;
import io.shirube.io.NdjsonSource;
import io.shirube.io.PortfolioFormat;
import io.shirube.io.SnapshotReader;
import io.shirube.io.generate.PortfolioGenerator;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Decides a generated book from file to file, and does the same without deciding. Used by one thread. */
final class WholeRun {

    private static final int WARM_ACCOUNTS = 5_000;

    private final Ruleset ruleset;
    private final Path folder;

    private WholeRun(Ruleset ruleset, Path folder) {
        this.ruleset = ruleset;
        this.folder = folder;
    }

    /**
     * Runs everything once small, to be warm, and once whole.
     *
     * @param folder an empty folder for the files, which are left there
     * @return nanoseconds an account, by kind and name as {@link Batch} has them
     */
    static Map<String, Double> of(RuleBundle rules, long accounts, Path folder) throws IOException {
        LoadResult loaded = Ruleset.load(rules);
        try (Ruleset ruleset =
                Objects.requireNonNull(loaded.ruleset(), () -> loaded.findings().toString())) {
            WholeRun run = new WholeRun(ruleset, folder);
            run.measure(Math.min(WARM_ACCOUNTS, accounts), Explain.REASONS);
            Map<String, Double> nanos = new LinkedHashMap<>();
            run.measure(Math.min(WholeRuns.REASONS_ACCOUNTS, accounts), Explain.REASONS)
                    .forEach((what, time) -> nanos.put(Batch.REASONS + what, time));
            run.measure(accounts, Explain.NONE).forEach((what, time) -> nanos.put(Batch.PLAIN + what, time));
            return nanos;
        }
    }

    private Map<String, Double> measure(long accounts, Explain explain) throws IOException {
        Path portfolio = folder.resolve("portfolio.ndjson");
        Path alone = folder.resolve("alone.ndjson");
        Path together = folder.resolve("together.ndjson");
        Path copied = folder.resolve("copied.ndjson");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(portfolio))) {
            new PortfolioGenerator(accounts, Book.SEED, Book.AS_OF).write(out, PortfolioFormat.NDJSON);
        }
        Map<String, Double> nanos = new LinkedHashMap<>();
        nanos.put(Batch.ALONE, timed(accounts, () -> decide(portfolio, alone, 1, explain)));
        nanos.put(Batch.TOGETHER, timed(accounts, () -> decide(portfolio, together, 2, explain)));
        same(alone, together);
        Files.delete(together);
        nanos.put(Batch.COMPARATOR, timed(accounts, () -> Comparator.run(portfolio, alone, copied)));
        same(alone, copied);
        return nanos;
    }

    private long decide(Path portfolio, Path out, int threads, Explain explain) throws IOException {
        Decider decider = new Decider();
        EntryDecider decide = account -> decider.decide(account, Book.AS_OF, ruleset, RefereeMode.SAMPLED, explain);
        try (EntrySource entries = new NdjsonSource(
                        new BufferedInputStream(Files.newInputStream(portfolio)), new SnapshotReader(Book.ZONE));
                OutputStream written = new BufferedOutputStream(Files.newOutputStream(out), 1 << 16)) {
            NdjsonBatch.Result result = new NdjsonBatch(
                            decide,
                            new DecisionWriter("en", io.shirube.io.Explain.valueOf(explain.name())),
                            "en",
                            threads,
                            new Silent())
                    .run(entries, written, Files.size(portfolio));
            if (result.errors() > 0) {
                throw new IllegalStateException(result.errors() + " entries were refused");
            }
            return result.entries();
        }
    }

    private static void same(Path one, Path other) throws IOException {
        long differs = Files.mismatch(one, other);
        if (differs >= 0) {
            throw new IllegalStateException(one + " and " + other + " differ at byte " + differs);
        }
    }

    private static double timed(long accounts, Work work) throws IOException {
        long started = System.nanoTime();
        work.run();
        return (System.nanoTime() - started) / (double) accounts;
    }

    /** Something that takes time. */
    private interface Work {
        long run() throws IOException;
    }

    /** Says nothing of progress, and everything of failures. */
    private static final class Silent implements BatchListener {
        @Override
        public void progress(Progress progress) {
            // because a line a second is no part of the work
        }

        @Override
        public String failed(long line, RuntimeException failure) {
            throw new IllegalStateException("line " + line, failure);
        }
    }
}
