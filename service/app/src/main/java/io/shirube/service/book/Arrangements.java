package io.shirube.service.book;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;

/** Pins and uplifts of accounts. Safe for use by many threads. */
public final class Arrangements {

    private final ArrangementStore store;
    private final ArrangementEntries entries;
    private final Runnable changed;

    /** @param changed is told after something was settled or ended */
    public Arrangements(ArrangementStore store, ArrangementEntries entries, Runnable changed) {
        this.store = store;
        this.entries = entries;
        this.changed = changed;
    }

    /**
     * Returns what is settled for an account.
     *
     * @throws ProblemException when nothing is
     */
    public ObjectNode find(String accountId, Arrangement kind) {
        return store.find(accountId, kind).orElseThrow(Arrangements::nothing);
    }

    /**
     * Settles something in place of what was.
     *
     * @param caller who asks, when the body does not say who wants it
     * @return what is kept
     * @throws ProblemException when there is no such account, or it cannot be settled so
     */
    public ObjectNode settle(String accountId, Arrangement kind, byte[] body, String caller) {
        ObjectNode document = entries.read(accountId, kind, body, caller);
        if (!store.keep(accountId, kind, document)) {
            throw Accounts.unknown();
        }
        changed.run();
        return document;
    }

    /**
     * Ends what is settled.
     *
     * @throws ProblemException when nothing is
     */
    public void end(String accountId, Arrangement kind) {
        if (!store.end(accountId, kind)) {
            throw nothing();
        }
        changed.run();
    }

    private static ProblemException nothing() {
        return new ProblemException(Problem.of(ErrorCode.NO_ARRANGEMENT));
    }
}
