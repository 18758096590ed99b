package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.service.db.TestDatabase;
import io.shirube.service.testing.HandClock;
import io.shirube.service.testing.RuleEdits;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A decision that is answered from memory is never that of another account, reading, pin, revision or day. */
class FreshnessIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACCOUNT = "/api/v1/accounts/F-1";

    @TempDir
    Path rules;

    /** One minute before midnight in Tokyo. */
    private final HandClock clock = new HandClock(Instant.parse("2026-11-20T14:59:00Z"), ZoneOffset.UTC);

    private final Set<String> tags = new HashSet<>();

    @TempDir
    Path data;

    @Test
    void noDecisionIsStaleAfterAReadingAPinAnEventMidnightOrOtherRules() throws Exception {
        staysFresh(Map.of());
    }

    @Test
    void norIsOneWhereTheServiceRemembersWhatItReadBecauseTheDatabaseIsItsOwn() throws Exception {
        staysFresh(Map.of("database.url", "", "database.folder", data.toString()));
    }

    private void staysFresh(Map<String, String> database) throws Exception {
        Map<String, String> settings = new HashMap<>(database);
        settings.put("rules.warmUpDecisions", "0");
        settings.put("rules.rehearsals", "0");
        RuleEdits edits = new RuleEdits(RunningService.HOME.resolve("rules"), rules);
        try (RunningService service = RunningService.start(
                EngineService::loader, rules, TestDatabase.migrated(), settings, clock, List.of())) {
            put(service, "", "{\"account\":{\"employees\":20},\"contract\":{\"start\":\"2026-01-01\",\"arr\":300000}}");
            JsonNode first = fresh(service);
            assertThat(first.path("asOf").asText()).isEqualTo("2026-11-20");
            double hits = hits(service);
            assertThat(service.get(ACCOUNT + "/decision").body()).isEqualTo(first.toString());
            assertThat(hits(service)).as("it is remembered").isEqualTo(hits + 1);

            send(service, "/signals", "PATCH", "{\"licensedSeats\":{\"value\":50,\"at\":\"2026-11-19\"}}");
            assertThat(fresh(service).path("actions").toString()).contains("SUPPORT_ESCALATION");

            put(service, "/pin", "{\"touch\":\"HIGH\",\"reason\":\"a\",\"expiresOn\":\"2026-11-20\"}");
            assertThat(fresh(service).at("/segment/touch").asText()).isEqualTo("HIGH");

            String action = JSON.readTree(service.get(ACCOUNT + "/actions?type=SUPPORT_ESCALATION")
                            .body())
                    .at("/items/0/id")
                    .asText();
            service.post("/api/v1/actions/" + action + "/events", "{\"type\":\"SNOOZED\",\"until\":\"2026-11-30\"}");
            assertThat(fresh(service).path("suppressed").toString()).contains("SNOOZED");

            clock.advance(Duration.ofMinutes(1));
            JsonNode tomorrow = fresh(service);
            assertThat(tomorrow.path("asOf").asText()).isEqualTo("2026-11-21");
            assertThat(tomorrow.at("/segment/touch").asText())
                    .as("the pin ended with its day")
                    .isNotEqualTo("HIGH");

            String revision = edits.save(2);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> service.get("/api/v1/rulesets/active").body().contains(revision));
            assertThat(fresh(service).path("ruleset").asText()).isEqualTo(revision);
        }
    }

    /** Returns the decision, which must have a tag that none before had. */
    private JsonNode fresh(RunningService service) throws Exception {
        HttpResponse<String> answer = service.get(ACCOUNT + "/decision");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(tags.add(answer.headers().firstValue("ETag").orElseThrow())).isTrue();
        return JSON.readTree(answer.body());
    }

    private static double hits(RunningService service) throws Exception {
        return service.admin("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("shirube_decision_cache_hits_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static void put(RunningService service, String rest, String body) throws Exception {
        send(service, rest, "PUT", body);
    }

    private static void send(RunningService service, String rest, String method, String body) throws Exception {
        HttpRequest.Builder request = RunningService.request(
                        service.uri(ACCOUNT + rest), "Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        HttpResponse<String> answer = service.send(request);
        assertThat(answer.statusCode() / 100).as(answer.body()).isEqualTo(2);
    }
}
