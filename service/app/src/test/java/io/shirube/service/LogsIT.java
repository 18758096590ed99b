package io.shirube.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.service.db.TestDatabase;
import io.shirube.service.testing.FakeRulesLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What the running service writes to standard error with SHIRUBE_LOG_FORMAT=json, line by line. */
class LogsIT {

    private static final String HEADER = "X-Request-Id";
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path rules;

    private static final PrintStream ERR = System.err;
    private static final ByteArrayOutputStream WRITTEN = new ByteArrayOutputStream();
    private static RunningService service;

    @BeforeAll
    static void start() throws Exception {
        RunningService.save(rules, "a.drl", "good");
        FakeRulesLoader loader = new FakeRulesLoader();
        // because what makes the test's database speaks before the service sets up its logs
        PGSimpleDataSource database = TestDatabase.migrated();
        System.setErr(new PrintStream(WRITTEN, true, UTF_8));
        service = RunningService.start(
                (configuration, metrics, clock) -> loader,
                rules,
                database,
                Map.of(
                        "logging.appenders[0].layout.type", "shirube-json",
                        "server.requestLog.appenders[0].layout.type", "shirube-access-json"));
        // because Logback tells how it was set up before that counts
        WRITTEN.reset();
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
        System.setErr(ERR);
    }

    @Test
    void namesARequestThatHasNoNameAndTellsItInAnswerAndLog() throws Exception {
        HttpResponse<String> answer = service.get("/api/v1/me");

        String id = answer.headers().firstValue(HEADER).orElseThrow();
        assertThat(id).matches(UUID);
        JsonNode line = access(id);
        assertThat(line.path("method").asText()).isEqualTo("GET");
        assertThat(line.path("route").asText()).isEqualTo("/api/v1/me");
        assertThat(line.path("status").asInt()).isEqualTo(200);
        assertThat(line.path("key").asInt()).isPositive();
        assertThat(line.path("milliseconds").isNumber()).isTrue();
        assertThat(line.path("timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
    }

    @Test
    void keepsTheNameACallerGivesAndNeverReusesAnother() throws Exception {
        assertThat(service.get("/api/v1/me", HEADER, "crm-2026.11/a:1=b")
                        .headers()
                        .firstValue(HEADER))
                .hasValue("crm-2026.11/a:1=b");
        assertThat(access("crm-2026.11/a:1=b").path("status").asInt()).isEqualTo(200);
        assertThat(service.get("/api/v1/me").headers().firstValue(HEADER))
                .hasValueSatisfying(id -> assertThat(id).matches(UUID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-begins-oddly", "has space", "taro@example.jp", "\"}{", "<script>", "名前"})
    void givesANewNameInPlaceOfOneThatCouldHarmOrTellTooMuch(String sent) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.getOutputStream()
                    .write(("GET /openapi.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + HEADER + ": " + sent
                                    + "\r\n\r\n")
                            .getBytes(UTF_8));
            String head = new String(socket.getInputStream().readNBytes(2_000), UTF_8);
            assertThat(head).startsWith("HTTP/1.1 200").containsPattern("(?i)" + HEADER + ": " + UUID + "\r\n");
        }
    }

    @Test
    void namesARequestOfEndlessLengthAnew() throws Exception {
        assertThat(service.get("/api/v1/me", HEADER, "a".repeat(129)).headers().firstValue(HEADER))
                .hasValueSatisfying(id -> assertThat(id).matches(UUID));
    }

    @Test
    void tellsTheNameInProblemsWhoeverFindsThem() throws Exception {
        for (HttpResponse<String> answer : List.of(
                service.get("/api/v1/nothing", HEADER, "p-1"),
                service.get("/api/v1/accounts/none", HEADER, "p-1"),
                service.post("/api/v1/decisions", "", HEADER, "p-1"),
                service.get("/api/v1/me", HEADER, "p-1", "Authorization", "Bearer none"))) {
            assertThat(answer.statusCode()).isBetween(400, 499);
            assertThat(answer.headers().allValues(HEADER)).containsExactly("p-1");
            assertThat(JSON.readTree(answer.body()).path("requestId").asText()).isEqualTo("p-1");
        }
    }

    @Test
    void namesWhatJettyRefusesBeforeAnybodySeesIt() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.getOutputStream().write("GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .containsPattern("(?i)" + HEADER + ": " + UUID + "\r\n")
                    .containsPattern("\"requestId\":\"" + UUID + "\"");
        }
    }

    @Test
    void theLogOfAFaultHasTheNameTheInstanceAndTheRoute() throws Exception {
        HttpResponse<String> answer =
                service.post("/api/v1/decisions", "{\"account\":{\"id\":\"explode\"}}", HEADER, "fault-1");

        assertThat(answer.statusCode()).isEqualTo(500);
        JsonNode line = await().until(() -> line("fault-1", "io.shirube"), Optional::isPresent)
                .orElseThrow();
        assertThat(line.path("level").asText()).isEqualTo("ERROR");
        assertThat(line.path("message").asText())
                .contains(JSON.readTree(answer.body()).path("instance").asText())
                .contains("/api/v1/decisions");
        assertThat(line.path("exception").asText()).contains("FakeRulesLoader");
        assertThat(access("fault-1").path("status").asInt()).isEqualTo(500);
    }

    @Test
    void tellsNeitherIdsOfAccountsNorWhatIsSearchedForNorBodies() throws Exception {
        service.get("/api/v1/accounts/yamada-taro/decision?asOf=2026-11-20", HEADER, "quiet-1");
        service.get("/api/v1/accounts?q=yamada-hanako&owner=yamada-jiro", HEADER, "quiet-2");
        service.post("/api/v1/decisions", "{\"account\":{\"id\":\"yamada-saburo\"}}", HEADER, "quiet-3");
        service.get("/yamada-shiro", HEADER, "quiet-4");

        assertThat(access("quiet-1").path("route").asText()).isEqualTo("/api/v1/accounts/{id}/decision");
        assertThat(access("quiet-2").path("route").asText()).isEqualTo("/api/v1/accounts");
        assertThat(access("quiet-3").path("route").asText()).isEqualTo("/api/v1/decisions");
        assertThat(access("quiet-4").has("route")).isFalse();
        assertThat(WRITTEN.toString(UTF_8)).doesNotContain("yamada");
    }

    @Test
    void namesRequestsOfTheAdminPortToo() throws Exception {
        String id = service.admin("/ready").headers().firstValue(HEADER).orElseThrow();

        assertThat(access(id).path("route").asText()).isEqualTo("/ready");
    }

    private static JsonNode access(String id) {
        return await().until(() -> line(id, "access"), Optional::isPresent).orElseThrow();
    }

    /** Returns the first line of a request by a logger; every line so far must be an object. */
    private static Optional<JsonNode> line(String id, String logger) throws JsonProcessingException {
        String written = WRITTEN.toString(UTF_8);
        for (String text :
                written.substring(0, written.lastIndexOf('\n') + 1).lines().toList()) {
            assertThat(text).startsWith("{");
            JsonNode line = JSON.readTree(text);
            assertThat(line.isObject()).as(text).isTrue();
            if (line.path("requestId").asText().equals(id)
                    && line.path("logger").asText().startsWith(logger)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }
}
