package io.shirube.service.db;

import io.shirube.service.db.FeedStatements.ChangeRow;
import io.shirube.service.db.FeedStatements.FeedRow;
import io.shirube.service.db.Transactions.Statements;
import io.shirube.service.standing.ChangeFeed;
import io.shirube.service.standing.Cursor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The feed of changes, in PostgreSQL. What was committed is published, that is, given its place, when somebody reads. Safe for
 * use by many threads.
 */
public final class JdbiFeed implements ChangeFeed {

    /** How many changes get their place in one transaction. */
    private static final int TOGETHER = 5_000;

    private final Transactions transactions;

    public JdbiFeed(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Read> after(@Nullable Cursor after, @Nullable String accountId, int most) {
        publish(transactions);
        return transactions.read(statements -> after(after, accountId, most, statements.of(FeedStatements.class)));
    }

    private static Optional<Read> after(
            @Nullable Cursor after, @Nullable String accountId, int most, FeedStatements statements) {
        long place = after == null ? 0 : after.number();
        long end = statements.feed().last();
        List<ChangeRow> rows =
                accountId == null ? statements.changes(place, most) : statements.changesOf(accountId, place, most);
        // because what is deleted meanwhile must not be missed unnoticed
        FeedRow feed = statements.feed();
        if (after != null && !leadsOn(after, feed)) {
            return Optional.empty();
        }
        long next = rows.isEmpty()
                ? Math.max(place, feed.gone())
                : rows.get(rows.size() - 1).number();
        if (accountId != null && rows.size() < most) {
            // because others' changes are deleted too, and who reads of a quiet account misses nothing by that
            next = Math.max(next, end);
        }
        return Optional.of(new Read(
                rows.stream().map(row -> Feed.change(feed.epoch(), row)).toList(), new Cursor(feed.epoch(), next)));
    }

    private static boolean leadsOn(Cursor after, FeedRow feed) {
        return after.epoch().equals(feed.epoch()) && after.number() >= feed.gone() && after.number() <= feed.last();
    }

    @Override
    public Cursor end() {
        boolean more = true;
        while (more) {
            more = publish(transactions) == TOGETHER;
        }
        FeedRow feed = transactions.read(
                statements -> statements.of(FeedStatements.class).feed());
        return new Cursor(feed.epoch(), feed.last());
    }

    /** Gives changes that were committed their place. Returns how many got one. */
    static int publish(Transactions transactions) {
        boolean any = transactions.read(
                statements -> statements.of(FeedStatements.class).anyUnpublished());
        return any ? transactions.write(JdbiFeed::publish) : 0;
    }

    private static int publish(Statements statements) {
        FeedStatements feed = statements.of(FeedStatements.class);
        int published = feed.publish(feed.lock(), TOGETHER);
        feed.advance(published);
        return published;
    }

    /**
     * Begins another epoch when this is not the table for which the last one began: the database was restored or copied.
     *
     * @param restored names the restore that made the data folder, empty without any
     * @param fresh names the epoch that begins then
     */
    static void settle(Transactions transactions, String restored, String fresh) {
        transactions.write(statements -> {
            FeedStatements feed = statements.of(FeedStatements.class);
            String server = feed.mayAskForServer() ? feed.server() : "";
            return feed.settle(String.join("/", server, feed.table(), restored), fresh);
        });
    }
}
