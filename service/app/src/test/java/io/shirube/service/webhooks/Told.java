package io.shirube.service.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads what receivers are told. Stateless. */
final class Told {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Told() {}

    /** Returns the change's place in the feed. */
    static long number(String body) {
        String cursor = json(body).at("/data/cursor").asText();
        return Long.parseLong(cursor.substring(cursor.indexOf('-') + 1));
    }

    static String account(String body) {
        return json(body).at("/data/accountId").asText();
    }

    static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
