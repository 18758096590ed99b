package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decisions that are kept, and actions that people work on, with the shipped rules on 2026-11-20. */
@ExtendWith(ShippedService.class)
class StandingIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A severity 1 ticket is escalated the same day. */
    private static final String OUTAGE = """
            {"account":{"employees":320,"onboardingCompletedOn":"2026-03-01"},
             "contract":{"start":"2026-01-01","end":"2027-12-31","arr":12000000},
             "tickets":[{"id":"T1","severity":1,"openedAt":"2026-11-19","closedAt":%s,"kind":"INCIDENT"}]}""";

    private final RunningService service;
    private String id = "";

    StandingIT(RunningService service) {
        this.service = service;
    }

    @BeforeEach
    void another() {
        id = "S-" + UUID.randomUUID();
    }

    @Test
    void anAccountIsDecidedOnWithoutBeingAskedFor() throws Exception {
        put(OUTAGE.formatted("null"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(escalation().isObject()).isTrue());

        JsonNode action = escalation();
        assertThat(action.path("state").asText()).isEqualTo("OPEN");
        assertThat(action.path("key").asText()).isEqualTo(id + ":SUPPORT_ESCALATION:severity1");
        assertThat(action.path("openedOn").asText()).isEqualTo("2026-11-20");
        assertThat(kinds()).containsSubsequence("ACCOUNT_KEPT", "DECISION_CHANGED", "ACTION_OPENED");
        assertThat(get(path("/decisions")).at("/items/0/decision/actions/0/key").asText())
                .startsWith(id);
    }

    @Test
    void anActionWhoseReasonIsGoneIsWithdrawnAndSaysWhy() throws Exception {
        put(OUTAGE.formatted("null"));
        get(path("/decision"));
        put(OUTAGE.formatted("\"2026-11-20\""));
        get(path("/decision"));

        assertThat(escalation().isMissingNode()).isTrue();
        JsonNode withdrawn = get(path("/actions?state=WITHDRAWN&lang=ja"));
        assertThat(withdrawn.at("/items/0/type").asText()).isEqualTo("SUPPORT_ESCALATION");
        assertThat(withdrawn.at("/items/0/stateLabel").asText()).isEqualTo("取り下げ");
        assertThat(withdrawn.at("/items/0/because").asText()).isNotEmpty();
        assertThat(withdrawn.at("/items/0/closedOn").asText()).isEqualTo("2026-11-20");
        assertThat(kinds()).containsSubsequence("ACTION_OPENED", "ACCOUNT_KEPT", "ACTION_WITHDRAWN");
    }

    @Test
    void whatIsDoneIsNotProposedAgainWhileItCoolsDown() throws Exception {
        String story =
                Files.readString(RunningService.HOME.resolve("fixtures/accounts/story-3-before-the-outage.json"));
        put(story.replace("S-3-before", id));
        get(path("/decision"));
        JsonNode offered = get(path("/actions")).at("/items/0");
        assertThat(offered.path("type").asText()).isEqualTo("UPSELL_PROMPT");
        String action = offered.path("id").asText();

        assertThat(tell(action, "{\"type\":\"ACCEPTED\",\"by\":\"suzuki\"}").statusCode())
                .isEqualTo(200);
        assertThat(tell(action, "{\"type\":\"ASSIGNED\",\"to\":\"tanaka\"}").body())
                .contains("\"owner\":\"tanaka\"", "\"state\":\"ACCEPTED\"");
        assertThat(tell(action, "{\"type\":\"DONE\"}").body()).contains("\"closedOn\":\"2026-11-20\"");
        HttpResponse<String> again = tell(action, "{\"type\":\"DONE\"}");

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("ACTION_OVER");
        JsonNode decision = get(path("/decision"));
        assertThat(decision.path("actions")).isEmpty();
        assertThat(decision.path("suppressed").toString()).contains("UPSELL_PROMPT", "COOLDOWN");
        assertThat(kinds()).containsSubsequence("ACTION_ACCEPTED", "ACTION_ASSIGNED", "ACTION_DONE");
        assertThat(get(path("/actions?state=DONE")).at("/items/0/owner").asText())
                .isEqualTo("tanaka");
    }

    @Test
    void whatIsSnoozedStaysAndIsTheSameActionLater() throws Exception {
        put(OUTAGE.formatted("null"));
        get(path("/decision"));
        String action = escalation().path("id").asText();

        tell(action, "{\"type\":\"SNOOZED\",\"until\":\"2026-11-27\"}");

        assertThat(get(path("/decision")).path("suppressed").toString()).contains("SNOOZED");
        JsonNode snoozed = escalation();
        assertThat(snoozed.path("id").asText()).isEqualTo(action);
        assertThat(snoozed.path("state").asText()).isEqualTo("SNOOZED");
        assertThat(snoozed.path("snoozedUntil").asText()).isEqualTo("2026-11-27");
        assertThat(get(path("/decision?asOf=2026-11-28")).path("actions").toString())
                .contains("SUPPORT_ESCALATION");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/actions?state=BUSY, state",
        "/api/v1/actions?due=tomorrow, due",
        "/api/v1/actions?due=-999999998-01-01, due",
        "/api/v1/actions?cursor=LTk5OTk5OTk5OC0wMS0wMS8x, cursor",
        "/api/v1/actions?type=%00, type",
        "/api/v1/accounts?q=%00, q",
        "/api/v1/accounts?cursor=AA, cursor",
        "/api/v1/actions?cursor=x, cursor",
        "/api/v1/actions?limit=0, limit",
        "/api/v1/changes?after=x, after",
        "/api/v1/changes?after=a-9999999999999999999, after",
    })
    void aParameterThatCannotBeIsNamed(String path, String parameter) throws Exception {
        HttpResponse<String> answer = service.get(path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).at("/errors/0/field").asText()).isEqualTo(parameter);
    }

    @Test
    void aKeyOfAnyLengthIsKept() throws Exception {
        String cause = "原因".repeat(4_000);
        StringBuilder tickets = new StringBuilder();
        for (int n = 1; n <= 4; n++) {
            tickets.append(n == 1 ? "" : ",")
                    .append("{\"id\":\"T")
                    .append(n)
                    .append("\",\"severity\":3,\"openedAt\":\"2026-11-1")
                    .append(n)
                    .append("\",\"closedAt\":null,\"kind\":\"QUESTION\",\"cause\":\"")
                    .append(cause)
                    .append("\"}");
        }
        put("{\"account\":{\"employees\":320},\"tickets\":[" + tickets + "]}");

        assertThat(get(path("/decision")).path("actions").toString()).contains(":KNOWLEDGE_GAP:" + cause);
        assertThat(get(path("/actions")).toString()).contains(cause);
    }

    @Test
    void aDecisionOfAnotherDayHasAnotherTagOnceAnActionIsDone() throws Exception {
        put(OUTAGE.formatted("null"));
        get(path("/decision"));
        String day = path("/decision?asOf=2026-11-21");
        String tag = service.get(day).headers().firstValue("ETag").orElseThrow();
        assertThat(service.get(day, "If-None-Match", tag).statusCode()).isEqualTo(304);

        tell(escalation().path("id").asText(), "{\"type\":\"SNOOZED\",\"until\":\"2026-12-01\"}");

        assertThat(service.get(day, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void theQueueComesInPagesByDueDateWithoutLosingOrRepeating() throws Exception {
        for (int n = 0; n < 5; n++) {
            id = "P-" + UUID.randomUUID();
            put(OUTAGE.formatted("null"));
            get(path("/decision"));
        }
        List<String> all = keys(get("/api/v1/actions?type=SUPPORT_ESCALATION&limit=1000"));

        List<String> paged = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = get("/api/v1/actions?type=SUPPORT_ESCALATION&limit=2" + next);
            paged.addAll(keys(page));
            next = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asText();
        } while (!next.isEmpty());

        assertThat(paged).hasSizeGreaterThanOrEqualTo(5).isEqualTo(all).doesNotHaveDuplicates();
    }

    @Test
    void theFeedGoesOnFromItsCursor() throws Exception {
        put("{}");
        List<JsonNode> first = awaited("", 1);
        put("{\"account\":{\"employees\":5}}");

        List<JsonNode> later =
                awaited(first.get(first.size() - 1).path("cursor").asText(), 1);

        assertThat(first.get(0).path("kind").asText()).isEqualTo("ACCOUNT_KEPT");
        assertThat(later).extracting(change -> change.path("cursor").asText()).doesNotHaveDuplicates();
        assertThat(later.stream().filter(change -> change.path("kind").asText().equals("ACCOUNT_KEPT")))
                .hasSize(1);
        assertThat(first).doesNotContainAnyElementsOf(later);
    }

    /** The feed ends before the first transaction that is still open, so what was just answered may come a little later. */
    private List<JsonNode> awaited(String after, int kept) {
        List<JsonNode> own = new ArrayList<>();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            own.clear();
            String cursor = after;
            while (true) {
                JsonNode page = get("/api/v1/changes?limit=1000&after=" + cursor);
                page.path("items").forEach(change -> {
                    if (change.path("accountId").asText().equals(id)) {
                        own.add(change);
                    }
                });
                if (page.path("items").isEmpty()) {
                    break;
                }
                cursor = page.path("next").asText();
            }
            return own.stream()
                            .filter(change -> change.path("kind").asText().equals("ACCOUNT_KEPT"))
                            .count()
                    >= kept;
        });
        return own;
    }

    @Test
    void anErasedAccountLeavesItsNameOnly() throws Exception {
        put(OUTAGE.formatted("null"));
        get(path("/decision"));

        service.send(RunningService.request(service.uri(path(""))).DELETE());

        assertThat(service.get(path("/timeline")).statusCode()).isEqualTo(404);
        assertThat(service.get(path("/actions")).statusCode()).isEqualTo(404);
        assertThat(service.get(path("/decisions")).statusCode()).isEqualTo(404);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(awaited("", 0))
                        .extracting(change -> change.path("kind").asText())
                        .containsExactly("ACCOUNT_ERASED"));
    }

    private static List<String> keys(JsonNode page) {
        List<String> keys = new ArrayList<>();
        page.path("items").forEach(action -> keys.add(action.path("key").asText()));
        return keys;
    }

    private List<String> kinds() throws Exception {
        List<String> kinds = new ArrayList<>();
        get(path("/timeline"))
                .path("items")
                .forEach(change -> kinds.add(change.path("kind").asText()));
        return kinds;
    }

    private JsonNode escalation() throws Exception {
        for (JsonNode action : get(path("/actions")).path("items")) {
            if (action.path("type").asText().equals("SUPPORT_ESCALATION")) {
                return action;
            }
        }
        return JSON.missingNode();
    }

    private String path(String rest) {
        return "/api/v1/accounts/" + id + rest;
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = service.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private void put(String body) throws Exception {
        HttpResponse<String> answer = service.send(RunningService.request(service.uri(path("")))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    }

    private HttpResponse<String> tell(String action, String body) throws Exception {
        return service.send(RunningService.request(service.uri("/api/v1/actions/" + action + "/events"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }
}
