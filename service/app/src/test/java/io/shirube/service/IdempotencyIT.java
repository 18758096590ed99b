package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.service.auth.Role;
import io.shirube.service.db.TestDatabase;
import io.shirube.service.openapi.OpenApiDocument;
import io.shirube.service.testing.ApiSchemas;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Writes that come twice, with the shipped rules on 2026-11-20. */
class IdempotencyIT {

    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A severity 1 ticket is escalated the same day. */
    private static final String OUTAGE = """
            {"account":{"employees":320,"onboardingCompletedOn":"2026-03-01"},
             "contract":{"start":"2026-01-01","end":"2027-12-31","arr":12000000},
             "tickets":[{"id":"T1","severity":1,"openedAt":"2026-11-19","closedAt":null,"kind":"INCIDENT"}]}""";

    private static final PGSimpleDataSource DATABASE = TestDatabase.migrated();

    private static RunningService service;
    private static ApiSchemas schemas;

    private String id = "";
    private String key = "";

    @BeforeAll
    static void start() throws Exception {
        service = start(DATABASE);
        schemas = ApiSchemas.closed(JSON.readTree(OpenApiDocument.json()));
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
    }

    @BeforeEach
    void another() {
        id = "I-" + UUID.randomUUID();
        key = UUID.randomUUID().toString();
    }

    private static RunningService start(PGSimpleDataSource database) throws Exception {
        return RunningService.start(
                EngineService::loader,
                RunningService.HOME.resolve("rules"),
                database,
                // because a machine that is busy elsewhere may not get to a connection for a while
                Map.of(
                        "rules.rehearsals",
                        "0",
                        "rules.warmUpDecisions",
                        "20",
                        "server.applicationConnectors[0].idleTimeout",
                        "2m"));
    }

    @Test
    void ofManyPostsAtOnceWithOneKeyOneIsCarriedOutAndAllAreAnsweredTheSame() throws Exception {
        String events = "/api/v1/actions/" + escalation() + "/events";

        List<CompletableFuture<HttpResponse<String>>> all = IntStream.range(0, 1_000)
                .mapToObj(n -> service.client()
                        .sendAsync(
                                service.withKey(request("POST", events, "{\"type\":\"ACCEPTED\",\"by\":\"suzuki\"}")
                                                .header(KEY, key))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString()))
                .toList();

        assertThat(all.stream().map(one -> one.join().statusCode())).containsOnly(200);
        assertThat(all.stream().map(one -> one.join().body()).distinct()).hasSize(1);
        assertThat(all.stream()
                        .filter(one -> one.join().headers().firstValue(REPLAYED).isEmpty()))
                .hasSize(1);
        assertThat(count("action_event WHERE told_by = 'suzuki'")).isEqualTo(1);
    }

