package io.shirube.service.db;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.service.audit.Deed;
import io.shirube.service.book.Arrangement;
import io.shirube.service.book.ArrangementStore;
import io.shirube.service.db.Transactions.Statements;
import io.shirube.service.standing.ChangeKind;
import io.shirube.service.standing.Ledger;
import io.shirube.service.standing.StoredJson;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people settled for accounts, in PostgreSQL. Safe for use by many threads. */
public final class JdbiArrangements implements ArrangementStore {

    private final Transactions transactions;

    public JdbiArrangements(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<ObjectNode> find(String accountId, Arrangement kind) {
        return transactions
                .read(statements -> statements.of(AccountStatements.class).arrangement(accountId, kind.name()))
                .map(document -> (ObjectNode) StoredJson.tree(document));
    }

    @Override
    public boolean keep(String accountId, Arrangement kind, ObjectNode document) {
        return transactions.write(statements -> {
            AccountStatements accounts = statements.of(AccountStatements.class);
            // because what is noted as before must be what this took the place of
            accounts.lock(new String[] {accountId}, false);
            @Nullable
            String before = accounts.arrangement(accountId, kind.name()).orElse(null);
            boolean kept = accounts.arrange(accountId, kind.name(), document.toString()) > 0;
            if (kept) {
                note(
                        statements,
                        accountId,
                        kind == Arrangement.PIN ? Deed.PIN_SET : Deed.UPLIFT_SET,
                        before,
                        document.toString());
                changed(
                        statements,
                        accountId,
                        kind == Arrangement.PIN ? ChangeKind.PIN_SET : ChangeKind.UPLIFT_SET,
                        document);
            }
            return kept;
        });
    }

    @Override
    public boolean end(String accountId, Arrangement kind) {
        return transactions.write(statements -> {
            AccountStatements accounts = statements.of(AccountStatements.class);
            // because whoever erases the account holds it before what is arranged for it
            accounts.lock(new String[] {accountId}, false);
            Optional<String> ended = accounts.endArrangement(accountId, kind.name());
            ended.ifPresent(document -> {
                note(
                        statements,
                        accountId,
                        kind == Arrangement.PIN ? Deed.PIN_REMOVED : Deed.UPLIFT_REMOVED,
                        document,
                        null);
                changed(
                        statements,
                        accountId,
                        kind == Arrangement.PIN ? ChangeKind.PIN_REMOVED : ChangeKind.UPLIFT_REMOVED,
                        (ObjectNode) StoredJson.tree(document));
            });
            return ended.isPresent();
        });
    }

    private static void note(
            Statements statements, String accountId, Deed deed, @Nullable String before, @Nullable String after) {
        Notes.keep(statements, Notes.arrangement(deed, accountId, before, after));
    }

    private static void changed(Statements statements, String accountId, ChangeKind kind, ObjectNode document) {
        statements.of(LedgerStatements.class).await(accountId, Ledger.Urgency.CHANGE.rank());
        statements.of(FeedStatements.class).changed(accountId, kind.name(), document.toString());
    }
}
