package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of an event that says something wrong of an action, with the shipped rules on 2026-11-20. */
@ExtendWith(ShippedService.class)
class ActionEventIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACCOUNT = "/api/v1/accounts/EVENTS";

    /** A severity 1 ticket is escalated the same day. */
    private static final String OUTAGE = """
            {"account":{"employees":320,"onboardingCompletedOn":"2026-03-01"},
             "contract":{"start":"2026-01-01","end":"2027-12-31","arr":12000000},
             "tickets":[{"id":"T1","severity":1,"openedAt":"2026-11-19","closedAt":null,"kind":"INCIDENT"}]}""";

    private final RunningService service;
    private String action = "";

    ActionEventIT(RunningService service) {
        this.service = service;
    }

    @BeforeEach
    void anOpenAction() throws Exception {
        service.send(RunningService.request(service.uri(ACCOUNT))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(OUTAGE)));
        service.get(ACCOUNT + "/decision");
        action = escalation().path("id").asText();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":"DISMISSED"}                         | reason | REQUIRED      | DISMISSED needs reason, why nothing is done.
            {"type":"DISMISSED","reason":7}              | reason | WRONG_TYPE    | reason must be a text or null.
            {"type":"SNOOZED"}                           | until  | REQUIRED      | SNOOZED needs until, a day from 2026-11-21 to 2027-11-21.
            {"type":"SNOOZED","until":"2026-11-20"}      | until  | OUT_OF_RANGE  | SNOOZED needs until, a day from 2026-11-21 to 2027-11-21.
            {"type":"SNOOZED","until":"3000-01-01"}      | until  | OUT_OF_RANGE  | SNOOZED needs until, a day from 2026-11-21 to 2027-11-21.
            {"type":"SNOOZED","until":"2027-02-30"}      | until  | INVALID_DATE  | until must be a day such as 2026-11-20.
            {"type":"SNOOZED","until":20261201}          | until  | INVALID_DATE  | until must be a day such as 2026-11-20.
            {"type":"DONE","until":"-999999998-01-01"}   | until  | OUT_OF_RANGE  | until must be a day such as 2026-11-20, from 1900-01-01 to 2199-12-31.
            {"type":"ASSIGNED","to":" "}                 | to     | REQUIRED      | ASSIGNED needs to, who has it from now on.
            {"type":"FINISHED"}                          | type   | UNKNOWN_VALUE | type must be one of: ACCEPTED, DONE, DISMISSED, SNOOZED, ASSIGNED.
            {"type":5}                                   | type   | UNKNOWN_VALUE | type must be one of: ACCEPTED, DONE, DISMISSED, SNOOZED, ASSIGNED.
            {"by":"suzuki"}                              | type   | REQUIRED      | type must be one of: ACCEPTED, DONE, DISMISSED, SNOOZED, ASSIGNED.
            {"type":"DONE","reasn":"x"}                  | reasn  | UNKNOWN_FIELD | Unknown field reasn. Did you mean reason?
            {"type":"DONE","by":"a\\u0000b"}             | by     | INVALID_TEXT  | by must not hold the character NUL.
            []                                           | ``     | WRONG_TYPE    | The body must be a JSON object.
            """)
    void eachMistakeIsToldOfItsOwnFieldAndChangesNothing(String body, String field, String code, String detail)
            throws Exception {
        HttpResponse<String> answer = tell(body, "en");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        JsonNode errors = JSON.readTree(answer.body()).path("errors");
        assertThat(errors).as(answer.body()).hasSize(1);
        assertThat(errors.at("/0/field").asText()).isEqualTo(field);
        assertThat(errors.at("/0/code").asText()).isEqualTo(code);
        assertThat(errors.at("/0/detail").asText()).isEqualTo(detail);
        assertThat(escalation().path("state").asText()).isEqualTo("OPEN");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"SNOOZED","until":"3000-01-01"} | SNOOZED には until を付け、2026-11-21 から 2027-11-21 までの日付を指定してください。
            {"type":"SNOOZED","until":"soon"}       | until は 2026-11-20 の形の、実在する日付で指定してください。
            {"type":"FINISHED"}                     | type は次のどれかで指定してください: ACCEPTED, DONE, DISMISSED, SNOOZED, ASSIGNED
            {"type":"DONE","reason":7}              | reason は文字列か null で指定してください。
            """)
    void theSentencesAreJapaneseToo(String body, String detail) throws Exception {
        assertThat(JSON.readTree(tell(body, "ja").body()).at("/errors/0/detail").asText())
                .isEqualTo(detail);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() throws Exception {
        String body = "{\"type\":\"SNOOZED\",\"until\":\"3000-01-01\",\"reason\":\"%s\",\"by\":[]}";

        HttpResponse<String> answer = tell(body.formatted("長".repeat(2_001)), "en");

        List<String> told = new ArrayList<>();
        JSON.readTree(answer.body())
                .path("errors")
                .forEach(error -> told.add(
                        error.path("field").asText() + " " + error.path("code").asText() + " "
                                + error.path("detail").asText()));
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "reason TEXT_TOO_LONG reason may have at most 2000 characters.",
                        "by WRONG_TYPE by must be a text or null.",
                        "until OUT_OF_RANGE SNOOZED needs until, a day from 2026-11-21 to 2027-11-21.");
    }

    @Test
    void whatIsNoJsonIsToldSo() throws Exception {
        HttpResponse<String> answer = tell("{\"type\":\"DONE\"", "en");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("MALFORMED_JSON");
    }

    private JsonNode escalation() throws Exception {
        for (JsonNode open :
                JSON.readTree(service.get(ACCOUNT + "/actions").body()).path("items")) {
            if (open.path("type").asText().equals("SUPPORT_ESCALATION")) {
                return open;
            }
        }
        return JSON.missingNode();
    }

    private HttpResponse<String> tell(String body, String lang) throws Exception {
        return service.send(RunningService.request(service.uri("/api/v1/actions/" + action + "/events?lang=" + lang))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }
}
