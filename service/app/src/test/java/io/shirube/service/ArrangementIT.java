package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pins and help for a time, with the shipped rules on 2026-11-20. */
@ExtendWith(ShippedService.class)
class ArrangementIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Small and cheap, after its onboarding: TECH by size. */
    private static final String SMALL = """
            {"account":{"employees":20,"onboardingCompletedOn":"2026-03-01"},
             "contract":{"start":"2026-01-01","end":"2027-12-31","arr":300000}}""";

    private static final String PIN = "{\"touch\":\"HIGH\",\"reason\":\"役員案件\",\"expiresOn\":\"2027-03-31\"}";

    private final RunningService service;
    private String id = "";

    ArrangementIT(RunningService service) {
        this.service = service;
    }

    @BeforeEach
    void aSmallAccount() throws Exception {
        id = "P-" + UUID.randomUUID();
        assertThat(put("", SMALL).statusCode()).isEqualTo(201);
    }

    @Test
    void aPinFixesTheTouchUntilItIsEnded() throws Exception {
        assertThat(segment().path("touch").asText()).isEqualTo("TECH");

        HttpResponse<String> pinned = put("/pin", PIN);

        assertThat(pinned.statusCode()).as(pinned.body()).isEqualTo(200);
        assertThat(JSON.readTree(pinned.body()).path("by").asText())
                .as("the caller's key")
                .isNotEmpty();
        assertThat(get("/pin")).isEqualTo(JSON.readTree(pinned.body()));
        assertThat(segment().path("touch").asText()).isEqualTo("HIGH");
        assertThat(segment().path("pinned").asBoolean()).isTrue();
        assertThat(segment().path("reasons").toString()).contains("役員案件");

        assertThat(put("", SMALL).statusCode()).isEqualTo(200);
        assertThat(segment().path("touch").asText())
                .as("the account itself told again")
                .isEqualTo("HIGH");

        assertThat(end("/pin")).isEqualTo(204);
        assertThat(segment().path("pinned").asBoolean()).isFalse();
        assertThat(end("/pin")).isEqualTo(404);
        assertThat(service.get(path("/pin")).statusCode()).isEqualTo(404);
        assertThat(kinds()).containsSubsequence("ACCOUNT_KEPT", "PIN_SET", "ACCOUNT_KEPT", "PIN_REMOVED");
    }

    @Test
    void aPinThatWasReplacedCountsNoMore() throws Exception {
        put("/pin", PIN);
        put("/pin", PIN.replace("HIGH", "LOW"));

        assertThat(segment().path("touch").asText()).isEqualTo("LOW");
    }

    @Test
    void aPinIsNoPartOfWhatTheAccountTells() throws Exception {
        put("/pin", PIN);

        assertThat(get("").has("pin")).isFalse();
    }

    @Test
    void anUpliftKeepsTheTouchAndSaysSo() throws Exception {
        HttpResponse<String> settled =
                put("/uplift", "{\"reason\":\"担当交代\",\"hours\":12,\"until\":\"2026-12-31\",\"requestedBy\":\"佐藤\"}");

        assertThat(settled.statusCode()).as(settled.body()).isEqualTo(200);
        JsonNode decision = get("/decision");
        assertThat(decision.at("/segment/touch").asText()).isEqualTo("TECH");
        assertThat(decision.path("notices").toString()).contains("UPLIFTED");

        assertThat(end("/uplift")).isEqualTo(204);
        assertThat(get("/decision").path("notices").toString()).doesNotContain("UPLIFTED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /pin    | {}                                                             | pin.touch
            /pin    | {"touch":"HIGH","expiresOn":"2027-03-31"}                      | reason
            /pin    | {"touch":"HIGH","reason":" ","expiresOn":"2027-03-31"}         | reason
            /pin    | {"touch":"HIGH","reason":"a"}                                  | expiresOn
            /pin    | {"touch":"HIGH","reason":"a","expiresOn":"2026-11-19"}         | expiresOn
            /pin    | {"touch":"HIGH","reason":"a","expiresOn":"2027-05-20"}         | expiresOn
            /pin    | {"touch":"MEDIUM","reason":"a","expiresOn":"2027-03-31"}       | pin.touch
            /pin    | {"touch":"HIGH","reason":"a","expires":"2027-03-31"}           | pin.expires
            /uplift | {"reason":"a"}                                                 | uplift.until
            /uplift | {"reason":"a","until":"2026-11-19"}                            | until
            /uplift | {"reason":"a","until":"2027-01-20"}                            | uplift.until
            /uplift | {"reason":"a","until":"2026-12-31","hours":21}                 | uplift.hours
            /uplift | {"until":"2026-12-31"}                                         | reason
            """)
    void whatCannotBeIsNamedAndNothingIsSettled(String door, String body, String field) throws Exception {
        HttpResponse<String> answer = put(door, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(JSON.readTree(answer.body()).at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(service.get(path(door)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20, 200", "2027-05-19, 200"})
    void theFirstAndTheLastDayAPinMayEndOn(String day, int status) throws Exception {
        assertThat(put("/pin", PIN.replace("2027-03-31", day)).statusCode()).isEqualTo(status);
    }

    @Test
    void nothingIsSettledForAnAccountThatIsNotKept() throws Exception {
        id = "P-none";

        assertThat(put("/pin", PIN).statusCode()).isEqualTo(404);
        assertThat(end("/pin")).isEqualTo(404);
    }

    private JsonNode segment() throws Exception {
        return get("/decision").path("segment");
    }

    private List<String> kinds() throws Exception {
        List<String> kinds = new ArrayList<>();
        get("/timeline")
                .path("items")
                .forEach(change -> kinds.add(change.path("kind").asText()));
        return kinds;
    }

    private String path(String rest) {
        return "/api/v1/accounts/" + id + rest;
    }

    private JsonNode get(String rest) throws Exception {
        HttpResponse<String> answer = service.get(path(rest));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> put(String rest, String body) throws Exception {
        return service.send(RunningService.request(service.uri(path(rest)), "Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    private int end(String rest) throws Exception {
        return service.send(RunningService.request(service.uri(path(rest))).DELETE())
                .statusCode();
    }
}
