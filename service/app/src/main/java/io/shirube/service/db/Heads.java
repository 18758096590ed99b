package io.shirube.service.db;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.shirube.service.db.Transactions.Statements;
import io.shirube.service.standing.Ledger;
import java.util.Optional;

/**
 * Where accounts stand, as it was read when nothing had changed since. Where other programs write too, it remembers nothing.
 * Safe for use by many threads.
 */
final class Heads {

    private static final int ACCOUNTS = 50_000;

    private final Transactions transactions;
    private final Cache<String, Seen> seen =
            Caffeine.newBuilder().maximumSize(ACCOUNTS).build();

    private record Seen(long moment, Optional<Ledger.Current> head) {}

    Heads(Transactions transactions) {
        this.transactions = transactions;
    }

    Optional<Ledger.Current> get(String accountId) {
        long moment = transactions.moment();
        if (moment == StandingChanges.NOW) {
            return transactions.read(statements -> read(accountId, statements));
        }
        Seen before = seen.getIfPresent(accountId);
        if (before != null && before.moment() == moment) {
            return before.head();
        }
        Optional<Ledger.Current> head = transactions.read(statements -> read(accountId, statements));
        if (head.isPresent()) {
            // because names of accounts that are not there would push out those that are
            seen.put(accountId, new Seen(moment, head));
        }
        return head;
    }

    /** Returns where an account stands as a transaction sees it. */
    static Optional<Ledger.Current> read(String accountId, Statements statements) {
        return statements
                .of(HeadStatements.class)
                .head(accountId)
                .map(row -> new Ledger.Current(
                        row.waits(),
                        row.decided(),
                        row.settlement(),
                        Rows.problem(row.problemJa(), row.problemEn()),
                        row.ruleset(),
                        row.decidedOn()));
    }
}
