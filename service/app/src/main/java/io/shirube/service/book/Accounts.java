package io.shirube.service.book;

import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;
import java.util.List;
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
     * @throws ProblemException when it cannot be decided on, or does not have the version
     */
    public Book.Put put(String id, byte[] body, @Nullable Long expected) {
        Told told = entries.account(id, body);
        Book.Put put = book.put(id, told.kept(), told.readings(), expected)
                .orElseThrow(() -> new ProblemException(Problem.of(ErrorCode.VERSION_CHANGED)));
        changed.run();
        return put;
    }

    /**
     * Adds readings of signals to an account.
     *
     * @param body the signals as in a portfolio's line
     * @return the account's version now
     * @throws ProblemException when there is no such account, or a reading cannot be
     */
    public long add(String id, byte[] body) {
        long version = book.add(id, entries.signals(id, body).readings()).orElseThrow(Accounts::unknown);
        changed.run();
        return version;
    }

    /** Erases an account and all that was kept of it. */
    public void erase(String id) {
        if (!book.erase(id)) {
            throw unknown();
        }
    }

    /** Returns kept accounts by id. */
    public List<Book.Listed> list(Book.Wanted wanted, int most) {
        return book.list(wanted, most);
    }

    static ProblemException unknown() {
        return new ProblemException(Problem.of(ErrorCode.NO_ACCOUNT));
    }
}
