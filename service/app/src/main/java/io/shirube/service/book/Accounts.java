package io.shirube.service.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.engine.input.Assembled;
import io.shirube.engine.input.InputCode;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Text;
import io.shirube.io.SnapshotReader;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.InputProblems;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.rulesets.ActiveRules;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What callers do with accounts that are kept. Nothing is kept that could not be decided on. Safe for use by many threads.
 */
public final class Accounts {

    private static final String ACCOUNT = "account";
    private static final String SIGNALS = "signals";
    private static final String ID = "id";

    /** Below this every whole number is exact. */
    private static final double WHOLE = 1e15;

    private final Book book;
    private final ActiveRules active;
    private final SnapshotReader reader;
    private final Clock clock;
    private final Runnable changed;
    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * @param reader takes an account with all the readings it may come to have
     * @param clock in the book's zone; a reading without a day is of its today
     * @param changed is told after something was kept
     */
    public Accounts(Book book, ActiveRules active, SnapshotReader reader, Clock clock, Runnable changed) {
        this.book = book;
        this.active = active;
        this.reader = reader;
        this.clock = clock;
        this.changed = changed;
    }

    /** Returns a kept account. */
    public StoredAccount find(String id) {
        return book.find(id).orElseThrow(Accounts::unknown);
    }

    /**
     * Keeps an account in place of what was kept of it.
     *
     * @param body the account as of the portfolio; its own id may be left out
     * @param expected the version it must have, {@link Book#ANY} or null
     * @return what became of it
     * @throws ProblemException when it cannot be decided on, or does not have the version
     */
    public Book.Put put(String id, byte[] body, @Nullable Long expected) {
        ObjectNode document = object(body);
        ObjectNode own = document.path(ACCOUNT) instanceof ObjectNode node ? node : null;
        if (own != null && !own.hasNonNull(ID)) {
            own.put(ID, id);
        } else if (own == null && !document.has(ACCOUNT)) {
            document.putObject(ACCOUNT).put(ID, id);
        }
        AccountSnapshot snapshot = checked(document);
        if (!snapshot.account().id().equals(id)) {
            throw invalid(
                    "account.id",
                    "account.id は URL の id と同じにしてください。",
                    "account.id must be the id in the URL, or be left out.");
        }
        List<Reading> readings = readings(snapshot);
        document.remove(SIGNALS);
        Book.Put put = book.put(id, document, readings, expected)
                .orElseThrow(() -> new ProblemException(Problem.of(ErrorCode.VERSION_CHANGED)));
        changed.run();
        return put;
    }

    /**
     * Adds readings of signals to an account.
     *
     * @param body the signals as in a portfolio's line
     * @return the account's version now
     * @throws ProblemException when there is no such account, or a reading cannot be
     */
    public long add(String id, byte[] body) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putObject(ACCOUNT).put(ID, id);
        document.set(SIGNALS, object(body));
        long version = book.add(id, readings(checked(document))).orElseThrow(Accounts::unknown);
        changed.run();
        return version;
    }

    /** Erases an account and all that was kept of it. */
    public void erase(String id) {
        if (!book.erase(id)) {
            throw unknown();
        }
    }

    private ObjectNode object(byte[] body) {
        try {
            JsonNode tree = json.readTree(body);
            if (tree instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            // because the reader of accounts says better what is wrong
        }
        Assembled read = reader.read(body);
        throw new ProblemException(
                read.problems().isEmpty() ? Problem.of(ErrorCode.MALFORMED_JSON) : InputProblems.of(read.problems()));
    }

    private AccountSnapshot checked(ObjectNode document) {
        requireStorable(document);
        try (ActiveRules.Lease lease = active.lease()) {
            AccountSnapshot snapshot = assembled(document).orThrow();
            lease.rules().check(snapshot, lastDay(snapshot));
            return snapshot;
        } catch (InputException e) {
            throw new ProblemException(InputProblems.of(e.problems()));
        }
    }

    /** A reading of a day to come is not looked at before that day, so it is checked as of then. */
    private LocalDate lastDay(AccountSnapshot snapshot) {
        return readings(snapshot).stream()
                .map(Reading::at)
                .filter(day -> day.isAfter(LocalDate.now(clock)))
                .max(LocalDate::compareTo)
                .orElse(LocalDate.now(clock));
    }

    private Assembled assembled(ObjectNode document) {
        try {
            return reader.read(json.writeValueAsBytes(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree in memory is JSON", e);
        }
    }

    /** The database keeps every text but one with the character NUL. */
    private static void requireStorable(JsonNode node) {
        boolean nul = node.isTextual() && node.textValue().indexOf(0) >= 0;
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            nul |= member.getKey().indexOf(0) >= 0;
        }
        if (nul) {
            throw invalid(
                    "",
                    "文字列に NUL 文字（\\u0000）は使えません。取り除いて送ってください。",
                    "No text may hold the character NUL (\\u0000). Take it out and send again.");
        }
        node.forEach(Accounts::requireStorable);
    }

    /** Of two readings of one signal and day the later in the body stands. */
    private List<Reading> readings(AccountSnapshot snapshot) {
        LocalDate today = LocalDate.now(clock);
        Map<List<Object>, Reading> readings = new LinkedHashMap<>();
        snapshot.signals()
                .forEach((name, measurements) -> measurements.forEach(measurement -> {
                    LocalDate at = measurement.at() == null ? today : measurement.at();
                    readings.put(List.of(name, at), new Reading(name, at, value(measurement.value())));
                }));
        return new ArrayList<>(readings.values());
    }

    /** Whole numbers are kept as such, so that what was told as 41 is not shown as 41.0. */
    private JsonNode value(@Nullable Object told) {
        if (told instanceof Double number && number == Math.rint(number) && Math.abs(number) < WHOLE) {
            return json.valueToTree(number.longValue());
        }
        return json.valueToTree(told);
    }

    private static ProblemException unknown() {
        return new ProblemException(Problem.of(ErrorCode.NO_ACCOUNT));
    }

    private static ProblemException invalid(String field, String ja, String en) {
        return new ProblemException(Problem.of(
                ErrorCode.INVALID_ACCOUNT,
                List.of(new InputProblem(InputCode.INVALID_TEXT.name(), field, new Text(ja, en)))));
    }
}
