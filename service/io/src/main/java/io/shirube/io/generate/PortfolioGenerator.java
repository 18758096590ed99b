package io.shirube.io.generate;

import io.shirube.io.PortfolioException;
import io.shirube.io.PortfolioFormat;
import io.shirube.io.tree.TreeWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Generates a synthetic portfolio, account by account, each of which lives month by month up to asOf: use drives how the
 * field feels, and both drive renewal. The same arguments give the same bytes, and the first accounts of a larger
 * portfolio are those of a smaller one. Immutable, safe for use by many threads.
 */
public final class PortfolioGenerator {

    /** The most accounts of one portfolio. */
    public static final long MOST_ACCOUNTS = 100_000_000L;

    /** The most months of history. */
    public static final int MOST_MONTHS = 60;

    private static final long BY_NUMBER = 0x9E3779B97F4A7C15L;
    private static final int LEAST_OUTCOME_MONTHS = 3;

    private final long accounts;
    private final long seed;
    private final LocalDate asOf;
    private final int history;

    /**
     * @param accounts 0 to {@link #MOST_ACCOUNTS}
     * @param asOf the day on which the portfolio is up to date
     */
    public PortfolioGenerator(long accounts, long seed, LocalDate asOf) {
        this(accounts, seed, asOf, 0);
    }

    /** @param history months before asOf whose measurements are told too, 0 to {@link #MOST_MONTHS} */
    public PortfolioGenerator(long accounts, long seed, LocalDate asOf, int history) {
        if (accounts < 0 || accounts > MOST_ACCOUNTS) {
            throw new IllegalArgumentException("accounts: 0 to " + MOST_ACCOUNTS + ", was " + accounts);
        }
        if (history < 0 || history > MOST_MONTHS) {
            throw new IllegalArgumentException("history: 0 to " + MOST_MONTHS + " months, was " + history);
        }
        this.accounts = accounts;
        this.seed = seed;
        this.asOf = asOf;
        this.history = history;
    }

    /**
     * Writes the portfolio and flushes, without closing.
     *
     * @throws PortfolioException for a format that cannot be generated
     * @throws IOException when the stream breaks
     */
    public void write(OutputStream out, PortfolioFormat format) throws IOException {
        write(new PortfolioFiles(out, format, null, List.of()), done -> {});
    }

    /**
     * Writes the portfolio and what else is asked for, and flushes, without closing.
     *
     * @param done is told after each account how many are done
     * @throws PortfolioException for a format that cannot be generated
     * @throws IOException when a stream breaks
     */
    public void write(PortfolioFiles files, LongConsumer done) throws IOException {
        List<TreeWriter> months = new ArrayList<>();
        for (OutputStream month : files.monthly()) {
            months.add(TreeWriter.of(month, PortfolioFormat.NDJSON, List.of()));
        }
        LocalDate from = asOf.minusMonths(Math.max(LEAST_OUTCOME_MONTHS, history));
        OutputStream decided = files.outcomes();
        boolean ahead = decided != null;
        try (TreeWriter writer = TreeWriter.of(files.portfolio(), files.format(), GeneratedColumns.headings());
                OutcomeWriter outcomes =
                        new OutcomeWriter(decided == null ? OutputStream.nullOutputStream() : decided, from)) {
            for (long number = 1; number <= accounts; number++) {
                Slot slot = new Slot(number, seed, asOf);
                writer.write(AccountTree.of(slot, slot.size() - 1, asOf, history, seedOf(number, slot.size() - 1)));
                writeMonths(slot, number, months);
                if (ahead) {
                    slot.last().liveToNextDecision();
                    writeOutcomes(slot, outcomes);
                }
                done.accept(number);
            }
        }
        for (TreeWriter month : months) {
            month.close();
        }
        files.portfolio().flush();
    }

    private long seedOf(long number, int index) {
        return seed + BY_NUMBER * (number * 64 + index);
    }

    private static void writeOutcomes(Slot slot, OutcomeWriter outcomes) {
        for (int i = 0; i < slot.size(); i++) {
            outcomes.write(slot.id(i), slot.life(i));
        }
    }

    /** Writes a slot's customers into the months in which they were in the book. */
    private void writeMonths(Slot slot, long number, List<TreeWriter> months) throws IOException {
        for (int ago = 0; ago < months.size(); ago++) {
            LocalDate day = asOf.minusMonths(ago);
            for (int i = 0; i < slot.size(); i++) {
                Life life = slot.life(i);
                boolean ordered = !life.traits().start().isAfter(day.plusDays(60));
                boolean shown = !life.end().isBefore(day.minusDays(Slot.SHOWN_AFTER_END));
                if (ordered && shown) {
                    months.get(ago).write(AccountTree.of(slot, i, day, 0, seedOf(number, i)));
                }
            }
        }
    }
}
