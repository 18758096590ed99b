package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.service.db.TestDatabase;
import io.shirube.service.testing.RuleEdits;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** What an edit of the rules does to a book, and what becomes of a node that has other rules. */
class RolloutIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROLLOUT = "/api/v1/rulesets/active/rollout";
    private static final Map<String, String> SETTINGS = Map.of("rules.warmUpDecisions", "0", "rules.rehearsals", "0");

    @TempDir
    Path rules;

    @TempDir
    Path others;

    @Test
    void anEditTellsWhatItWillDoAndDoesIt() throws Exception {
        PGSimpleDataSource database = TestDatabase.migrated();
        Path shipped = RunningService.HOME.resolve("rules");
        RuleEdits old = new RuleEdits(shipped, others);
        try (RunningService service = RunningService.start(EngineService::loader, shipped, database, SETTINGS)) {
            for (int n = 1; n <= 3; n++) {
                put(service, "A-" + n, "{\"signals\":{\"licensedSeats\":50}}");
            }
            put(service, "B", "{\"account\":{\"employees\":20}}");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(
                            () -> assertThat(get(service, "/api/v1/segments").toString())
                                    .doesNotContain("\"touch\":null"));
        }

        // edit 0 proposes an escalation for every account that tells its licensed seats
        String edited = old.save(0);
        try (RunningService service = RunningService.start(EngineService::loader, others, database, SETTINGS)) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> get(service, ROLLOUT).path("ruleset").asText().equals(edited)
                            && get(service, ROLLOUT).path("state").asText().equals("DONE"));

            JsonNode rollout = get(service, ROLLOUT);
            assertThat(rollout.path("ruleset").asText()).isEqualTo(edited);
            assertThat(rollout.path("accounts").asInt()).isEqualTo(4);
            assertThat(rollout.path("previewed").asInt()).isEqualTo(4);
            assertThat(rollout.at("/expected/opened").asInt()).isEqualTo(3);
            assertThat(get(service, "/api/v1/actions?type=SUPPORT_ESCALATION").path("items"))
                    .hasSize(3);
            try (RunningService behind = RunningService.start(EngineService::loader, shipped, database, SETTINGS)) {
                Awaitility.await("a start with other rules makes them those of the book")
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> !get(behind, ROLLOUT)
                                        .path("ruleset")
                                        .asText()
                                        .equals(edited)
                                && get(behind, ROLLOUT).path("state").asText().equals("DONE"));
                assertThat(get(behind, "/api/v1/actions?type=SUPPORT_ESCALATION&state=WITHDRAWN")
                                .path("items"))
                        .hasSize(3);

                assertThat(get(service, "/api/v1/accounts/A-1/decision")
                                .path("ruleset")
                                .asText())
                        .as("the node behind answers by its own rules")
                        .isEqualTo(edited);
                assertThat(get(behind, "/api/v1/accounts/A-1/decisions")
                                .at("/items/0/ruleset")
                                .asText())
                        .as("and keeps nothing")
                        .isNotEqualTo(edited);
            }
        }
    }

    private static void put(RunningService service, String id, String body) throws Exception {
        HttpResponse<String> answer = service.send(
                RunningService.request(service.uri("/api/v1/accounts/" + id), "Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static JsonNode get(RunningService service, String path) throws Exception {
        HttpResponse<String> answer = service.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
