package io.shirube.service.resources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.service.requests.Answer;
import io.shirube.service.requests.Writes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the answers of writes, and sends them, the first time and again. Stateless. */
final class Answers {

    private static final String REPLAYED = "Idempotency-Replayed";
    private static final byte[] NOTHING = {};
    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    /** @param entity a record of what JSON knows */
    static Answer of(Response.Status status, Object entity, Map<String, String> headers) {
        try {
            return of(status, JSON.writeValueAsString(entity), headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record in memory is JSON", e);
        }
    }

    static Answer of(Response.Status status, String json, Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        return Answer.of(status.getStatusCode(), all, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a value as JSON shows it; null stays null. */
    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static Answer none() {
        return Answer.of(Response.Status.NO_CONTENT.getStatusCode(), Map.of(), NOTHING);
    }

    static Response response(Writes.Answered answered) {
        Answer answer = answered.answer();
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.headers().forEach(response::header);
        if (answered.replayed()) {
            response.header(REPLAYED, true);
        }
        if (answer.body().length > 0) {
            response.entity(answer.body());
        }
        return response.build();
    }
}
