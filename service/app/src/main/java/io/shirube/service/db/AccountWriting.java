package io.shirube.service.db;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.service.audit.Deed;
import io.shirube.service.book.Book;
import io.shirube.service.book.Reading;
import io.shirube.service.book.Told;
import io.shirube.service.db.AccountStatements.LockedRow;
import io.shirube.service.db.AccountStatements.VersionRow;
import io.shirube.service.db.AuditStatements.NoteRow;
import io.shirube.service.db.ReadingRoom.Use;
import io.shirube.service.db.Transactions.Statements;
import io.shirube.service.standing.ChangeKind;
import io.shirube.service.standing.Ledger;
import io.shirube.service.standing.StoredJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was told of some accounts, inside a transaction: the accounts are locked first, then everything is written by a
 * statement of a kind, however many there are. For one thread, once.
 */
final class AccountWriting {

    private final Statements statements;
    private final AccountStatements accounts;
    private final List<Told> all;
    private final ReadingRoom room;
    private final ReadingWriting readings;

    /** The accounts there are. */
    private final Set<String> there = new HashSet<>();

    /** Those that were not there before, until something was told of them, with what they were added for. */
    private final Map<String, Told> added = new HashMap<>();

    /** What stands; as far as something was told here already, that. */
    private final Map<String, ObjectNode> documents = new HashMap<>();

    private final Map<String, ObjectNode> newDocuments = new HashMap<>();
    private final Set<String> changed = new TreeSet<>();
    private final List<Told> taken = new ArrayList<>();
    private final List<NoteRow> notes = new ArrayList<>();
    private final Map<String, Long> versions = new HashMap<>();

    AccountWriting(Statements statements, ReadingWriting.Retention retention, List<Told> all) {
        this.statements = statements;
        this.accounts = statements.of(AccountStatements.class);
        this.all = all;
        this.room = new ReadingRoom(statements);
        this.readings = new ReadingWriting(accounts, room, retention);
    }

    /**
     * Writes all of it, but for what is refused.
     *
     * @return what became of each, in their order
     */
    List<Book.Outcome> write() {
        lock();
        addMissing();
        return written();
    }

    /** Writes it if the accounts are there and have the version. */
    Book.Outcome replace(long expected) {
        boolean fits = lock().stream().anyMatch(row -> expected == Book.ANY || row.version() == expected);
        return fits ? written().get(0) : Book.Refused.NOT_THERE;
    }

    private List<LockedRow> lock() {
        boolean withDocuments = all.stream().anyMatch(one -> one.document() != null);
        List<LockedRow> rows =
                accounts.lock(all.stream().map(Told::id).distinct().toArray(String[]::new), withDocuments);
        for (LockedRow row : rows) {
            if (there.add(row.id())) {
                room.uses(row.id(), new Use(row.readings(), row.readingBytes()));
                if (row.document() != null) {
                    documents.put(row.id(), (ObjectNode) StoredJson.tree(row.document()));
                }
            }
        }
        return rows;
    }

    private void addMissing() {
        Collection<Told> missing = missing();
        while (!missing.isEmpty()) {
            List<VersionRow> rows = accounts.addMissing(
                    texts(missing, Told::id),
                    texts(missing, one -> String.valueOf(one.document())),
                    texts(missing, one -> Long.toString(ReadingWriting.use(one).readings())),
                    texts(missing, one -> Long.toString(ReadingWriting.use(one).bytes())));
            Map<String, Told> byId = missing.stream().collect(Collectors.toMap(Told::id, one -> one));
            for (VersionRow row : rows) {
                there.add(row.id());
                added.put(row.id(), Objects.requireNonNull(byId.get(row.id()), "told"));
                versions.put(row.id(), row.version());
            }
            if (rows.size() < missing.size()) {
                // because somebody else added the others since they were looked for
                lock();
            }
            missing = missing();
        }
    }

    /** Returns what was told first of each account that is not there. */
    private Collection<Told> missing() {
        Map<String, Told> missing = new LinkedHashMap<>();
        for (Told one : all) {
            if (one.document() != null && !there.contains(one.id())) {
                missing.putIfAbsent(one.id(), one);
            }
        }
        return missing.values();
    }

