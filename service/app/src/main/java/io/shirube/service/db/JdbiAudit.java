package io.shirube.service.db;

import io.shirube.service.audit.AuditLog;
import io.shirube.service.audit.AuditRecord;
import io.shirube.service.audit.Deed;
import io.shirube.service.db.AuditStatements.AuditRow;
import io.shirube.service.requests.Author;
import java.util.List;

/** Who wrote what, in PostgreSQL. Safe for use by many threads. */
public final class JdbiAudit implements AuditLog {

    private final Transactions transactions;

    public JdbiAudit(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<AuditRecord> records(Wanted wanted, int most) {
        return transactions
                .read(statements -> statements.of(AuditStatements.class).records(wanted, most))
                .stream()
                .map(JdbiAudit::read)
                .toList();
    }

    private static AuditRecord read(AuditRow row) {
        return new AuditRecord(
                row.id(),
                row.at(),
                new Author(row.author(), row.authorName(), row.request()),
                Deed.valueOf(row.deed()),
                row.accountId(),
                row.actionId(),
                row.keyId(),
                row.before(),
                row.after());
    }
}
