package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.service.db.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Two programs on one database share the work; when one stops in the middle, the other goes on. */
class TwoNodesIT {

    private static final int ACCOUNTS = 400;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void whatOneNodeLeavesTheOtherDoesAndNothingIsDoneTwice() throws Exception {
        PGSimpleDataSource database = TestDatabase.migrated();
        try (RunningService staying = start(database)) {
            try (RunningService leaving = start(database)) {
                // because a node says every few seconds how it is, and the first time before it has rules
                Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertBothSayTheirRules(leaving));
                String lines = IntStream.range(0, ACCOUNTS)
                        .mapToObj(n -> "{\"account\":{\"id\":\"N" + n + "\",\"employees\":" + (n + 1) + "}}")
                        .collect(Collectors.joining("\n"));
                HttpResponse<String> kept = leaving.send(
                        RunningService.request(leaving.uri("/api/v1/accounts"), "Content-Type", "application/x-ndjson")
                                .POST(BodyPublishers.ofString(lines)));
                assertThat(kept.body().lines()).hasSize(ACCOUNTS).allMatch(line -> line.contains("\"created\":true"));
                Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> decided(staying) > 0);
            }
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> decided(staying) == ACCOUNTS);

            assertEveryAccountIsDecidedOnOnce(staying);
            assertThat(get(staying, "/api/v1/nodes").path("items"))
                    .as("the one that stopped took its leave")
                    .hasSize(1);
        }
    }

    private static void assertBothSayTheirRules(RunningService service) throws Exception {
        JsonNode nodes = get(service, "/api/v1/nodes");
        Set<String> names = new HashSet<>();
        Set<String> rules = new HashSet<>();
        nodes.path("items").forEach(node -> {
            names.add(node.path("name").asText());
            rules.add(node.path("ruleset").asText());
        });
        assertThat(names).hasSize(2).contains(nodes.path("self").asText());
        assertThat(rules)
                .containsExactly(
                        get(service, "/api/v1/rulesets/active").path("revision").asText());
    }

    private static void assertEveryAccountIsDecidedOnOnce(RunningService service) throws Exception {
        Map<String, Integer> decisions = new HashMap<>();
        for (String after = ""; ; ) {
            JsonNode page = get(service, "/api/v1/changes?limit=1000&after=" + after);
            if (page.path("items").isEmpty()) {
                break;
            }
            for (JsonNode change : page.path("items")) {
                if (change.path("kind").asText().equals("DECISION_CHANGED")) {
                    decisions.merge(change.path("accountId").asText(), 1, Integer::sum);
                }
            }
            after = page.path("next").asText();
        }
        assertThat(decisions).hasSize(ACCOUNTS);
        assertThat(decisions.values()).containsOnly(1);
    }

    private static long decided(RunningService service) throws Exception {
        long decided = 0;
        for (JsonNode segment : get(service, "/api/v1/segments").path("items")) {
            decided += segment.path("touch").isNull()
                    ? 0
                    : segment.path("accounts").asLong();
        }
        return decided;
    }

    private static RunningService start(PGSimpleDataSource database) throws Exception {
        return RunningService.start(
                EngineService::loader,
                RunningService.HOME.resolve("rules"),
                database,
                Map.of("rules.warmUpDecisions", "0", "rules.rehearsals", "0"));
    }

    private static JsonNode get(RunningService service, String path) throws Exception {
        HttpResponse<String> answer = service.get(path);
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
