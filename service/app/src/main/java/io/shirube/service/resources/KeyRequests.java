package io.shirube.service.resources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.shirube.engine.input.InputCode;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Text;
import io.shirube.engine.names.NearestName;
import io.shirube.service.auth.Role;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what administrators want of keys, and says everything that is wrong with it at once. Safe for use by many threads. */
final class KeyRequests {

    private static final String NAME = "name";
    private static final String ROLE = "role";
    private static final String EXPIRES_AT = "expiresAt";
    private static final String OVERLAP_HOURS = "overlapHours";
    private static final int LONGEST_NAME = 100;
    private static final int MOST_HOURS = 720;

    /** The last moment that is written with four digits for its year. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final Clock clock;
    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    KeyRequests(Clock clock) {
        this.clock = clock;
    }

    /** A key to make. */
    record Wanted(String name, Role role, @Nullable Instant expiresAt) {}

    /** @param overlap null for the usual one */
    record Rotation(@Nullable Duration overlap) {}

    /** @throws ProblemException when the body says no key */
    Wanted wanted(byte[] body) {
        List<InputProblem> problems = new ArrayList<>();
        JsonNode request = object(body, List.of(NAME, ROLE, EXPIRES_AT), problems);
        Optional<String> name = name(request.path(NAME), problems);
        Optional<Role> role = role(request.path(ROLE), problems);
        @Nullable Instant expiresAt = expiresAt(request.path(EXPIRES_AT), problems);
        if (!problems.isEmpty() || name.isEmpty() || role.isEmpty()) {
            throw refused(problems);
        }
        return new Wanted(name.get(), role.get(), expiresAt);
    }

    /**
     * @param body may be empty
     * @throws ProblemException when the body says no rotation
     */
    Rotation rotation(byte[] body) {
        if (body.length == 0) {
            return new Rotation(null);
        }
        List<InputProblem> problems = new ArrayList<>();
        JsonNode hours = object(body, List.of(OVERLAP_HOURS), problems).path(OVERLAP_HOURS);
        boolean told = !hours.isMissingNode() && !hours.isNull();
        if (told && (!hours.isIntegralNumber() || !hours.canConvertToInt() || outside(hours.intValue()))) {
            problems.add(problem(
                    InputCode.OUT_OF_RANGE,
                    OVERLAP_HOURS,
                    "overlapHours は 0 から " + MOST_HOURS + " までの整数（時間）で指定してください。",
                    "overlapHours must be a whole number of hours from 0 to " + MOST_HOURS + "."));
        }
        if (!problems.isEmpty()) {
            throw refused(problems);
        }
        return new Rotation(told ? Duration.ofHours(hours.intValue()) : null);
    }

    private static boolean outside(int hours) {
        return hours < 0 || hours > MOST_HOURS;
    }

    private JsonNode object(byte[] body, List<String> known, List<InputProblem> problems) {
        JsonNode request = tree(body);
        if (!request.isObject()) {
            throw refused(List.of(
                    problem(InputCode.WRONG_TYPE, "", "本文は JSON オブジェクトにしてください。", "The body must be a JSON object.")));
        }
        request.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                Optional<String> meant = NearestName.of(field, known);
                problems.add(problem(
                        InputCode.UNKNOWN_FIELD,
                        field,
                        field + " という項目はありません。"
                                + meant.map(it -> it + " のことですか？").orElse(""),
                        "Unknown field " + field + "."
                                + meant.map(it -> " Did you mean " + it + "?").orElse("")));
            }
        });
        return request;
    }

    private JsonNode tree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new ProblemException(Problem.of(ErrorCode.MALFORMED_JSON));
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot break", e);
        }
    }

    private static Optional<String> name(JsonNode name, List<InputProblem> problems) {
        String text = name.isTextual() ? name.textValue().strip() : "";
        if (text.isEmpty() || text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl)) {
            problems.add(problem(
                    name.isMissingNode() ? InputCode.REQUIRED : InputCode.OUT_OF_RANGE,
                    NAME,
                    "name には 1〜" + LONGEST_NAME + " 文字の名前を指定してください。",
                    "name must be a text of 1 to " + LONGEST_NAME + " characters."));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static Optional<Role> role(JsonNode role, List<InputProblem> problems) {
        Optional<Role> known = role.isTextual() ? Role.of(role.textValue()) : Optional.empty();
        if (known.isEmpty()) {
            String names = Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(", "));
            problems.add(problem(
                    role.isMissingNode() ? InputCode.REQUIRED : InputCode.OUT_OF_RANGE,
                    ROLE,
                    "role は次のどれかで指定してください: " + names,
                    "role must be one of: " + names + "."));
        }
        return known;
    }

    private @Nullable Instant expiresAt(JsonNode moment, List<InputProblem> problems) {
        if (moment.isMissingNode() || moment.isNull()) {
            return null;
        }
        try {
            Instant read = OffsetDateTime.parse(moment.asText()).toInstant().truncatedTo(ChronoUnit.MICROS);
            if (read.isAfter(clock.instant()) && !read.isAfter(LATEST)) {
                return read;
            }
        } catch (DateTimeException e) {
            // because what is no moment is told like one that is over
        }
        problems.add(problem(
                InputCode.OUT_OF_RANGE,
                EXPIRES_AT,
                "expiresAt は 2027-03-31T23:59:59+09:00 の形で、これから先の日時を指定してください。",
                "expiresAt must be a moment to come, such as 2027-03-31T23:59:59+09:00."));
        return null;
    }

    private static InputProblem problem(InputCode code, String field, String ja, String en) {
        return new InputProblem(code.name(), field, new Text(ja, en));
    }

    private static ProblemException refused(List<InputProblem> problems) {
        return new ProblemException(Problem.of(ErrorCode.INVALID_KEY_REQUEST, problems));
    }
}