    @Test
    void aWriteIsAnsweredTheSameAfterARestart() throws Exception {
        PGSimpleDataSource database = TestDatabase.migrated();
        String path = "/api/v1/accounts/" + id;
        HttpResponse<String> first;
        String secret;
        try (RunningService running = start(database)) {
            secret = running.keys().create("crm", Role.CRM, null).secret().reveal();
            first = running.send(putBy(secret, running, path));
            assertThat(first.statusCode()).isEqualTo(201);
        }
        try (RunningService running = start(database)) {
            HttpResponse<String> again = running.send(putBy(secret, running, path));

            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.headers().firstValue("ETag"))
                    .isEqualTo(first.headers().firstValue("ETag"));
            assertThat(again.headers().firstValue("Content-Type"))
                    .isEqualTo(first.headers().firstValue("Content-Type"));
            assertThat(again.headers().firstValue(REPLAYED)).hasValue("true");
            assertThat(running.get(path).headers().firstValue("ETag"))
                    .isEqualTo(first.headers().firstValue("ETag"));
        }
    }

    private HttpRequest.Builder putBy(String secret, RunningService running, String path) {
        return HttpRequest.newBuilder(running.uri(path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + secret)
                .header(KEY, key)
                .PUT(BodyPublishers.ofString("{}"));
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefusedInBothLanguagesAndChangesNothing() throws Exception {
        String path = "/api/v1/accounts/" + id;
        send("PUT", path, "{}");
        String tag = service.get(path).headers().firstValue("ETag").orElseThrow();

        assertReused(send("PUT", path, "{\"account\":{\"employees\":5}}"));
        assertReused(send("PUT", path + "x", "{}"));
        assertReused(send("PATCH", path + "/signals", "{}"));
        assertReused(send("DELETE", path, ""));
        assertReused(service.send(request("PUT", path, "{}").header(KEY, key).header("If-Match", tag)));
        assertReused(bulk("/api/v1/accounts", line(1, "{}")));
        assertThat(JSON.readTree(send("PUT", path + "?lang=ja", "{\"account\":{\"employees\":5}}")
                                .body())
                        .path("detail")
                        .asText())
                .isEqualTo("この Idempotency-Key は、24時間以内に別の内容のリクエストで使われています。"
                        + "再送ならパス・If-Match・本文を最初と同じにし、別の書き込みなら新しいキーを付けてください。");

        assertThat(service.get(path).headers().firstValue("ETag")).hasValue(tag);
        assertThat(service.get(path + "x").statusCode()).isEqualTo(404);
        assertThat(send("PUT", path + "?lang=ja", "{}").headers().firstValue(REPLAYED))
                .hasValue("true");
    }

    @Test
    void twoCallersMayUseTheSameKey() throws Exception {
        String path = "/api/v1/accounts/" + id;
        send("PUT", path, "{}");

        String secret = service.keys().create("crm", Role.CRM, null).secret().reveal();
        HttpResponse<String> other = service.send(putBy(secret, service, path + "x"));

        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(other.headers().firstValue(REPLAYED)).isEmpty();
    }

    @Test
    void whatEndedInAProblemMayBeSentAgain() throws Exception {
        String path = "/api/v1/accounts/" + id;

        assertThat(send("PATCH", path + "/signals", "{\"nps\":1}").statusCode()).isEqualTo(404);
        service.send(request("PUT", path, "{}"));

        HttpResponse<String> again = send("PATCH", path + "/signals", "{\"nps\":1}");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue(REPLAYED)).isEmpty();
    }

    @Test
    void anErasureIsAnsweredTheSameAgain() throws Exception {
        String path = "/api/v1/accounts/" + id;
        service.send(request("PUT", path, "{}"));

        assertThat(send("DELETE", path, "").statusCode()).isEqualTo(204);
        service.send(request("PUT", path, "{}"));

        HttpResponse<String> again = send("DELETE", path, "");
        assertThat(again.statusCode()).isEqualTo(204);
        assertThat(again.headers().firstValue(REPLAYED)).hasValue("true");
        assertThat(service.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyToCallWithIsMadeOnceAndItsSecretShownOnce() throws Exception {
        String name = "once " + key;
        HttpResponse<String> made = send("POST", "/api/v1/keys", "{\"name\":\"" + name + "\",\"role\":\"crm\"}");
        HttpResponse<String> again = send("POST", "/api/v1/keys", "{\"name\":\"" + name + "\",\"role\":\"crm\"}");

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(schemas.faults("ShownKey", made.body())).isEmpty();
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(again.body()).path("code").asText()).isEqualTo("ANSWER_NOT_KEPT");
        assertThat(count("api_key WHERE name = '" + name + "'")).isEqualTo(1);
        assertThat(count("answer WHERE key = '" + key + "' AND body IS NULL")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\tb"})
    void aKeyThatCannotBeIsToldBeforeAnythingIsDone(String wrong) throws Exception {
        HttpResponse<String> answer =
                service.send(request("PUT", "/api/v1/accounts/" + id, "{}").header(KEY, wrong));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).at("/errors/0/field").asText()).isEqualTo(KEY);
        assertThat(schemas.faults("Problem", answer.body())).isEmpty();
        assertThat(service.get("/api/v1/accounts/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void manyLinesThatAreSentAgainAreAnsweredTheSameAndKeptOnce() throws Exception {
        String body = lines(250, n -> n == 120);

        HttpResponse<String> first = bulk("/api/v1/accounts", body);
        HttpResponse<String> again = bulk("/api/v1/accounts", body);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body().lines()).hasSize(250);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(count("change WHERE account_id LIKE '" + id + "%' AND kind = 'ACCOUNT_KEPT'"))
                .isEqualTo(249);
    }

    @Test
    void manyLinesGoOnWhereTheyWereCutOff() throws Exception {
        String body = lines(250, n -> false);
        HttpResponse<String> first = bulk("/api/v1/accounts", body);
        // because that is what a node leaves behind that dies after the first hundred
        execute("DELETE FROM answer WHERE key = '" + key + "' AND part > 1");
        execute("DELETE FROM account WHERE id LIKE '" + id + "%' AND version > (SELECT max(version) FROM ("
                + "SELECT version FROM account WHERE id LIKE '" + id + "%' ORDER BY version LIMIT 100) AS first_ones)");

        HttpResponse<String> again = bulk("/api/v1/accounts", body);

        assertThat(firstLines(again.body())).isEqualTo(firstLines(first.body()));
        assertThat(again.body().lines()).hasSize(250).allMatch(line -> line.contains("\"created\":true"));
        assertThat(count("account WHERE id LIKE '" + id + "%'")).isEqualTo(250);
        assertThat(count("change WHERE account_id LIKE '" + id + "%' AND kind = 'ACCOUNT_KEPT'"))
                .isEqualTo(400);
    }

    private static String firstLines(String body) {
        return body.lines().limit(100).collect(Collectors.joining("\n"));
    }

    @Test
    void otherLinesUnderTheSameKeyAreNotKept() throws Exception {
        String body = lines(250, n -> false);
        bulk("/api/v1/accounts", body);

        String otherAtOnce = body.replaceFirst("\"employees\":1}", "\"employees\":9}");
        assertReused(bulk("/api/v1/accounts", otherAtOnce));
        assertReused(bulk("/api/v1/accounts", body + "\n" + line(999, "{}")));
        assertReused(bulk("/api/v1/signals", body));

        HttpResponse<String> later = bulk("/api/v1/accounts", body.replace("\"employees\":150}", "\"employees\":950}"));
        List<String> results = later.body().lines().toList();
        assertThat(results).hasSize(250);
        assertThat(results.subList(0, 100)).allMatch(line -> line.contains("\"version\""));
        assertThat(results.subList(100, 250)).allMatch(line -> line.contains("IDEMPOTENCY_KEY_REUSED"));
        for (String result : results) {
            assertThat(schemas.faults("WriteResult", result)).isEmpty();
        }
        assertThat(service.get("/api/v1/accounts/" + id + "-150").body()).contains("\"employees\":150");
        assertThat(service.get("/api/v1/accounts/" + id + "-999").statusCode()).isEqualTo(404);
    }

    private String lines(int many, IntPredicate wrong) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(n -> line(n, wrong.test(n) ? "\"employees\":\"many\"" : "\"employees\":" + n))
                .collect(Collectors.joining("\n"));
    }

    private String line(int number, String members) {
        return "{\"account\":{\"id\":\"" + id + "-" + number + "\"" + (members.equals("{}") ? "" : "," + members)
                + "}}";
    }

    private static void assertReused(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("code").asText()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(problem.path("detail").asText())
                .isEqualTo("This Idempotency-Key came with another request within the last 24 hours. To send that one"
                        + " again, keep its path, If-Match and body; for another write, take a new key.");
        assertThat(schemas.faults("Problem", problem)).isEmpty();
    }

    private String escalation() throws Exception {
        assertThat(service.send(request("PUT", "/api/v1/accounts/" + id, OUTAGE))
                        .statusCode())
                .isEqualTo(201);
        service.get("/api/v1/accounts/" + id + "/decision");
        JsonNode actions = JSON.readTree(service.get("/api/v1/accounts/" + id + "/actions?type=SUPPORT_ESCALATION")
                .body());
        return actions.at("/items/0/id").asText();
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return service.send(request(method, path, body).header(KEY, key));
    }

    private HttpResponse<String> bulk(String path, String body) throws Exception {
        return service.send(HttpRequest.newBuilder(service.uri(path))
                .header("Content-Type", "application/x-ndjson")
                .header(KEY, key)
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(service.uri(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
    }

    private static int count(String what) throws SQLException {
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM " + what)) {
            count.next();
            return count.getInt(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
