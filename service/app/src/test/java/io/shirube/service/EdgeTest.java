package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.service.testing.FakeRulesLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the service answers before, instead of and around deciding, over a real socket. */
class EdgeTest {

    private static final String DECISIONS = "/api/v1/decisions";
    private static final String BATCH = "/api/v1/decisions/batch";
    private static final String ACCOUNT = "{\"account\":{\"id\":\"A-1\"}}";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path rules;

    private static RunningService service;

    @BeforeAll
    static void start() throws Exception {
        RunningService.save(rules, "a.drl", "good");
        FakeRulesLoader loader = new FakeRulesLoader();
        service = RunningService.start((configuration, metrics, clock) -> loader, rules);
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
    }

    @Test
    void decidesOneAccountAsOfTodayInTheBooksZone() throws Exception {
        HttpResponse<String> answer = service.post(DECISIONS, ACCOUNT);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("Content-Language")).hasValue("en");
        assertThat(JSON.readTree(answer.body()).path("asOf").asText()).isEqualTo("2026-11-20");
    }

    @Test
    void decidesAsOfTheDayAsked() throws Exception {
        assertThat(JSON.readTree(service.post(DECISIONS + "?asOf=2027-01-01", ACCOUNT)
                                .body())
                        .path("asOf")
                        .asText())
                .isEqualTo("2027-01-01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        GET    | /nothing                            |                    | 404 | NOT_FOUND
        GET    | /api/v1/nothing                     |                    | 404 | NOT_FOUND
        GET    | /                                   |                    | 404 | NOT_FOUND
        GET    | /api/v1/decisions                   |                    | 405 | METHOD_NOT_ALLOWED
        DELETE | /api/v1/decisions                   |                    | 405 | METHOD_NOT_ALLOWED
        PATCH  | /api/v1/rulesets/active             |                    | 405 | METHOD_NOT_ALLOWED
        TRACE  | /api/v1/decisions                   |                    | 405 | METHOD_NOT_ALLOWED
        BREW   | /api/v1/decisions                   |                    | 405 | METHOD_NOT_ALLOWED
        POST   | /api/v1/decisions                   |                    | 400 | EMPTY_BODY
        POST   | /api/v1/decisions/batch             |                    | 400 | EMPTY_BODY
        POST   | /api/v1/decisions                   | {"account":{"id":  | 400 | MALFORMED_JSON
        POST   | /api/v1/decisions                   | {'a':1}            | 400 | MALFORMED_JSON
        POST   | /api/v1/decisions                   | not json           | 400 | MALFORMED_JSON
        POST   | /api/v1/decisions?asOf=yesterday    | {}                 | 400 | INVALID_PARAMETER
        POST   | /api/v1/decisions?explain=some      | {}                 | 400 | INVALID_PARAMETER
        POST   | /api/v1/decisions?lang=fr           | {}                 | 400 | INVALID_PARAMETER
        POST   | /api/v1/decisions/batch?lang=fr     | {}                 | 400 | INVALID_PARAMETER
        POST   | /api/v1/decisions                   | {}                 | 422 | INVALID_ACCOUNT
        POST   | /api/v1/decisions                   | []                 | 422 | INVALID_ACCOUNT
        POST   | /api/v1/decisions                   | null               | 422 | INVALID_ACCOUNT
        POST   | /api/v1/decisions                   | {"account":{"id":"explode"}} | 500 | INTERNAL
        """)
    void answersEveryErrorAsAProblemInBothLanguages(String method, String path, String body, int status, String code)
            throws Exception {
        for (String language : new String[] {"en", "ja"}) {
            HttpRequest.BodyPublisher publisher =
                    body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
            HttpResponse<String> answer = service.send(HttpRequest.newBuilder(service.uri(path))
                    .headers("Content-Type", "application/json", "Accept-Language", language)
                    .method(method, publisher));

            assertThat(answer.statusCode()).isEqualTo(status);
            assertProblem(answer, status, code, language);
        }
    }

    @Test
    void namesTheFieldThatIsWrong() throws Exception {
        HttpResponse<String> answer = service.post(
                DECISIONS, "{\"account\":{\"id\":\"A\",\"employees\":\"many\"},\"contract\":{\"end\":\"soon\"}}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(answer.body()).path("errors").findValuesAsText("field"))
                .containsExactly("account.employees", "contract.end");
    }

    @Test
    void namesLineAndColumnOfMalformedJson() throws Exception {
        assertThat(service.post(DECISIONS, "{\n  \"account\": oops}").body()).contains("2:");
    }

    @Test
    void prefersTheParameterOverTheHeaderForItsLanguage() throws Exception {
        HttpResponse<String> answer = service.post(DECISIONS + "?lang=ja", "", "Accept-Language", "en");

        assertProblem(answer, 400, "EMPTY_BODY", "ja");
    }

    @Test
    void saysWhichMethodsAPathTakes() throws Exception {
        for (String method : new String[] {"GET", "DELETE", "TRACE", "BREW"}) {
            HttpResponse<String> answer = service.send(
                    HttpRequest.newBuilder(service.uri(DECISIONS)).method(method, HttpRequest.BodyPublishers.noBody()));
            assertThat(answer.headers().firstValue("Allow").orElse(""))
                    .as(method)
                    .contains("POST");
        }
    }

    @Test
    void refusesWhatItCannotReadOrWrite() throws Exception {
        assertProblem(
                service.post(DECISIONS, "a=1", "Content-Type", "application/x-www-form-urlencoded"),
                415,
                "UNSUPPORTED_MEDIA_TYPE",
                "en");
        assertProblem(service.post(DECISIONS, ACCOUNT, "Accept", "text/html"), 406, "NOT_ACCEPTABLE", "en");
        assertProblem(
                service.post(DECISIONS, ACCOUNT, "Content-Type", "not a type"), 415, "UNSUPPORTED_MEDIA_TYPE", "en");
    }

    @Test
    void refusesCompressedBodiesSoThatNoBombInflates() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bomb)) {
            zip.write(new byte[8 * 1024 * 1024]);
        }

        HttpResponse<String> answer = service.send(HttpRequest.newBuilder(service.uri(DECISIONS))
                .headers("Content-Type", "application/json", "Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bomb.toByteArray())));

        assertProblem(answer, 415, "UNSUPPORTED_ENCODING", "en");
        assertThat(answer.headers().firstValue("Accept-Encoding")).hasValue("identity");
    }

    @Test
    void refusesBodiesOverTheLimitWhetherTheirLengthIsDeclaredOrNot() throws Exception {
        String large = "{\"account\":{\"id\":\"A\",\"name\":\"" + "x".repeat(10_000_000) + "\"}}";

        assertProblem(service.post(DECISIONS, large), 413, "TOO_LARGE", "en");
        assertProblem(
                service.send(HttpRequest.newBuilder(service.uri(DECISIONS))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> stream(large)))),
                413,
                "TOO_LARGE",
                "en");
        assertProblem(
                service.post(BATCH, large + "\n" + large, "Content-Type", "application/x-ndjson"),
                413,
                "TOO_LARGE",
                "en");
    }

    @Test
    void endsABatchOfUndeclaredLengthWithAnErrorLineAtTheLimit() throws Exception {
        String line = "{\"account\":{\"id\":\"A\",\"name\":\"" + "x".repeat(900_000) + "\"}}\n";

        HttpResponse<String> answer = service.send(HttpRequest.newBuilder(service.uri(BATCH))
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> stream(line.repeat(14)))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().lines().toList()).last().asString().contains("\"TOO_LARGE\"");
    }

    @Test
    void answersLineByLineInOrderWithErrorLines() throws Exception {
        String body = ACCOUNT + "\n\n{\"account\":{}}\nnot json\n" + ACCOUNT.replace("A-1", "A-2")
                + "\n{\"account\":{\"id\":\"explode\"}}\n{\"account\":{\"id\":\"" + "x".repeat(1_100_000) + "\"}}";

        HttpResponse<String> answer = service.post(BATCH, body, "Content-Type", "application/x-ndjson");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(answer.body().lines().map(EdgeTest::sketch))
                .containsExactly("A-1", "3 REQUIRED", "4 INVALID_JSON", "A-2", "6 INTERNAL_ERROR", "7 TOO_LARGE");
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void answersALineBeforeTheNextIsSent() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + BATCH + " HTTP/1.1\r\nHost: x\r\n" + service.keyLine()
                            + "Content-Type: application/x-ndjson\r\n" + "Transfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            for (int i = 1; i <= 5; i++) {
                String id = "B-" + i;
                String line = ACCOUNT.replace("A-1", id) + "\n";
                out.write((Integer.toHexString(line.length()) + "\r\n" + line + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.flush();
                assertThat(readUntil(in, "\"problems\":[]}\n")).contains("\"accountId\":\"" + id + "\"");
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(readUntil(in, "0\r\n\r\n")).endsWith("0\r\n\r\n");
        }
    }

    @Test
    void saysThatTheConnectionEndsWhenItRefusesABodyUnread() throws Exception {
        String head = "POST " + DECISIONS + "?lang=xx HTTP/1.1\r\nHost: x\r\n" + service.keyLine()
                + "Content-Type: application/json\r\n";

        assertThat(raw(head + "Content-Length: 27\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("Connection: close");
        assertThat(service.post(DECISIONS, "{").headers().firstValue("Connection"))
                .isEmpty();
        assertThat(service.get("/api/v1/nothing").headers().firstValue("Connection"))
                .isEmpty();
    }

    @Test
    void saysThatTheConnectionEndsWhenItRefusesAPathUnread() throws Exception {
        assertThat(raw("GET /api/v1/accounts/%00 HTTP/1.1\r\nHost: x\r\n" + service.keyLine() + "\r\n"))
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("Connection: close");
    }

    @Test
    void answersUnreadableHttpAsAProblemToo() throws Exception {
        assertThat(raw("GET /api/v1/decisions HTTP/1.1\r\nHost: x\r\nBad Header\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .contains("This cannot be read as an HTTP request. / HTTP リクエストとして読めません。")
                .doesNotContain("<html")
                .doesNotContain("org.eclipse");
        assertThat(raw("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 414")
                .contains("URI_TOO_LONG");
        assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("HEADERS_TOO_LARGE");
    }

    @Test
    void givesUpAClientThatSendsTooSlowly() throws Exception {
        long started = System.nanoTime();
        String answer = raw("POST " + DECISIONS + " HTTP/1.1\r\nHost: x\r\n" + service.keyLine()
                + "Content-Type: application/json\r\n" + "Content-Length: 100000\r\n\r\n{");
        assertThat(System.nanoTime() - started).isLessThan(12_000_000_000L);
        assertThat(answer)
                .satisfiesAnyOf(
                        text -> assertThat(text).isEmpty(),
                        text -> assertThat(text).startsWith("HTTP/1.1 408").contains("REQUEST_TIMEOUT"),
                        text -> assertThat(text).startsWith("HTTP/1.1 400").contains("problem+json"));
    }

    @Test
    void givesUpAClientThatDripsItsBody() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.setSoTimeout(15_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + DECISIONS + " HTTP/1.1\r\nHost: x\r\n" + service.keyLine()
                            + "Content-Type: application/json\r\n" + "Content-Length: 100000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            ScheduledExecutorService drips = Executors.newSingleThreadScheduledExecutor();
            ScheduledFuture<?> dripping = drips.scheduleAtFixedRate(() -> drip(out), 0, 200, TimeUnit.MILLISECONDS);
            try {
                assertThat(readUntil(socket.getInputStream(), "REQUEST_TIMEOUT"))
                        .startsWith("HTTP/1.1 408");
            } finally {
                dripping.cancel(true);
                drips.shutdownNow();
            }
        }
    }

    private static void drip(OutputStream out) {
        try {
            out.write(' ');
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the service ended it", e);
        }
    }

    @Test
    void describesTheActiveRules() throws Exception {
        JsonNode active = JSON.readTree(service.get("/api/v1/rulesets/active").body());

        assertThat(active.path("revision").asText()).startsWith("sha256:");
        assertThat(active.path("state").asText()).isEqualTo("OK");
        assertThat(active.path("loadedAt").asText()).isEqualTo("2026-11-20T03:00:00Z");
        assertThat(active.path("source").asText()).isEqualTo(rules.toString());
        assertThat(active.path("engine").asText()).isNotEmpty();
        assertThat(active.path("broken").isNull()).isTrue();
    }

    @Test
    void tellsOperatorsHowItIs() throws Exception {
        service.post(DECISIONS, ACCOUNT);
        assertThat(service.admin("/healthcheck").statusCode()).isEqualTo(200);
        assertThat(service.admin("/ready").statusCode()).isEqualTo(200);
        assertThat(service.admin("/metrics").body())
                .contains("shirube_decisions_total{touch=\"TECH\"}")
                .contains("shirube_rules_ready 1");
        assertThat(service.admin("/nothing").body()).doesNotContain("<html");
    }

    private static String sketch(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            return node.has("line")
                    ? node.path("line").asText() + " "
                            + node.path("error").path("code").asText()
                    : node.path("accountId").asText();
        } catch (IOException e) {
            return "no JSON: " + line;
        }
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String readUntil(InputStream in, String end) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int next = in.read();
            if (next < 0) {
                return read.append("<end>").toString();
            }
            read.append((char) next);
        }
        return read.toString();
    }

    private static InputStream stream(String text) {
        return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code, String language)
            throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("instance").asText()).startsWith("urn:uuid:");
        assertThat(problem.path("errors").isArray()).isTrue();
        boolean japanese = problem.path("title").asText().codePoints().anyMatch(point -> point > 0x3000);
        assertThat(japanese).as(answer.body()).isEqualTo(language.equals("ja"));
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(answer.body())
                .doesNotContain("io.shirube")
                .doesNotContain("java.")
                .doesNotContain("Exception");
    }
}
