package io.shirube.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.io.PortfolioFormat;
import io.shirube.io.generate.PortfolioGenerator;
import io.shirube.service.language.Language;
import io.shirube.service.openapi.OpenApiDocument;
import io.shirube.service.testing.ApiSchemas;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description of the doors against what they really take and answer, with the shipped rules. */
@ExtendWith(ShippedService.class)
class ApiAnswersIT {

    private static final String DECISIONS = "/api/v1/decisions";
    private static final String NDJSON = "application/x-ndjson";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static ApiSchemas open;
    private static ApiSchemas closed;
    private static List<String> accounts;

    private final RunningService service;

    ApiAnswersIT(RunningService service) {
        this.service = service;
    }

    @BeforeAll
    static void read() throws IOException {
        JsonNode api = JSON.readTree(OpenApiDocument.json(Language.EN));
        open = ApiSchemas.of(api);
        closed = ApiSchemas.closed(api);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        new PortfolioGenerator(40, 7, LocalDate.parse("2026-11-20")).write(lines, PortfolioFormat.NDJSON);
        accounts = new ArrayList<>(lines.toString(UTF_8).lines().toList());
        try (Stream<String> stories =
                Files.lines(RunningService.HOME.resolve("fixtures/portfolios/stories.ndjson"), UTF_8)) {
            stories.forEach(accounts::add);
        }
    }

    @Test
    void describesTheAccountsThatAreGeneratedAndTold() {
        for (String account : accounts) {
            assertThat(open.faults("Entry", account)).as(account).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"none, en", "reasons, ja", "full, en", "full, ja"})
    void describesEveryMemberOfADecision(String explain, String language) throws Exception {
        HttpResponse<String> answer = service.post(
                DECISIONS + "/batch?explain=" + explain + "&lang=" + language,
                String.join("\n", accounts),
                "Content-Type",
                NDJSON);

        List<String> decisions = answer.body().lines().toList();
        assertThat(decisions).hasSameSizeAs(accounts);
        for (String decision : decisions) {
            assertThat(closed.faults("Decision", decision)).as(decision).isEmpty();
            assertThat(closed.faults("DecisionLine", decision)).isEmpty();
        }
        assertThat(decisions).anyMatch(decision -> !decision.contains("\"actions\":[]"));
    }

    @Test
    void describesErrorLines() throws Exception {
        HttpResponse<String> answer = service.post(
                DECISIONS + "/batch",
                "{\"account\":{}}\nnot json\n{\"account\":{\"id\":\"A\",\"employees\":-1,\"x\":1}}\n[]\n",
                "Content-Type",
                NDJSON);

        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(4);
        for (String line : lines) {
            assertThat(closed.faults("DecisionLine", line)).as(line).isEmpty();
            assertThat(closed.faults("ErrorLine", line)).as(line).isEmpty();
            assertThat(open.faults("Decision", line)).isNotEmpty();
        }
    }

    @Test
    void describesProblems() throws Exception {
        String some = "{\"account\":{\"id\":\"A\"}}";
        List<HttpResponse<String>> answers = List.of(
                service.post(DECISIONS, ""),
                service.post(DECISIONS, "{"),
                service.post(DECISIONS + "?asOf=soon", some),
                service.post(DECISIONS, some, "Accept", "text/html"),
                service.post(DECISIONS, some, "Content-Type", "text/plain"),
                service.post(DECISIONS, "{\"account\":{\"id\":\"" + "x".repeat(1_100_000) + "\"}}"),
                service.post(DECISIONS + "?lang=ja", "{\"account\":{\"id\":\"A\",\"employees\":true,\"x\":1}}"),
                service.get(DECISIONS),
                service.get("/nothing"));

        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .containsExactly(400, 400, 400, 406, 415, 413, 422, 405, 404);
        for (HttpResponse<String> answer : answers) {
            assertThat(closed.faults("Problem", answer.body()))
                    .as(answer.body())
                    .isEmpty();
        }
    }

    @Test
    void describesTheActiveRules() throws Exception {
        HttpResponse<String> answer = service.get("/api/v1/rulesets/active?lang=ja");

        assertThat(answer.headers().firstValue("Content-Language")).hasValue("ja");
        assertThat(closed.faults("ActiveRuleset", answer.body()))
                .as(answer.body())
                .isEmpty();
    }

