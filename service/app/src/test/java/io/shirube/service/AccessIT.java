package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.service.auth.Keys;
import io.shirube.service.auth.Role;
import io.shirube.service.db.TestDatabase;
import io.shirube.service.language.Language;
import io.shirube.service.openapi.OpenApiDocument;
import io.shirube.service.testing.ApiSchemas;
import io.shirube.service.testing.FakeRulesLoader;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in, with which key, and how often, over a real socket. */
class AccessIT {

    private static final String ME = "/api/v1/me";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path rules;

    private static RunningService service;
    private static ApiSchemas schemas;

    @BeforeAll
    static void start() throws Exception {
        RunningService.save(rules, "a.drl", "good");
        FakeRulesLoader loader = new FakeRulesLoader();
        service = RunningService.start((configuration, metrics, clock) -> loader, rules);
        schemas = ApiSchemas.closed(JSON.readTree(OpenApiDocument.json(Language.EN)));
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                                      | NO_KEY
            Basic dTpw                                             | UNKNOWN_KEY
            Bearer                                                 | UNKNOWN_KEY
            Bearer shk_short                                       | UNKNOWN_KEY
            Bearer shk_0000000000000000000000000000000000000000000 | UNKNOWN_KEY
            """)
    void turnsAwayWhoShowsNoKeyThatIsKnown(@Nullable String authorization, String code) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.uri(ME));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        HttpResponse<String> answer = send(request);

        assertTurnedAway(answer, code);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValue(
                        code.equals("NO_KEY")
                                ? "Bearer realm=\"shirube\""
                                : "Bearer realm=\"shirube\", error=\"invalid_token\"");
    }

    @Test
    void tellsInBothLanguagesWhyAndWhatToDo() throws Exception {
        HttpResponse<String> en = send(HttpRequest.newBuilder(service.uri(ME)));
        HttpResponse<String> ja = send(HttpRequest.newBuilder(service.uri(ME + "?lang=ja")));
        HttpResponse<String> forbidden = ask(HttpRequest.newBuilder(service.uri("/api/v1/keys")), secret(Role.CRM));

        assertThat(JSON.readTree(en.body()).path("detail").asText())
                .isEqualTo(
                        "There is no API key. Send the header Authorization: Bearer shk_…; an administrator makes keys.");
        assertThat(JSON.readTree(ja.body()).path("detail").asText())
                .isEqualTo("API キーがありません。ヘッダー Authorization: Bearer shk_… を付けてください。キーは管理者が発行します。");
        assertThat(JSON.readTree(forbidden.body()).path("detail").asText())
                .isEqualTo("This key's role, crm, may not do this. It takes one of: admin."
                        + " Ask an administrator for such a key.");
    }

    @Test
    void takesTheSchemeInWhateverCase() throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.uri(ME)).header("Authorization", "bEARER " + secret(Role.OPS));

        assertThat(send(request).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsACallerAsWhomItKnowsHim() throws Exception {
        HttpResponse<String> answer = ask(HttpRequest.newBuilder(service.uri(ME)), secret(Role.MANAGER));

        assertThat(answer.body())
                .isEqualTo("{\"name\":\"some manager\",\"role\":\"manager\","
                        + "\"rateLimit\":{\"requestsPerSecond\":1000000,\"burst\":1000000}}");
        assertThat(schemas.faults("Me", answer.body())).isEmpty();
    }

    @Test
    void anExpiredKeyIsToldSo() throws Exception {
        Keys.Shown key = service.keys().create("old", Role.CRM, Instant.parse("2026-11-20T03:00:00Z"));

        assertTurnedAway(
                ask(HttpRequest.newBuilder(service.uri(ME)), key.secret().reveal()), "KEY_EXPIRED");
    }

    @Test
    void aKeyIsMadeShownOnceRotatedAndRevoked() throws Exception {
        HttpResponse<String> made = service.post("/api/v1/keys", "{\"name\":\"our CRM\",\"role\":\"crm\"}");
        JsonNode shown = JSON.readTree(made.body());
        String first = shown.path("secret").asText();
        String path = "/api/v1/keys/" + shown.at("/key/id").asText();

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(schemas.faults("ShownKey", made.body())).isEmpty();
        assertThat(ask(first)).isEqualTo(200);

        HttpResponse<String> rotated = service.post(path + "/rotation", "");
        String second = JSON.readTree(rotated.body()).path("secret").asText();
        assertThat(schemas.faults("ShownKey", rotated.body())).isEmpty();
        assertThat(JSON.readTree(rotated.body()).at("/key/secrets").findValuesAsText("expiresAt"))
                .containsExactly("2026-11-21T03:00:00Z", "null");
        assertThat(ask(first)).isEqualTo(200);
        assertThat(ask(second)).isEqualTo(200);

        String third = JSON.readTree(
                        service.post(path + "/rotation", "{\"overlapHours\":0}").body())
                .path("secret")
                .asText();
        assertTurnedAway(ask(HttpRequest.newBuilder(service.uri(ME)), first), "KEY_REPLACED");
        assertTurnedAway(ask(HttpRequest.newBuilder(service.uri(ME)), second), "KEY_REPLACED");
        assertThat(ask(third)).isEqualTo(200);

        HttpResponse<String> listed = service.get("/api/v1/keys");
        assertThat(schemas.faults("Keys", listed.body())).isEmpty();
        assertThat(listed.body())
                .contains(third.substring(0, 10))
                .doesNotContain(third)
                .doesNotContain(third.substring(10));

        assertThat(service.send(HttpRequest.newBuilder(service.uri(path)).DELETE())
                        .statusCode())
                .isEqualTo(204);
        assertTurnedAway(ask(HttpRequest.newBuilder(service.uri(ME)), third), "KEY_REVOKED");
        assertThat(code(service.post(path + "/rotation", ""))).isEqualTo("KEY_ENDED");
        assertThat(service.send(HttpRequest.newBuilder(service.uri(path)).DELETE())
                        .statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                             | name,role
            {"name":"","role":"boss"}                                      | name,role
            {"name":1,"role":"crm"}                                        | name
            {"name":"a","role":"CRM"}                                      | role
            {"name":"a","role":"crm","expires":"2027-01-01T00:00:00Z"}     | expires
            {"name":"a","role":"crm","expiresAt":"2026-11-20T03:00:00Z"}   | expiresAt
            {"name":"a","role":"crm","expiresAt":"2027-01-01"}             | expiresAt
            {"name":"a","role":"crm","expiresAt":"+99999-01-01T00:00:00Z"} | expiresAt
            []                                                             | ''
            """)
    void saysEverythingThatIsWrongWithAKeyToMake(String body, String fields) throws Exception {
        HttpResponse<String> answer = service.post("/api/v1/keys", body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(code(answer)).isEqualTo("INVALID_KEY_REQUEST");
        assertThat(JSON.readTree(answer.body()).path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder(fields.split(","));
        assertThat(schemas.faults("Problem", answer.body())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"overlapHours":-1}   | 422 | INVALID_KEY_REQUEST
            {"overlapHours":721}  | 422 | INVALID_KEY_REQUEST
            {"overlapHours":"1"}  | 422 | INVALID_KEY_REQUEST
            {"overlapHour":1}     | 422 | INVALID_KEY_REQUEST
            {                     | 400 | MALFORMED_JSON
            {"overlapHours":0}    | 404 | NO_SUCH_KEY
            """)
    void saysWhatIsWrongWithARotation(String body, int status, String code) throws Exception {
        HttpResponse<String> answer = service.post("/api/v1/keys/999999/rotation", body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(code(answer)).isEqualTo(code);
    }

    @Test
    void aKeyMayAskItsBurstAndIsThenToldHowLongToWaitWhileOthersGoOn() throws Exception {
        try (RunningService slow = limited(Map.of("auth.requestsPerSecond", "1", "auth.burst", "20"))) {
            String busy = slow.keys().create("busy", Role.CRM, null).secret().reveal();
            String other = slow.keys().create("other", Role.CRM, null).secret().reveal();

            HttpResponse<String> last = untilRefused(slow, busy, 20);
            assertThat(last.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(code(last)).isEqualTo("TOO_MANY_REQUESTS");
            assertThat(schemas.faults("Problem", last.body())).isEmpty();
            assertThat(get(slow, ME, other).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whoGuessesIsSlowedDownByAddressWhileKeysGoOn() throws Exception {
        try (RunningService slow =
                limited(Map.of("auth.unauthenticatedRequestsPerSecond", "1", "auth.unauthenticatedBurst", "20"))) {
            String known = slow.keys().create("known", Role.CRM, null).secret().reveal();
            assertThat(get(slow, ME, known).statusCode()).isEqualTo(200);

            HttpResponse<String> last = untilRefused(slow, "shk_" + "0".repeat(43), 20);
            assertThat(last.headers().firstValue("Retry-After")).isPresent();
            assertThat(slow.client()
                            .send(
                                    HttpRequest.newBuilder(slow.uri("/openapi.json"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(429);
            assertThat(get(slow, ME, known).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whereNoKeyIsRequiredWhoShowsNoneMayDoEverythingAndAWrongOneIsStillRefused() throws Exception {
        try (RunningService open = limited(Map.of("auth.required", "false"))) {
            HttpResponse<String> anybody = open.client()
                    .send(
                            HttpRequest.newBuilder(open.uri("/api/v1/keys")).build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(anybody.statusCode()).isEqualTo(200);
            assertThat(get(open, ME, "shk_" + "0".repeat(43)).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void operatorsSeeHowOftenAKeyWasRemembered() throws Exception {
        service.get(ME);
        service.get(ME);

        assertThat(service.admin("/metrics").body())
                .containsPattern("shirube_key_lookups_total\\{result=\"hit\"} [1-9]")
                .containsPattern("shirube_key_lookups_total\\{result=\"miss\"} [1-9]");
    }

    /** A token that comes by itself while the test runs may let one or two more through. */
    private static HttpResponse<String> untilRefused(RunningService slow, String key, int burst) throws Exception {
        int answered = 0;
        HttpResponse<String> answer = get(slow, ME, key);
        while (answer.statusCode() != 429) {
            answered++;
            assertThat(answered).isLessThan(3 * burst);
            answer = get(slow, ME, key);
        }
        assertThat(answered).isGreaterThanOrEqualTo(burst - 1);
        return answer;
    }

    private static RunningService limited(Map<String, String> settings) throws Exception {
        FakeRulesLoader loader = new FakeRulesLoader();
        return RunningService.start(
                (configuration, metrics, clock) -> loader, rules, TestDatabase.migrated(), settings);
    }

    private static String secret(Role role) {
        return service.keys().create("some " + role.code(), role, null).secret().reveal();
    }

    private static int ask(String key) throws Exception {
        return ask(HttpRequest.newBuilder(service.uri(ME)), key).statusCode();
    }

    private static HttpResponse<String> get(RunningService of, String path, String key) throws Exception {
        return of.send(HttpRequest.newBuilder(of.uri(path)).header("Authorization", "Bearer " + key));
    }

    private static HttpResponse<String> ask(HttpRequest.Builder request, String key) throws Exception {
        return send(request.header("Authorization", "Bearer " + key));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return service.client()
                .send(request.timeout(Duration.ofMinutes(1)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void assertTurnedAway(HttpResponse<String> answer, String code) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(code(answer)).isEqualTo(code);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer realm=\"shirube\"");
        assertThat(schemas.faults("Problem", answer.body())).isEmpty();
    }

    private static String code(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body()).path("code").asText();
    }
}
