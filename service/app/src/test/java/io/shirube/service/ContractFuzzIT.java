package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.service.db.TestDatabase;
import io.shirube.service.openapi.OpenApiDocument;
import io.shirube.service.testing.ApiSchemas;
import io.shirube.service.testing.FuzzedRequest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Requests of all kinds to all doors: nothing breaks, and every answer is one that the description has. {@code
 * -Dshirube.fuzz=100000} for more of them.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class ContractFuzzIT {

    private static final int REQUESTS = Integer.getInteger("shirube.fuzz", 20_000);
    private static final long SEED = Long.getLong("shirube.seed", 65757782710606L);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What would lock the test out, or call others. */
    private static final List<String> LEFT_OUT = List.of("DELETE /api/v1/keys/{id}", "POST /api/v1/keys/{id}/rotation");

    private final Map<Integer, Integer> statuses = new TreeMap<>();

    @Test
    void nothingBreaksAndEveryAnswerIsDescribed() throws Exception {
        JsonNode api = JSON.readTree(OpenApiDocument.json());
        ApiSchemas schemas = ApiSchemas.of(api);
        List<String> ids =
                new ArrayList<>(IntStream.range(0, 10).mapToObj(n -> "A-" + n).toList());
        ids.addAll(List.of("1", "2", "3", "17"));
        FuzzedRequest.Maker maker = new FuzzedRequest.Maker(api, ids, LEFT_OUT, new Random(SEED));
        List<String> faults = new ArrayList<>();
        try (RunningService service = RunningService.start(
                EngineService::loader,
                RunningService.HOME.resolve("rules"),
                TestDatabase.migrated(),
                Map.of(
                        "rules.warmUpDecisions",
                        "0",
                        "rules.rehearsals",
                        "0",
                        // because nobody outside is to hear of this
                        "webhooks.enabled",
                        "false",
                        // because a connection that was closed for its rest would look like a request without an answer
                        "server.applicationConnectors[0].idleTimeout",
                        "2m"))) {
            String last = "nothing";
            for (int n = 0; n < REQUESTS && faults.size() < 10; n++) {
                String before = last;
                FuzzedRequest request = maker.next();
                last = request.toString();
                HttpResponse<String> answer;
                try {
                    answer = send(service, request);
                } catch (IOException e) {
                    faults.add("no answer <- " + request + " after " + before);
                    continue;
                }
                statuses.merge(answer.statusCode(), 1, Integer::sum);
                String fault = fault(request, answer, api, schemas);
                if (!fault.isEmpty()) {
                    faults.add(fault + " <- " + request + " -> " + answer.statusCode() + " " + answer.body());
                }
            }
        }
        System.out.printf(Locale.ROOT, "%d requests (seed %d): %s%n", REQUESTS, SEED, statuses);
        assertThat(faults.stream().map(fault -> fault.substring(0, Math.min(600, fault.length()))))
                .as("seed %d", SEED)
                .isEmpty();
    }

    private static HttpResponse<String> send(RunningService service, FuzzedRequest request) throws Exception {
        HttpRequest.Builder built = RunningService.request(service.uri(request.path()));
        request.headers().forEach(built::header);
        return service.send(built.method(
                request.method(),
                request.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.body())));
    }

    /** Returns what is wrong with an answer, or nothing. */
    private static String fault(FuzzedRequest request, HttpResponse<String> answer, JsonNode api, ApiSchemas schemas)
            throws Exception {
        if (answer.statusCode() >= 500) {
            return "broken";
        }
        JsonNode described = request.operation().path("responses").path("" + answer.statusCode());
        JsonNode whole =
                described.has("$ref") ? api.at(described.path("$ref").asText().substring(1)) : described;
        if (whole.isMissingNode()) {
            return "not described";
        }
        JsonNode content = whole.path("content");
        if (answer.body().isEmpty()) {
            return content.isMissingNode() ? "" : "empty";
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        JsonNode schema = content.path(type).path("schema");
        if (!schema.has("$ref")) {
            return content.has(type) ? "" : "of type " + type;
        }
        List<String> lines = type.contains("ndjson") ? answer.body().lines().toList() : List.of(answer.body());
        for (String line : lines) {
            List<String> faults = schemas.faultsAt(schema.path("$ref").asText(), JSON.readTree(line));
            if (!faults.isEmpty()) {
                return faults.toString();
            }
        }
        return "";
    }
}
