package io.shirube.service.book;

import io.shirube.engine.input.InputCode;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Text;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What callers do with accounts that are kept. Nothing is kept that could not be decided on. Safe for use by many threads.
 */
public final class Accounts {

    private final Book book;
    private final Entries entries;
    private final Runnable changed;

    /** @param changed is told after something was kept */
    public Accounts(Book book, Entries entries, Runnable changed) {
        this.book = book;
        this.entries = entries;
        this.changed = changed;
    }

    /** Returns a kept account. */
    public StoredAccount find(String id) {
        return book.find(id).orElseThrow(Accounts::unknown);
    }

    /**
     * Keeps an account in place of what was kept of it.
     *
     * @param body the account as of the portfolio; its own id may be left out
     * @param expected the version it must have, {@link Book#ANY} or null
     * @return what became of it
     * @throws ProblemException when it cannot be decided on, does not have the version, or would keep too many readings
     */
    public Book.Put put(String id, byte[] body, @Nullable Long expected) {
        Told told = entries.account(id, body);
        Book.Put put = fitting(() -> book.put(id, told.kept(), told.readings(), expected))
                .orElseThrow(() -> missed(expected));
        changed.run();
        return put;
    }

    /**
     * Adds readings of signals to an account.
     *
     * @param body the signals as in a portfolio's line
     * @param expected the version it must have, {@link Book#ANY} or null
     * @return the account's version now
     * @throws ProblemException when there is no such account, a reading cannot be, it would keep too many, or does
     *     not have the version
     */
    public long add(String id, byte[] body, @Nullable Long expected) {
        List<Reading> readings = entries.signals(id, body).readings();
        long version = fitting(() -> book.add(id, readings, expected)).orElseThrow(() -> missed(expected));
        changed.run();
        return version;
    }

    /**
     * Erases an account and all that was kept of it.
     *
     * @param expected the version it must have, {@link Book#ANY} or null
     * @throws ProblemException when there is no such account, or it does not have the version
     */
    public void erase(String id, @Nullable Long expected) {
        if (!book.erase(id, expected)) {
            throw missed(expected);
        }
    }

    /** Who expects a version and finds none is told like one who finds another. */
    private static ProblemException missed(@Nullable Long expected) {
        return expected == null ? unknown() : new ProblemException(Problem.of(ErrorCode.VERSION_CHANGED));
    }

    /** Returns kept accounts by id. */
    public List<Book.Listed> list(Book.Wanted wanted, int most) {
        return book.list(wanted, most);
    }

    private static <T> T fitting(Supplier<T> write) {
        try {
            return write.get();
        } catch (BookFullException e) {
            throw full();
        }
    }

    static ProblemException full() {
        Text detail = new Text(
                String.format(
                        Locale.ROOT,
                        "signals: 測定値が1社の上限（%,d件、または値の合計%dMiB）を超えるため、保存していません。"
                                + "送る測定値を減らすか、設定の database.retention.readings を短くしてください。",
                        Book.MOST_READINGS,
                        Book.MOST_BYTES >> 20),
                String.format(
                        Locale.ROOT,
                        "signals: nothing was kept, because the account would have more than %,d readings or %d MiB of values."
                                + " Send fewer readings, or shorten database.retention.readings in the configuration.",
                        Book.MOST_READINGS,
                        Book.MOST_BYTES >> 20));
        return new ProblemException(Problem.of(
                ErrorCode.INVALID_ACCOUNT,
                List.of(new InputProblem(InputCode.OUT_OF_RANGE.name(), "signals", detail))));
    }

    static ProblemException unknown() {
        return new ProblemException(Problem.of(ErrorCode.NO_ACCOUNT));
    }
}
