package io.shirube.service.db;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Sees every statement by which a program changes where accounts stand, so that what was read before is known to be still true
 * without asking the database. It sees this program's statements only. Safe for use by many threads.
 */
@SuppressWarnings(
        "ThreadLocalUsage") // because a thread's transaction is one of this database, and a program may use two
final class StandingChanges implements SqlLogger {

    /** No moment: something changes right now. */
    static final long NOW = -1;

    /** What names one of the tables that {@link HeadStatements} reads, or the one whose rows take theirs along. */
    private static final Pattern CHANGE = Pattern.compile(
            "\\b(INSERT\\s+INTO|UPDATE|DELETE\\s+FROM|TRUNCATE|MERGE\\s+INTO|COPY)\\s+(ONLY\\s+|TABLE\\s+)?(standing|due|account)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Map<String, Boolean> known = new ConcurrentHashMap<>();
    private final ThreadLocal<Turn> turns = ThreadLocal.withInitial(Turn::new);
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong ended = new AtomicLong();

    /** What a thread does, with what it does inside of that. For that thread. */
    private static final class Turn {
        private int depth;
        private boolean changes;
    }

    @Override
    public void logBeforeExecution(StatementContext context) {
        Turn turn = turns.get();
        if (!turn.changes && changes(context.getRenderedSql())) {
            turn.changes = true;
            open.incrementAndGet();
        }
    }

    /** Tells that this thread begins something, perhaps inside of something else. */
    void begin() {
        turns.get().depth++;
    }

    /** Tells that what this thread began last is over, whatever came of it. What lies inside of something is committed with that. */
    void over() {
        Turn turn = turns.get();
        turn.depth--;
        if (turn.depth > 0) {
            return;
        }
        turns.remove();
        if (turn.changes) {
            // in this order, so that no moment lies between the two in which nothing seems to have happened
            ended.incrementAndGet();
            open.decrementAndGet();
        }
    }

    /** Returns the same number as before exactly when nothing changed since; {@link #NOW} while a transaction changes something. */
    long moment() {
        return open.get() == 0 ? ended.get() : NOW;
    }

    private boolean changes(String sql) {
        return known.computeIfAbsent(sql, text -> CHANGE.matcher(text).find());
    }
}
