package io.shirube.service.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.service.book.Book;
import io.shirube.service.book.BookUnavailableException;
import io.shirube.service.book.Reading;
import io.shirube.service.book.StoredAccount;
import io.shirube.service.db.AccountStatements.AccountRow;
import io.shirube.service.db.AccountStatements.PutRow;
import io.shirube.service.db.AccountStatements.ReadingRow;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The book in PostgreSQL. Safe for use by many threads. */
public final class JdbiBook implements Book {

    private static final Logger LOG = LoggerFactory.getLogger(JdbiBook.class);

    private final Transactions transactions;
    private final ObjectMapper json = new ObjectMapper();

    public JdbiBook(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<StoredAccount> find(String id) {
        return reached(() -> transactions.read(
                        statements -> statements.of(AccountStatements.class).account(id)))
                .map(row -> account(id, row));
    }

    private StoredAccount account(String id, AccountRow row) {
        List<Reading> readings = new ArrayList<>();
        if (row.readings() != null) {
            tree(row.readings()).forEach(reading -> readings.add(reading(reading)));
        }
        return new StoredAccount(id, row.version(), (ObjectNode) tree(row.document()), readings);
    }

    private static Reading reading(JsonNode row) {
        return new Reading(
                row.path(0).asText(), LocalDate.ofEpochDay(row.path(1).asLong()), row.path(2));
    }

    @Override
    public Optional<Put> put(String id, ObjectNode document, List<Reading> readings, @Nullable Long expected) {
        return reached(() -> transactions.write(statements -> {
            AccountStatements accounts = statements.of(AccountStatements.class);
            Optional<Put> put = put(accounts, id, document.toString(), expected);
            put.ifPresent(unused -> accounts.keep(id, rows(readings)));
            return put;
        }));
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
        return reached(() -> transactions.write(statements -> {
            AccountStatements accounts = statements.of(AccountStatements.class);
            Optional<Long> version = accounts.touch(id);
            version.ifPresent(unused -> accounts.keep(id, rows(readings)));
            return optional(version);
        }));
    }

    @Override
    public boolean erase(String id) {
        return reached(() -> transactions.write(
                        statements -> statements.of(AccountStatements.class).erase(id)))
                > 0;
    }

    /** A database that is not there for a while is nobody's fault who asks: he may ask again. */
    private static <T> T reached(Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql && isOutOfReach(sql)) {
                    LOG.warn("The database cannot be reached.", e);
                    throw new BookUnavailableException(e);
                }
            }
            throw e;
        }
    }

    /** Classes of SQLSTATE: 08 no connection, 53 no resources, 57 the server stops or starts; none: the pool has none left. */
    private static boolean isOutOfReach(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("53") || state.startsWith("57");
    }

    private static OptionalLong optional(Optional<Long> version) {
        return version.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private static List<ReadingRow> rows(List<Reading> readings) {
        return readings.stream()
                .map(reading -> new ReadingRow(
                        reading.signal(), reading.at(), reading.value().toString()))
                .toList();
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database keeps only JSON there", e);
        }
    }
}
