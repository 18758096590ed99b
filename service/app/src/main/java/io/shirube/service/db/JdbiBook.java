package io.shirube.service.db;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.service.book.Book;
import io.shirube.service.book.Reading;
import io.shirube.service.book.StoredAccount;
import io.shirube.service.book.Told;
import io.shirube.service.db.AccountStatements.PutRow;
import io.shirube.service.db.AccountStatements.ReadingRow;
import io.shirube.service.db.Transactions.Statements;
import io.shirube.service.standing.ChangeKind;
import io.shirube.service.standing.Ledger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The book in PostgreSQL. Safe for use by many threads. */
public final class JdbiBook implements Book {

    private final Transactions transactions;

    public JdbiBook(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<StoredAccount> find(String id) {
        return transactions
                .read(statements -> statements.of(AccountStatements.class).account(id))
                .map(row -> Rows.account(id, row));
    }

    @Override
    public Optional<Put> put(String id, ObjectNode document, List<Reading> readings, @Nullable Long expected) {
        return transactions.write(statements -> keep(statements, id, document, readings, expected));
    }

    private static Optional<Put> keep(
            Statements statements, String id, ObjectNode document, List<Reading> readings, @Nullable Long expected) {
        AccountStatements accounts = statements.of(AccountStatements.class);
        Optional<Put> put = put(accounts, id, document.toString(), expected);
        put.ifPresent(kept -> {
            accounts.keep(id, rows(readings));
            statements.of(LedgerStatements.class).begin(id);
            changed(statements, id, ChangeKind.ACCOUNT_KEPT, kept.version());
        });
        return put;
    }

    private static Optional<Put> put(
            AccountStatements statements, String id, String document, @Nullable Long expected) {
        if (expected == null) {
            PutRow row = statements.put(id, document);
            return Optional.of(new Put(row.version(), row.fresh()));
        }
        Optional<Long> version =
                expected == ANY ? statements.replaceAny(id, document) : statements.replace(id, document, expected);
        return version.map(now -> new Put(now, false));
    }

    @Override
    public OptionalLong add(String id, List<Reading> readings) {
        Optional<Put> put = transactions.write(statements -> add(statements, id, readings));
        return put.map(now -> OptionalLong.of(now.version())).orElse(OptionalLong.empty());
    }

    private static Optional<Put> add(Statements statements, String id, List<Reading> readings) {
        AccountStatements accounts = statements.of(AccountStatements.class);
        Optional<Long> version = accounts.touch(id);
        version.ifPresent(now -> {
            accounts.keep(id, rows(readings));
            changed(statements, id, ChangeKind.SIGNALS_ADDED, now);
        });
        return version.map(now -> new Put(now, false));
    }

    @Override
    public List<Optional<Put>> write(List<Told> told) {
        // because two callers that write the same accounts in different orders would each wait for the other
        List<Integer> order = IntStream.range(0, told.size())
                .boxed()
                .sorted(Comparator.comparing((Integer place) -> told.get(place).id()))
                .toList();
        return transactions.write(statements -> {
            List<Optional<Put>> puts = new ArrayList<>(Collections.nCopies(told.size(), Optional.empty()));
            for (int place : order) {
                Told one = told.get(place);
                ObjectNode document = one.document();
                puts.set(
                        place,
                        document == null
                                ? add(statements, one.id(), one.readings())
                                : keep(statements, one.id(), document, one.readings(), null));
            }
            return puts;
        });
    }

    @Override
    public List<Listed> list(Wanted wanted, int most) {
        return transactions.read(
                statements -> statements.of(AccountStatements.class).list(wanted, most));
    }

    @Override
    public boolean erase(String id) {
        return transactions.write(statements -> {
            // because whoever decides on the account goes on to write about it, and each would wait for the other
            boolean there = statements.of(LedgerStatements.class).claim(id).isPresent();
            boolean erased = there && statements.of(AccountStatements.class).erase(id) > 0;
            if (erased) {
                FeedStatements feed = statements.of(FeedStatements.class);
                feed.forget(id);
                statements.of(DeliveryStatements.class).forget(id);
                feed.changed(id, ChangeKind.ACCOUNT_ERASED.name(), "{}");
            }
            return erased;
        });
    }

    private static void changed(Statements statements, String id, ChangeKind kind, long version) {
        statements.of(LedgerStatements.class).await(id, Ledger.Urgency.CHANGE.rank());
        statements.of(FeedStatements.class).changed(id, kind.name(), "{\"version\":" + version + "}");
    }

    private static List<ReadingRow> rows(List<Reading> readings) {
        return readings.stream()
                .map(reading -> new ReadingRow(
                        reading.signal(), reading.at(), reading.value().toString()))
                .toList();
    }
}
