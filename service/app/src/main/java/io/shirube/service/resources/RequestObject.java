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
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A body that is a JSON object of a few known fields, and all that is wrong with it. For one thread. */
final class RequestObject {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonNode object;
    private final ErrorCode refusal;
    private final List<InputProblem> problems = new ArrayList<>();

    private RequestObject(JsonNode object, ErrorCode refusal) {
        this.object = object;
        this.refusal = refusal;
    }

    /**
     * Reads a body; a field that is not known is wrong.
     *
     * @param refusal what a body is that says anything wrong
     * @throws ProblemException when it is no JSON object
     */
    static RequestObject read(byte[] body, ErrorCode refusal, List<String> known) {
        RequestObject request = new RequestObject(tree(body), refusal);
        if (!request.object.isObject()) {
            request.wrong(InputCode.WRONG_TYPE, "", "本文は JSON オブジェクトにしてください。", "The body must be a JSON object.");
            throw request.refused();
        }
        request.object.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                request.unknown(field, NearestName.of(field, known));
            }
        });
        return request;
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new ProblemException(Problem.of(ErrorCode.MALFORMED_JSON));
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot break", e);
        }
    }

    private void unknown(String field, Optional<String> meant) {
        wrong(
                InputCode.UNKNOWN_FIELD,
                field,
                field + " という項目はありません。" + meant.map(it -> it + " のことですか？").orElse(""),
                "Unknown field " + field + "."
                        + meant.map(it -> " Did you mean " + it + "?").orElse(""));
    }

    /** Returns a field, missing when it is not there. */
    JsonNode field(String name) {
        return object.path(name);
    }

    /** Returns whether a field is there, null or not. */
    boolean has(String name) {
        return object.has(name);
    }

    /**
     * Returns a text without the blanks around it; empty when it is not there, or wrong.
     *
     * @param most how many characters at most
     */
    Optional<String> text(String name, int most) {
        JsonNode field = field(name);
        String text = field.isTextual() ? field.textValue().strip() : "";
        if (text.isEmpty() || text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
            wrong(
                    field.isMissingNode() ? InputCode.REQUIRED : InputCode.OUT_OF_RANGE,
                    name,
                    name + " には 1〜" + most + " 文字の文字列を指定してください。",
                    name + " must be a text of 1 to " + most + " characters.");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** Returns what the name in a field stands for; empty when it is not there, or wrong. */
    <T> Optional<T> named(String name, Names<T> names) {
        JsonNode field = field(name);
        Optional<T> value = names.find(field.textValue());
        if (value.isEmpty()) {
            wrong(field.isMissingNode() ? InputCode.REQUIRED : InputCode.UNKNOWN_VALUE, name, names.wanted(name));
        }
        return value;
    }

    /**
     * Returns a number of hours; null when it is not there, null, or wrong.
     *
     * @param most how many at most
     */
    @Nullable
    Duration hours(String name, int most) {
        JsonNode hours = field(name);
        if (hours.isMissingNode() || hours.isNull()) {
            return null;
        }
        if (!hours.isIntegralNumber() || !hours.canConvertToInt() || hours.intValue() < 0 || hours.intValue() > most) {
            wrong(
                    InputCode.OUT_OF_RANGE,
                    name,
                    name + " は 0 から " + most + " までの整数（時間）で指定してください。",
                    name + " must be a whole number of hours from 0 to " + most + ".");
            return null;
        }
        return Duration.ofHours(hours.intValue());
    }

    /**
     * Returns a text as it is, of several lines too; null when it is not there, null, or wrong.
     *
     * @param most how many characters at most
     */
    @Nullable
    String words(String name, int most) {
        JsonNode field = field(name);
        if (field.isMissingNode() || field.isNull()) {
            return null;
        }
        if (!field.isTextual()) {
            wrong(InputCode.WRONG_TYPE, name, name + " は文字列か null で指定してください。", name + " must be a text or null.");
            return null;
        }
        String text = field.textValue();
        if (text.length() > most) {
            wrong(
                    InputCode.TEXT_TOO_LONG,
                    name,
                    name + " は " + most + " 文字以内にしてください。",
                    name + " may have at most " + most + " characters.");
            return null;
        }
        if (text.indexOf(0) >= 0) {
            wrong(InputCode.INVALID_TEXT, name, Parameters.withoutNul(name));
            return null;
        }
        return text;
    }

    void wrong(InputCode code, String field, String ja, String en) {
        wrong(code, field, new Text(ja, en));
    }

    void wrong(InputCode code, String field, Text detail) {
        wrong(new InputProblem(code.name(), field, detail));
    }

    /** Notes what is wrong with a field; only the first that is said of one counts. */
    void wrong(InputProblem problem) {
        if (problems.stream().noneMatch(told -> told.field().equals(problem.field()))) {
            problems.add(problem);
        }
    }

    /** @throws ProblemException when anything is wrong */
    void requireRight() {
        if (!problems.isEmpty()) {
            throw refused();
        }
    }

    /** Returns the refusal for what is wrong, at least one thing. */
    ProblemException refused() {
        return new ProblemException(Problem.of(refusal, problems));
    }
}