    /** What the schema allows is decided, what it forbids is refused with the field's name. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            "signals":{"nobodyKnowsThis":1}                          | -
            "signals":{"nobodyKnowsThis":{"value":[1],"at":null}}    | signals.nobodyKnowsThis.value
            "signals":{"nps":{"value":20,"at":"2026-10-01"}}         | -
            "signals":{"nps":{"value":20,"when":"2026-10-01"}}       | signals.nps.when
            "signals":{"nps":{"at":"2026-10-01"}}                    | signals.nps.value
            "signals":{"nps":[{"value":1,"at":"2026-10-01T09:30+09:00"},{"value":2}]} | -
            "signals":{"nps":[null]}                                 | signals.nps[0]
            "signals":{"nps":{"value":20,"at":"1 Oct"}}              | signals.nps.at
            "signals":null,"tickets":null,"contract":null,"pin":null | -
            "signals":[]                                             | signals
            "signal":{}                                              | signal
            "contract":{"end":"2026-12-31T00:00:00Z"}                | -
            "contract":{"ends":"2026-12-31"}                         | contract.ends
            "contract":{"end":20261231}                              | contract.end
            "contract":{"noticeRule":{"kind":"SOON"}}                | contract.noticeRule.kind
            "contract":{"noticeRule":{"n":3}}                        | contract.noticeRule.kind
            "contract":{"termMonths":601}                            | contract.termMonths
            "contract":{"termMonths":1.5}                            | contract.termMonths
            "contract":{"products":["SSO"],"plan":null}              | -
            "contract":{"products":"SSO"}                            | contract.products
            "tickets":[{"severity":1,"openedAt":"2026-11-01"}]       | -
            "tickets":[{"id":"T","severity":5}]                      | tickets[0].severity
            "tickets":[{"id":"T","severity":"1"}]                    | tickets[0].severity
            "tickets":[{"id":"T","kind":"OUTAGE"}]                   | tickets[0].kind
            "tickets":{}                                             | tickets
            "contacts":[{"id":"C","role":"CHAMPION","rating":{"value":10}}] | -
            "contacts":[{"id":"C","rating":{"value":11}}]            | contacts[0].rating.value
            "contacts":[{"id":"C","mail":"x@example.com"}]           | contacts[0].mail
            "openActions":[{"key":"k","type":"GONE","state":"OPEN"}] | -
            "openActions":[{"type":"UPSELL_PROMPT"}]                 | openActions[0].key
            "openActions":[{"key":"k","type":"T","state":"NEW"}]     | openActions[0].state
            "outcomes":[{"type":"UPSELL_PROMPT","result":"DONE","on":"2026-10-01"}] | -
            "outcomes":[{"result":"DONE"}]                           | outcomes[0].type
            "touches":[{"contactId":"C","channel":"EMAIL","on":"2026-10-01"}] | -
            "touches":[{"by":"me"}]                                  | touches[0].by
            "evidence":{"UPSELL_PROMPT":{"trials":40,"successes":12}} | -
            "evidence":{"UPSELL_PROMPT":{"trials":-1,"successes":0}} | evidence.UPSELL_PROMPT.trials
            "pin":{"touch":"HIGH","by":"me"}                         | -
            "pin":{"touch":"MIDDLE"}                                 | pin.touch
            "pin":{}                                                 | pin.touch
            "previous":{"touch":"LOW","pending":{"touch":"HIGH"}}    | -
            "previous":{"pending":{"since":"2026-10-01"}}            | previous.pending.touch
            """)
    void takesWhatItDescribesAndRefusesTheRest(String members, String field) throws Exception {
        String account = "{\"account\":{\"id\":\"A-1\"}," + members + "}";

        HttpResponse<String> answer = service.post(DECISIONS + "?asOf=2026-11-20", account);

        List<String> faults = open.faults("Entry", account);
        if (field == null) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(faults).isEmpty();
        } else {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            assertThat(JSON.readTree(answer.body()).path("errors").findValuesAsText("field"))
                    .contains(field);
            assertThat(faults).isNotEmpty();
        }
    }
}
