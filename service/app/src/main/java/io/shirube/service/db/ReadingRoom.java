package io.shirube.service.db;

import io.shirube.service.book.Book;
import io.shirube.service.db.AccountStatements.CountRow;
import io.shirube.service.db.Transactions.Statements;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How much room accounts have left for readings. An account knows how many it has at most; it is counted only when that comes near
 * the most there may be. For one thread, inside the transaction that holds the accounts.
 */
final class ReadingRoom {

    static final Use NONE = new Use(0, 0);

    private final Statements statements;
    private final AccountStatements accounts;
    private final Map<String, Use> used = new HashMap<>();
    private final Map<String, Use> taken = new HashMap<>();
    private final Set<String> counted = new HashSet<>();

    ReadingRoom(Statements statements) {
        this.statements = statements;
        this.accounts = statements.of(AccountStatements.class);
    }

    /** Undoes room that was made in vain. */
    @SuppressWarnings("serial") // because it never leaves this class
    private static final class StillFullException extends RuntimeException {}

    /**
     * What readings take.
     *
     * @param bytes of their values, as JSON
     */
    record Use(long readings, long bytes) {
        Use plus(Use more) {
            return new Use(readings + more.readings, bytes + more.bytes);
        }

        boolean fits() {
            return readings <= Book.MOST_READINGS && bytes <= Book.MOST_BYTES;
        }
    }

    /** Says what an account uses at most. */
    void uses(String id, Use use) {
        used.put(id, use);
    }

    /** Returns what an account uses at most, with what was taken. */
    Use used(String id) {
        return used.getOrDefault(id, NONE);
    }

    /**
     * Takes room for readings that are about to be written.
     *
     * @param more what they add to what stands
     * @param makeRoom does away with what need not be kept; undone when that is not enough
     * @return whether there is as much
     */
    boolean take(String id, Use more, Runnable makeRoom) {
        if (!used(id).plus(more).fits() && (counted.contains(id) || !makesRoom(id, more, makeRoom))) {
            return false;
        }
        used.merge(id, more, Use::plus);
        taken.merge(id, more, Use::plus);
        return true;
    }

    private boolean makesRoom(String id, Use more, Runnable makeRoom) {
        try {
            statements.apart(() -> {
                makeRoom.run();
                CountRow row = accounts.count(id);
                Use now = new Use(row.readings(), row.bytes()).plus(taken.getOrDefault(id, NONE));
                if (!now.plus(more).fits()) {
                    throw new StillFullException();
                }
                used.put(id, now);
            });
        } catch (StillFullException e) {
            return false;
        }
        counted.add(id);
        return true;
    }
}
