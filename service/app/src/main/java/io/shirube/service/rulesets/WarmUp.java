package io.shirube.service.rulesets;

import io.shirube.engine.input.Assembled;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.InputException;
import io.shirube.io.DecisionWriter;
import io.shirube.io.EntrySource;
import io.shirube.io.Explain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides a book's accounts with fresh rules before anybody else does: for long the first time, while the program is
 * cold, and shortly later. Safe for use by many threads.
 */
public final class WarmUp implements Consumer<Rules> {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private static final int LATER = 10;

    private final List<Assembled> book;
    private final LocalDate asOf;
    private final int decisions;
    private final Duration longest;
    private final AtomicBoolean cold = new AtomicBoolean(true);

    /**
     * @param decisions how many are made the first time, if there is time
     * @param longest how long the first time may take; later ones take a tenth
     */
    public WarmUp(List<Assembled> book, LocalDate asOf, int decisions, Duration longest) {
        this.book = List.copyOf(book);
        this.asOf = asOf;
        this.decisions = decisions;
        this.longest = longest;
    }

    /** Reads a whole book. */
    public static List<Assembled> read(EntrySource source) {
        List<Assembled> book = new ArrayList<>();
        try {
            for (EntrySource.Entry entry = source.next(); entry != null; entry = source.next()) {
                book.add(entry.read());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a book in memory cannot break", e);
        }
        return book;
    }

    @Override
    public void accept(Rules rules) {
        boolean first = cold.getAndSet(false);
        long nanos = first ? longest.toNanos() : longest.toNanos() / LATER;
        long started = System.nanoTime();
        DecisionWriter english = new DecisionWriter("en", Explain.FULL);
        DecisionWriter japanese = new DecisionWriter("ja", Explain.FULL);
        for (int i = 0; i < decisions && !book.isEmpty() && System.nanoTime() - started < nanos; i++) {
            try {
                AccountSnapshot account = book.get(i % book.size()).orThrow();
                Decision decision = rules.decide(account, asOf, Explain.FULL);
                (i % 2 == 0 ? english : japanese).toBytes(decision);
            } catch (InputException e) {
                LOG.debug("An account of the demo book was refused.", e);
            }
        }
    }
}
