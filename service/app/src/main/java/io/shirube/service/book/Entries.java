package io.shirube.service.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
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

/** Reads and checks what callers tell of accounts: nothing is kept that could not be decided on. Safe for use by many threads. */
public final class Entries {

    private static final String ACCOUNT = "account";
    private static final String SIGNALS = "signals";
    private static final String ID = "id";

    /** Below this every whole number is exact. */
    private static final double WHOLE = 1e15;

    private final ActiveRules active;
    private final SnapshotReader reader;
    private final Clock clock;
    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * @param reader takes an account with all the readings it may come to have
     * @param clock in the book's zone; a reading without a day is of its today
     */
    public Entries(ActiveRules active, SnapshotReader reader, Clock clock) {
        this.active = active;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * Reads an account.
     *
     * @param id the id it must have, which it may leave out; null when it says its own
     * @throws ProblemException when it cannot be decided on
     */
    Told account(@Nullable String id, byte[] body) {
        ObjectNode document = object(body);
        if (id != null) {
            name(id, document);
        }
        AccountSnapshot snapshot = checked(document);
        if (id != null && !snapshot.account().id().equals(id)) {
            throw invalid(
                    "account.id",
                    "account.id は URL の id と同じにしてください。",
                    "account.id must be the id in the URL, or be left out.");
        }
        document.remove(SIGNALS);
        return new Told(snapshot.account().id(), document, readings(snapshot));
    }

    private static void name(String id, ObjectNode document) {
        if (document.path(ACCOUNT) instanceof ObjectNode own) {
            if (!own.hasNonNull(ID)) {
                own.put(ID, id);
            }
        } else if (!document.has(ACCOUNT)) {
            document.putObject(ACCOUNT).put(ID, id);
        }
    }

    /**
     * Reads readings of an account's signals, by signal.
     *
     * @throws ProblemException when a reading cannot be
     */
    Told signals(String id, byte[] body) {
        ObjectNode document = json.createObjectNode();
        document.putObject(ACCOUNT).put(ID, id);
        document.set(SIGNALS, object(body));
        return new Told(id, null, readings(checked(document)));
    }

    /**
     * Reads a line that tells an account's id and readings of its signals, and nothing else.
     *
     * @throws ProblemException when it tells something else, or a reading cannot be
     */
    Told signals(byte[] line) {
        ObjectNode document = object(line);
        for (String member : List.copyOf(
                document.properties().stream().map(Map.Entry::getKey).toList())) {
            if (!member.equals(ACCOUNT) && !member.equals(SIGNALS)) {
                throw invalid(
                        member,
                        "この行に書けるのは account.id と signals だけです。顧客全体は POST /api/v1/accounts で送ってください。",
                        "This line may tell account.id and signals only. POST /api/v1/accounts takes whole accounts.");
            }
        }
        AccountSnapshot snapshot = checked(document);
        return new Told(snapshot.account().id(), null, readings(snapshot));
    }

    /**
     * Reads what is to be settled for an account.
     *
     * @throws ProblemException naming the fields that cannot be
     */
    AccountSnapshot arrangement(String id, Arrangement kind, byte[] body) {
        ObjectNode document = json.createObjectNode();
        document.putObject(ACCOUNT).put(ID, id);
        document.set(kind.member(), object(body));
        return checked(document);
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
        node.forEach(Entries::requireStorable);
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

    private static ProblemException invalid(String field, String ja, String en) {
        return new ProblemException(Problem.of(
                ErrorCode.INVALID_ACCOUNT,
                List.of(new InputProblem(InputCode.INVALID_TEXT.name(), field, new Text(ja, en)))));
    }
}
