package io.shirube.bench.accounts;

import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.InputException;
import io.shirube.io.EntrySource;
import io.shirube.io.NdjsonSource;
import io.shirube.io.PortfolioFormat;
import io.shirube.io.SnapshotReader;
import io.shirube.io.generate.PortfolioGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Books of invented accounts in memory. Same arguments, same accounts. */
public final class Book {

    /** The day on which everything is decided. */
    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

    /** The zone in which a moment becomes a day. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    /** The seed of every generated book. */
    public static final long SEED = 7;

    private Book() {}

    /** Returns the first accounts of the generated portfolio. */
    public static List<AccountSnapshot> generated(int accounts) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        try {
            new PortfolioGenerator(accounts, SEED, AS_OF).write(lines, PortfolioFormat.NDJSON);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot break", e);
        }
        return read(lines.toByteArray());
    }

    /** Reads a portfolio of one entry a line. */
    public static List<AccountSnapshot> read(byte[] ndjson) {
        List<AccountSnapshot> accounts = new ArrayList<>();
        try (EntrySource source = new NdjsonSource(new ByteArrayInputStream(ndjson), new SnapshotReader(ZONE))) {
            for (EntrySource.Entry entry = source.next(); entry != null; entry = source.next()) {
                accounts.add(entry.read().orThrow());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot break", e);
        } catch (InputException e) {
            throw new IllegalStateException("an invented account is refused: " + e.problems(), e);
        }
        return accounts;
    }
}
