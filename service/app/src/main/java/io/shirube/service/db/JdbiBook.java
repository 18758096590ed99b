package io.shirube.service.db;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.service.book.Book;
import io.shirube.service.book.BookFullException;
import io.shirube.service.book.Reading;
import io.shirube.service.book.StoredAccount;
import io.shirube.service.book.Told;
import io.shirube.service.db.Transactions.Statements;
import io.shirube.service.requests.Answer;
import io.shirube.service.standing.ChangeKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The book in PostgreSQL. Safe for use by many threads. */
public final class JdbiBook implements Book {

    private final Transactions transactions;
    private final Clock clock;
    private final long readingDays;

    /**
     * @param clock in the book's zone
     * @param readingDays for how many days readings are kept, at least 1
     */
    public JdbiBook(Transactions transactions, Clock clock, long readingDays) {
        this.transactions = transactions;
        this.clock = clock;
        this.readingDays = readingDays;
    }

    @Override
    public Optional<StoredAccount> find(String id) {
        return transactions
                .read(statements -> statements.of(AccountStatements.class).account(id))
                .map(row -> Rows.account(id, row));
    }

    @Override
    public Optional<Put> put(String id, ObjectNode document, List<Reading> readings, @Nullable Long expected) {
        List<Told> told = List.of(new Told(id, document, readings));
        return kept(told, expected);
    }

    @Override
    public OptionalLong add(String id, List<Reading> readings, @Nullable Long expected) {
        return kept(List.of(new Told(id, null, readings)), expected)
                .map(put -> OptionalLong.of(put.version()))
                .orElse(OptionalLong.empty());
    }

    private Optional<Put> kept(List<Told> told, @Nullable Long expected) {
        Outcome outcome = transactions.write(statements -> orFull(
                expected == null
                        ? writing(statements, told).write().get(0)
                        : writing(statements, told).replace(expected)));
        return outcome instanceof Put put ? Optional.of(put) : Optional.empty();
    }

    @Override
    public List<Outcome> write(List<Told> told) {
        return told.isEmpty()
                ? List.of()
                : transactions.write(statements -> writing(statements, told).write());
    }

    private AccountWriting writing(Statements statements, List<Told> told) {
        LocalDate today = LocalDate.now(clock);
        return new AccountWriting(statements, new ReadingWriting.Retention(today.minusDays(readingDays), today), told);
    }

    private static Outcome orFull(Outcome outcome) {
        if (outcome == Refused.FULL) {
            throw new BookFullException();
        }
        return outcome;
    }

    @Override
    public List<Listed> list(Wanted wanted, int most) {
        return transactions.read(
                statements -> statements.of(AccountStatements.class).list(wanted, most));
    }

    @Override
    public boolean erase(String id, @Nullable Long expected) {
        return transactions.write(statements -> {
            // because whoever decides on the account goes on to write about it, and each would wait for the other
            boolean there = statements.of(LedgerStatements.class).claim(id).isPresent();
            AccountStatements accounts = statements.of(AccountStatements.class);
            boolean erased = there && has(accounts, id, expected) && accounts.erase(id) > 0;
            if (erased) {
                FeedStatements feed = statements.of(FeedStatements.class);
                feed.forget(id);
                statements.of(DeliveryStatements.class).forget(id);
                feed.changed(id, ChangeKind.ACCOUNT_ERASED.name(), "{}");
                statements.of(AnswerStatements.class).forget(id, Answer.ANY);
                statements.of(AuditStatements.class).empty(id);
                Notes.keep(statements, Notes.erased(id));
            }
            return erased;
        });
    }

    private static boolean has(AccountStatements accounts, String id, @Nullable Long expected) {
        return expected == null
                || accounts.lock(new String[] {id}, false).stream()
                        .anyMatch(row -> expected == ANY || row.version() == expected);
    }
}