    private List<Book.Outcome> written() {
        readings.look(all.stream()
                .filter(one -> there.contains(one.id()) && !added.containsKey(one.id()))
                .toList());
        List<Function<Map<String, Long>, Book.Outcome>> outcomes = new ArrayList<>();
        for (Told one : all) {
            outcomes.add(outcome(one));
        }
        removeUntold();
        change();
        readings.write();
        follow();
        return outcomes.stream().map(outcome -> outcome.apply(versions)).toList();
    }

    /** Returns what becomes of it once the versions are known. */
    private Function<Map<String, Long>, Book.Outcome> outcome(Told one) {
        String id = one.id();
        if (!there.contains(id)) {
            return unused -> Book.Refused.NOT_THERE;
        }
        if (!readings.fits(one)) {
            return unused -> Book.Refused.FULL;
        }
        @Nullable Told addedFor = added.remove(id);
        boolean first = addedFor != null;
        take(one, first, one.equals(addedFor));
        return known -> new Book.Put(Objects.requireNonNull(known.get(id), "version"), first);
    }

    /**
     * @param first whether there was no such account before
     * @param written whether it was added as this says
     */
    private void take(Told one, boolean first, boolean written) {
        String id = one.id();
        @Nullable ObjectNode document = one.document();
        ObjectNode after = whole(document, one, Reading::value);
        @Nullable
        ObjectNode before = first
                ? null
                : whole(document == null ? null : documents.get(id), one, reading -> readings.standing(one, reading));
        notes.add(Notes.account(document == null ? Deed.SIGNALS_ADDED : Deed.ACCOUNT_KEPT, id, before, after));
        readings.take(one);
        taken.add(one);
        if (document != null) {
            documents.put(id, document);
        }
        if (!written) {
            changed.add(id);
            if (document != null) {
                newDocuments.put(id, document);
            }
        }
    }

    /** As a portfolio's line has it, with those readings only that were told. */
    private static ObjectNode whole(
            @Nullable ObjectNode document, Told one, Function<Reading, @Nullable JsonNode> value) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        if (document != null) {
            whole.setAll(document);
        }
        for (Reading reading : one.readings()) {
            @Nullable JsonNode there = value.apply(reading);
            if (there != null) {
                whole.withObjectProperty("signals")
                        .withArrayProperty(reading.signal())
                        .addObject()
                        .<ObjectNode>set("value", there)
                        .put("at", reading.at().toString());
            }
        }
        return whole;
    }

    /** Takes back accounts that were added for what was refused then. */
    private void removeUntold() {
        for (String id : added.keySet()) {
            accounts.erase(id);
            versions.remove(id);
        }
    }

    private void change() {
        if (!changed.isEmpty()) {
            @Nullable
            String[] texts = changed.stream()
                    .map(id -> newDocuments.containsKey(id) ? String.valueOf(newDocuments.get(id)) : null)
                    .toArray(String[]::new);
            accounts.change(
                            texts(changed, id -> id),
                            texts,
                            texts(changed, id -> Long.toString(room.used(id).readings())),
                            texts(changed, id -> Long.toString(room.used(id).bytes())))
                    .forEach(row -> versions.put(row.id(), row.version()));
        }
    }

    /** Tells everybody else of what was written. */
    private void follow() {
        if (taken.isEmpty()) {
            return;
        }
        LedgerStatements ledger = statements.of(LedgerStatements.class);
        String[] ids = taken.stream().map(Told::id).distinct().toArray(String[]::new);
        ledger.begin(ids);
        ledger.await(ids, Ledger.Urgency.CHANGE.rank());
        statements
                .of(FeedStatements.class)
                .changedAll(
                        texts(taken, Told::id),
                        texts(taken, one -> kind(one).name()),
                        texts(taken, one -> "{\"version\":" + versions.get(one.id()) + "}"));
        Notes.keep(statements, notes);
    }

    private static ChangeKind kind(Told one) {
        return one.document() == null ? ChangeKind.SIGNALS_ADDED : ChangeKind.ACCOUNT_KEPT;
    }

    private static <T> String[] texts(Collection<T> some, Function<T, String> text) {
        return some.stream().map(text).toArray(String[]::new);
    }
}
