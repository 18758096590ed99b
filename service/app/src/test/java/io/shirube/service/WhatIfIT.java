package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.service.language.Language;
import io.shirube.service.openapi.OpenApiDocument;
import io.shirube.service.testing.ApiSchemas;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Story 3: seats run out and are used, while a ticket of severity 1 is open, which caps its health at yellow. */
@ExtendWith(ShippedService.class)
class WhatIfIT {

    private static final String DOOR = "/api/v1/what-if?asOf=2026-11-20";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static ApiSchemas closed;
    private static String story;

    private final RunningService service;

    WhatIfIT(RunningService service) {
        this.service = service;
    }

    @BeforeAll
    static void read() throws IOException {
        closed = ApiSchemas.closed(JSON.readTree(OpenApiDocument.json(Language.EN)));
        story = Files.readString(RunningService.HOME.resolve("fixtures/accounts/story-3-upsell-waits.json"));
    }

    @Test
    void saysWhatWouldMakeItsHealthGreen() throws Exception {
        HttpResponse<String> answer =
                service.post(DOOR, "{\"entry\":" + story + ",\"goals\":[\"band=GREEN\",\"touch=LOW\"]}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(closed.faults("WhatIfAnswer", answer.body())).isEmpty();
        JsonNode told = JSON.readTree(answer.body());
        assertThat(told.at("/goals/0/ways/0/text").textValue())
                .isEqualTo("If ticket “T-302” were resolved, health would be “Green”.");
        assertThat(told.at("/goals/1/searched").intValue()).isEqualTo(2);
        assertThat(told.at("/goals/1/ways")).isEmpty();
        assertThat(told.at("/goals/1/fixed/0/text").textValue())
                .isEqualTo("“ARR” is 600,001 yen above LOW (3,000,000 yen → 2,399,999 yen).");
    }

    @Test
    void decidesWithTheCallersOwnValuesBeforeAndAfter() throws Exception {
        HttpResponse<String> answer = service.post(
                DOOR + "&lang=ja", "{\"entry\":" + story + ",\"changes\":{\"account.employees\":50,\"nps\":null}}");
        assertThat(closed.faults("WhatIfAnswer", answer.body())).isEmpty();
        JsonNode told = JSON.readTree(answer.body());
        assertThat(told.at("/now/touch").textValue()).isEqualTo("HIGH");
        assertThat(told.at("/proposed/after/touch").textValue()).isEqualTo("LOW");
        assertThat(told.at("/proposed/changes/0/text").textValue()).isEqualTo("従業員数: 320人 → 50人");
        assertThat(told.at("/missing").isNull()).isTrue();
    }

    @Test
    void answersForAKeptAccountAndSaysWhenThereIsNone() throws Exception {
        String account = story.replace("\"S-3\"", "\"WI-3\"");
        assertThat(service.send(HttpRequest.newBuilder(service.uri("/api/v1/accounts/WI-3"))
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString(account)))
                        .statusCode())
                .isLessThan(300);
        HttpResponse<String> answer = service.post(DOOR, "{\"accountId\":\"WI-3\",\"goals\":[\"band=GREEN\"]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body())
                        .at("/goals/0/ways/0/changes/0/input")
                        .textValue())
                .isEqualTo("tickets.T-302.closedAt");
        assertThat(service.post(DOOR, "{\"accountId\":\"nobody\"}").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "[]                                                          | 422 | INVALID_WHAT_IF | ",
                "{}                                                          | 422 | INVALID_WHAT_IF | entry",
                "{\"entry\":{\"account\":{\"id\":\"A\"}},\"accountId\":\"A\"}  | 422 | INVALID_WHAT_IF | entry",
                "{\"entry\":3}                                               | 422 | INVALID_WHAT_IF | entry",
                "{\"entry\":{\"account\":{\"id\":\"A\"}},\"goal\":[]}          | 422 | INVALID_WHAT_IF | goal",
                "{\"entry\":{\"account\":{\"id\":\"A\"}},\"goals\":\"x\"}      | 422 | INVALID_WHAT_IF | goals",
                "{\"entry\":{\"account\":{\"id\":\"A\"}},\"goals\":[\"touch=HIHG\"]} | 422 | INVALID_WHAT_IF | goals[0]",
                "{\"entry\":{\"account\":{\"id\":\"A\"}},\"goals\":[\"=\",\"!=\"]} | 422 | INVALID_WHAT_IF | goals[0]",
                "{\"entry\":{\"account\":{\"id\":\"A\"}},\"changes\":{\"nsp\":1}}  | 422 | INVALID_WHAT_IF | changes.nsp",
                "{\"entry\":{\"account\":{\"id\":\"A\"}},\"changes\":{\"nps\":900}} | 422 | INVALID_WHAT_IF | signals.nps",
                "{\"entry\":{\"account\":{\"id\":\"A\"}},\"changes\":{\"nps\":{}}}  | 422 | INVALID_WHAT_IF | signals.nps",
                "{\"entry\":{\"account\":{\"id\":\"A\"}},\"changes\":{\"contract.arr\":\"x\"}} | 422 | INVALID_WHAT_IF | changes.contract.arr",
                "{\"entry\":{\"account\":{\"id\":\"A\",\"employees\":-1}}}   | 422 | INVALID_ACCOUNT | account.employees",
                "{\"entry\":{\"account\":{}}}                                | 422 | INVALID_ACCOUNT | account.id",
            })
    void namesWhatIsWrong(String body, int status, String code, String field) throws Exception {
        HttpResponse<String> answer = service.post(DOOR, body);
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(problem.at("/code").textValue()).isEqualTo(code);
        assertThat(problem.at("/errors/0/field").textValue()).isEqualTo(field == null ? "" : field);
        assertThat(closed.faults("Problem", answer.body())).isEmpty();
    }
}
