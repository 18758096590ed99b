package io.shirube.service.db;

import io.shirube.service.book.Book;
import io.shirube.service.db.AccountStatements.CountRow;
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

    private final AccountStatements accounts;
    private final Map<String, Use> used = new HashMap<>();
    private final Map<String, Use> taken = new HashMap<>();
    private final Set<String> counted = new HashSet<>();

    ReadingRoom(AccountStatements accounts) {
        this.accounts = accounts;
    }

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
     * @param makeRoom does away with what need not be kept
     * @return whether there is as much
     */
    boolean take(String id, Use more, Runnable makeRoom) {
        if (!used(id).plus(more).fits() && counted.add(id)) {
            makeRoom.run();
            CountRow row = accounts.count(id);
            used.put(id, new Use(row.readings(), row.bytes()).plus(taken.getOrDefault(id, NONE)));
        }
        if (!used(id).plus(more).fits()) {
            return false;
        }
        used.merge(id, more, Use::plus);
        taken.merge(id, more, Use::plus);
        return true;
    }
}
