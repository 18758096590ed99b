package io.shirube.service.resources;

import com.fasterxml.jackson.databind.JsonNode;
import io.shirube.engine.input.InputCode;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what somebody asks about one account, and says everything that is wrong with it at once. */
final class WhatIfRequests {

    private static final String ENTRY = "entry";
    private static final String ACCOUNT_ID = "accountId";
    private static final String GOALS = "goals";
    private static final String CHANGES = "changes";
    private static final int LONGEST_ID = 200;
    private static final int MOST = 20;

    private WhatIfRequests() {}

    /**
     * What is asked.
     *
     * @param entry the account, or nothing when a kept one is meant
     * @param accountId the kept one, or nothing
     */
    record Asked(
            Optional<byte[]> entry,
            Optional<String> accountId,
            List<String> goals,
            Map<String, @Nullable Object> changes) {}

    /** @throws ProblemException when the body asks nothing that can be answered */
    static Asked read(byte[] body) {
        RequestObject request =
                RequestObject.read(body, ErrorCode.INVALID_WHAT_IF, List.of(ENTRY, ACCOUNT_ID, GOALS, CHANGES));
        if (request.has(ENTRY) == request.has(ACCOUNT_ID)) {
            request.wrong(
                    InputCode.REQUIRED,
                    ENTRY,
                    "entry(顧客企業のデータ)か accountId(保存した顧客企業)の、どちらか一方を指定してください。",
                    "Give either entry (the account itself) or accountId (a kept account).");
        }
        Optional<byte[]> entry = entry(request);
        Optional<String> id = request.has(ACCOUNT_ID) ? request.text(ACCOUNT_ID, LONGEST_ID) : Optional.empty();
        Asked asked = new Asked(entry, id, goals(request), changes(request));
        request.requireRight();
        return asked;
    }

    private static Optional<byte[]> entry(RequestObject request) {
        if (!request.has(ENTRY)) {
            return Optional.empty();
        }
        JsonNode entry = request.field(ENTRY);
        if (!entry.isObject()) {
            request.wrong(
                    InputCode.WRONG_TYPE,
                    ENTRY,
                    "entry には、POST /api/v1/decisions の本文と同じ形のオブジェクトを指定してください。",
                    "entry must be an object like the body of POST /api/v1/decisions.");
        }
        return Optional.of(entry.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> goals(RequestObject request) {
        JsonNode field = request.field(GOALS);
        List<String> goals = new ArrayList<>();
        if (field.isMissingNode() || field.isNull()) {
            return goals;
        }
        field.forEach(goal -> goals.add(goal.isTextual() ? goal.textValue() : ""));
        if (!field.isArray() || goals.size() > MOST || goals.contains("")) {
            request.wrong(
                    InputCode.WRONG_TYPE,
                    GOALS,
                    "goals には、\"touch=HIGH\" のような文字列を " + MOST + " 個まで、配列で指定してください。",
                    "goals must be an array of at most " + MOST + " texts such as \"touch=HIGH\".");
        }
        return goals;
    }

    private static Map<String, @Nullable Object> changes(RequestObject request) {
        JsonNode field = request.field(CHANGES);
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        if (field.isMissingNode() || field.isNull()) {
            return changes;
        }
        field.properties().forEach(change -> changes.put(change.getKey(), value(change.getValue())));
        if (!field.isObject() || changes.size() > MOST) {
            request.wrong(
                    InputCode.WRONG_TYPE,
                    CHANGES,
                    "changes には、シグナル名と値の組を " + MOST + " 個まで、オブジェクトで指定してください。",
                    "changes must be an object of at most " + MOST + " values by signal.");
        }
        return changes;
    }

    /** Anything else stays a text, and deciding says what the input wants. */
    private static @Nullable Object value(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isNumber()) {
            return value.doubleValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isArray()) {
            List<String> texts = new ArrayList<>();
            value.forEach(text -> texts.add(text.asText()));
            return texts;
        }
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
