package io.shirube.io.generate;

import io.shirube.io.PortfolioException;
import io.shirube.io.PortfolioFormat;
import io.shirube.io.tree.TreeWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;

/**
 * Generates a synthetic portfolio, account by account. The same arguments give the same bytes, and the first accounts of
 * a larger portfolio are those of a smaller one. Immutable, safe for use by many threads.
 */
public final class PortfolioGenerator {

    /** The most accounts of one portfolio. */
    public static final long MOST_ACCOUNTS = 100_000_000L;

    private final long accounts;
    private final long seed;
    private final LocalDate asOf;

    /**
     * @param accounts 0 to {@link #MOST_ACCOUNTS}
     * @param asOf the day on which the portfolio is up to date
     */
    public PortfolioGenerator(long accounts, long seed, LocalDate asOf) {
        if (accounts < 0 || accounts > MOST_ACCOUNTS) {
            throw new IllegalArgumentException("accounts: 0 to " + MOST_ACCOUNTS + ", was " + accounts);
        }
        this.accounts = accounts;
        this.seed = seed;
        this.asOf = asOf;
    }

    /**
     * Writes the portfolio and flushes, without closing.
     *
     * @throws PortfolioException for a format that cannot be generated
     * @throws IOException when the stream breaks
     */
    public void write(OutputStream out, PortfolioFormat format) throws IOException {
        try (TreeWriter writer = TreeWriter.of(out, format, GeneratedColumns.headings())) {
            for (long number = 1; number <= accounts; number++) {
                writer.write(AccountTree.of(number, seed, asOf));
            }
        }
        out.flush();
    }
}
