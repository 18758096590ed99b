package io.shirube.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bodies that are wrong, odd or hostile, with the shipped rules: 200 with the gap named, or a problem that names the field;
 * never a 5xx, never a stack trace. What is wrong around the body is in {@link EdgeTest}.
 */
@ExtendWith(ShippedService.class)
class BadInputIT {

    private static final String DECISIONS = "/api/v1/decisions";
    private static final String DAY = "?asOf=2026-11-20";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningService service;

    BadInputIT(RunningService service) {
        this.service = service;
    }

    /**
     * A body that is refused.
     *
     * @param fields every field that is named, in order
     */
    @SuppressWarnings("ArrayRecordComponent") // because it is sent and never compared
    record Bad(String name, byte[] body, int status, String code, List<String> fields) {

        static Bad of(String name, String body, int status, String code, String... fields) {
            return new Bad(name, body.getBytes(UTF_8), status, code, List.of(fields));
        }

        static Bad account(String name, String members, String... fields) {
            return of(name, "{\"account\":{\"id\":\"A-1\"}," + members + "}", 422, "INVALID_ACCOUNT", fields);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bad> refused() {
        String deep = "[".repeat(5_000);
        return Stream.of(
                Bad.of("empty", "", 400, "EMPTY_BODY"),
                Bad.of("blank", " \n\t ", 400, "MALFORMED_JSON", ""),
                Bad.of("cut short", "{\"account\":{\"id\":\"A", 400, "MALFORMED_JSON", "account.id"),
                Bad.of("no JSON", "account=A-1", 400, "MALFORMED_JSON", ""),
                Bad.of("a comment", "{\"account\":{\"id\":\"A\"}/**/}", 400, "MALFORMED_JSON", "account"),
                Bad.of("two", "{\"account\":{\"id\":\"A\"}} {}", 400, "MALFORMED_JSON", ""),
                bytes("Latin-1", "{\"account\":{\"id\":\"Caf\u00e9\"}}", ISO_8859_1, "account.id"),
                bytes("CP932", "{\"account\":{\"id\":\"株式会社\"}}", Charset.forName("windows-31j"), "account.id"),
                bytes("overlong UTF-8", "{\"account\":{\"id\":\"\u00c0\u00af\"}}", ISO_8859_1, ""),
                bytes("UTF-16", "{\"account\":{\"id\":\"A\"}}", Charset.forName("UTF-16"), ""),
                Bad.of("nothing", "{}", 422, "INVALID_ACCOUNT", "account.id"),
                Bad.of("a list", "[]", 422, "INVALID_ACCOUNT", ""),
                Bad.of("null", "null", 422, "INVALID_ACCOUNT", ""),
                Bad.of("a text", "\"A-1\"", 422, "INVALID_ACCOUNT", ""),
                Bad.of("deep lists", deep + deep.replace('[', ']'), 422, "INVALID_ACCOUNT", "[0][0][0][0]"),
                Bad.of("null account", "{\"account\":null}", 422, "INVALID_ACCOUNT", "account.id"),
                Bad.of("null id", "{\"account\":{\"id\":null}}", 422, "INVALID_ACCOUNT", "account.id"),
                Bad.of("blank id", "{\"account\":{\"id\":\" \"}}", 422, "INVALID_ACCOUNT", "account.id"),
                Bad.of("number as id", "{\"account\":{\"id\":7}}", 422, "INVALID_ACCOUNT", "account.id"),
                Bad.of(
                        "duplicate keys",
                        "{\"account\":{\"id\":\"A\",\"id\":\"B\"},\"signals\":{\"nps\":1,\"nps\":2}}",
                        422,
                        "INVALID_ACCOUNT",
                        "account.id",
                        "signals.nps"),
                Bad.account("a name misspelt", "\"contrct\":{}", "contrct"),
                Bad.account(
                        "negative",
                        "\"contract\":{\"arr\":-1},\"signals\":{\"licensedSeats\":-1}",
                        "contract.arr",
                        "signals.licensedSeats"),
                Bad.account(
                        "huge",
                        "\"contract\":{\"arr\":1e308},\"signals\":{\"licensedSeats\":1e999}",
                        "contract.arr",
                        "signals.licensedSeats"),
                Bad.account("a long number", "\"signals\":{\"nps\":" + "1".repeat(2_000) + "}", "signals.nps"),
                Bad.account("NaN", "\"signals\":{\"nps\":NaN,\"npsN\":-Infinity}", "signals.nps", "signals.npsN"),
                Bad.account("NaN as text", "\"signals\":{\"nps\":\"NaN\"}", "signals.nps"),
                Bad.account(
                        "wrong types",
                        "\"contract\":{\"start\":1,\"autoRenew\":\"yes\"},\"tickets\":[7],\"signals\":{\"nps\":true}",
                        "contract.start",
                        "contract.autoRenew",
                        "tickets[0]",
                        "signals.nps"),
                Bad.account("deep signal", "\"signals\":{\"nps\":" + deep, "signals.nps[0][0]"),
                Bad.account("no such day", "\"contract\":{\"end\":\"2026-02-30\"}", "contract.end"),
                Bad.account("a day too far", "\"contract\":{\"end\":\"9999-12-31\"}", "contract.end"),
                Bad.account(
                        "end before start",
                        "\"contract\":{\"start\":\"2026-02-02\",\"end\":\"2026-02-01\"}",
                        "contract.end"),
                Bad.account("other money", "\"contract\":{\"currency\":\"USD\"}", "contract.currency"),
                Bad.account("half a character", "\"contract\":{\"plan\":\"\\ud800\"}", "contract.plan"),
                Bad.account("a long text", "\"contract\":{\"plan\":\"" + "x".repeat(20_000) + "\"}", "contract.plan"),
                Bad.account("too many tickets", "\"tickets\":" + list("{}", 10_001), "tickets"),
                Bad.of(
                        "a 10 MB string",
                        "{\"account\":{\"id\":\"A\",\"name\":\"" + "x".repeat(10_000_000) + "\"}}",
                        413,
                        "TOO_LARGE"));
    }

    private static Bad bytes(String name, String body, Charset charset, String field) {
        return new Bad(name, body.getBytes(charset), 400, "MALFORMED_JSON", List.of(field));
    }

    private static String list(String item, int count) {
        return IntStream.range(0, count).mapToObj(i -> item).collect(Collectors.joining(",", "[", "]"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatCannotBeDecidedAndNamesTheFieldInBothLanguages(Bad bad) throws Exception {
        for (String language : List.of("en", "ja")) {
            HttpResponse<String> answer = service.send(HttpRequest.newBuilder(service.uri(DECISIONS + DAY))
                    .headers("Content-Type", "application/json", "Accept-Language", language)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(bad.body())));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(bad.status());
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            JsonNode problem = JSON.readTree(answer.body());
            assertThat(problem.path("code").asText()).isEqualTo(bad.code());
            assertThat(problem.path("errors").findValuesAsText("field")).isEqualTo(bad.fields());
            for (String sentence : problem.findValuesAsText("detail")) {
                assertThat(sentence.codePoints().anyMatch(point -> point >= 0x3040 && point < 0x3100))
                        .as(sentence)
                        .isEqualTo(language.equals("ja"));
                assertThat(sentence)
                        .doesNotContain("Exception", "java.", "jackson")
                        .hasSizeLessThan(1_000);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "contract":null,"signals":null,"tickets":null,"pin":null,"previous":null | /missingSignals/0/why      | NEVER
        "signals":{"licensedSeats":{"value":null,"at":null}}                     | /missingSignals/0/name     | licensedSeats
        "signals":{"licensedSeats":{"value":9,"at":"2020-01-01"}}                | /missingSignals/0/why      | STALE
        "signals":{"licensedSeats":{"value":9,"at":"2020-01-01"}}                | /missingSignals/0/lastAt   | 2020-01-01
        "signals":{"licensedSeats":{"value":9,"at":"2027-01-01"}}                | /notices/0/code            | FUTURE
        "signals":{"licencedSeats":9}                                            | /notices/0/values/nearest  | licensedSeats
        "openActions":[{"key":"k","type":"GONE"}]                                | /notices/0/code            | UNKNOWN_ACTION_TYPE
        """)
    void decidesOnWhatIsKnownAndNamesTheGap(String members, String place, String named) throws Exception {
        JsonNode decision = decide("{\"account\":{\"id\":\"A-1\"}," + members + "}");

        assertThat(decision.at(place).asText()).as(decision.toString()).isEqualTo(named);
        assertThat(decision.path("problems")).isEmpty();
    }

    @Test
    void decidesOnAThousandTicketsAndAThousandUnknownSignals() throws Exception {
        String tickets =
                list("{\"severity\":2,\"openedAt\":\"2026-10-01\",\"closedAt\":null,\"kind\":\"INCIDENT\"}", 1_000);
        String signals = IntStream.range(0, 1_000)
                .mapToObj(i -> "\"nobodyKnowsThis" + i + "\":1")
                .collect(Collectors.joining(",", "{", "}"));

        JsonNode decision =
                decide("{\"account\":{\"id\":\"A-1\"},\"tickets\":" + tickets + ",\"signals\":" + signals + "}");

        assertThat(decision.at("/actions").findValuesAsText("type")).contains("SUPPORT_ESCALATION");
        assertThat(decision.path("notices").findValuesAsText("code"))
                .hasSize(200)
                .containsOnly("UNKNOWN_SIGNAL");
        assertThat(decision.path("problems")).isEmpty();
    }

    @Test
    void givesEachOfThemAnErrorLineInABatchAndDecidesTheOnesBetween() throws Exception {
        List<Bad> lines = refused()
                .filter(bad -> bad.status() != 413 && bad.body().length > 0)
                .filter(bad -> !new String(bad.body(), ISO_8859_1).isBlank() && bad.body()[0] == '{')
                .toList();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Bad bad : lines) {
            body.writeBytes(bad.body());
            body.writeBytes("\n{\"account\":{\"id\":\"between\"}}\n".getBytes(UTF_8));
        }

        HttpResponse<String> answer =
                service.send(HttpRequest.newBuilder(service.uri(DECISIONS + "/batch" + DAY + "&explain=none"))
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));

        List<String> answers = answer.body().lines().toList();
        assertThat(answers).hasSize(2 * lines.size());
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line = JSON.readTree(answers.get(2 * i));
            assertThat(line.path("line").asInt()).isEqualTo(2 * i + 1);
            assertThat(line.at("/error/field").asText())
                    .as(lines.get(i).name())
                    .isEqualTo(lines.get(i).fields().get(0));
            assertThat(answers.get(2 * i + 1)).startsWith("{\"accountId\":\"between\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "asOf=2026-02-30,           asOf",
        "asOf=2026-2-3,             asOf",
        "asOf=,                     asOf",
        "asOf=9999-12-31,           asOf",
        "asOf=%2B1000000-01-01,     asOf",
        "asOf=2026-11-20T00:00:00Z, asOf",
        "asOf=%ff,                  asOf",
        "lang=xx,                   lang",
        "lang=,                     lang",
        "explain=everything,        explain"
    })
    void namesTheParameterThatIsWrong(String query, String name) throws Exception {
        for (String path : List.of(DECISIONS, DECISIONS + "/batch")) {
            HttpResponse<String> answer = service.post(path + "?" + query, "{\"account\":{\"id\":\"A-1\"}}");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(JSON.readTree(answer.body()).at("/errors/0/field").asText())
                    .isEqualTo(name);
        }
    }

    private JsonNode decide(String account) throws IOException, InterruptedException {
        HttpResponse<String> answer = service.post(DECISIONS + DAY, account);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
