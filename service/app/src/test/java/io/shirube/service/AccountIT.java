package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.service.db.TestDatabase;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Accounts that are kept, with the shipped rules. */
@ExtendWith(ShippedService.class)
class AccountIT {

    private static final String DAY = "?asOf=2026-11-20";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MANY = 60;

    private final RunningService service;
    private String id = "";

    AccountIT(RunningService service) {
        this.service = service;
    }

    @BeforeEach
    void another() {
        id = "A-" + UUID.randomUUID();
    }

    @Test
    void aKeptAccountIsDecidedOnLikeOneThatComesWithTheRequest() throws Exception {
        String story = Files.readString(RunningService.HOME.resolve("fixtures/accounts/story-3-upsell-waits.json"));
        JsonNode told = JSON.readTree(story);
        String name = told.at("/account/id").asText();

        HttpResponse<String> put = put(name, story);
        HttpResponse<String> kept = service.get(path(name) + "/decision" + DAY, "Accept-Language", "ja");

        assertThat(put.statusCode()).isEqualTo(201);
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.headers().firstValue("Content-Language")).hasValue("ja");
        assertThat(kept.body())
                .isEqualTo(service.post("/api/v1/decisions" + DAY, story, "Accept-Language", "ja")
                        .body());
    }

    @Test
    void aSignalThatArrivesChangesTheDecisionAndItsTag() throws Exception {
        put(id, "{\"account\":{\"employees\":320},\"contract\":{\"arr\":3000000},\"signals\":{\"licensedSeats\":100}}");
        HttpResponse<String> before = service.get(path(id) + "/decision" + DAY);
        String tag = before.headers().firstValue("ETag").orElseThrow();
        assertThat(service.get(path(id) + "/decision" + DAY, "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);

        HttpResponse<String> patched = patch(id, "{\"activeUsers30d\":{\"value\":41,\"at\":\"2026-11-19\"}}");

        assertThat(patched.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(patched.body()).path("id").asText()).isEqualTo(id);
        assertThat(patched.headers().firstValue("ETag"))
                .hasValue("\"v" + JSON.readTree(patched.body()).path("version") + "\"");
        HttpResponse<String> after = service.get(path(id) + "/decision" + DAY, "If-None-Match", tag);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.body()).isNotEqualTo(before.body()).contains("seatUtilisation");
    }

    @Test
    void olderReadingsNeverOverwriteNewerAndTheLaterOfOneDayStands() throws Exception {
        put(id, "{\"signals\":{\"nps\":[{\"value\":20,\"at\":\"2026-10-01\"}]}}");
        patch(id, "{\"nps\":{\"value\":-50,\"at\":\"2026-04-01\"}}");
        patch(id, "{\"nps\":{\"value\":30,\"at\":\"2026-10-01\"}}");

        JsonNode readings = JSON.readTree(service.get(path(id)).body()).at("/signals/nps");

        assertThat(readings)
                .isEqualTo(
                        JSON.readTree("[{\"value\":-50,\"at\":\"2026-04-01\"},{\"value\":30,\"at\":\"2026-10-01\"}]"));
    }

    @Test
    void aWriteThatExpectsAnotherVersionChangesNothing() throws Exception {
        String first = tag(put(id, "{\"account\":{\"employees\":10}}"));
        String second = tag(put(id, "{\"account\":{\"employees\":20}}"));

        HttpResponse<String> stale = put(id, "{\"account\":{\"employees\":30}}", "If-Match", first);
        HttpResponse<String> fresh = put(id, "{\"account\":{\"employees\":40}}", "If-Match", second);

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.body()).contains("VERSION_CHANGED");
        assertThat(fresh.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(service.get(path(id)).body())
                        .at("/account/employees")
                        .asInt())
                .isEqualTo(40);
    }

    @Test
    void readingsAndErasureExpectAVersionToo() throws Exception {
        String first = tag(put(id, "{}"));
        String second = tag(patch(id, "{\"nps\":1}"));

        assertThat(patch(id, "{\"nps\":2}", "If-Match", first).body()).contains("VERSION_CHANGED");
        assertThat(delete(id, "If-Match", first).statusCode()).isEqualTo(412);
        assertThat(delete(id, "If-Match", "v1").statusCode()).isEqualTo(400);
        assertThat(tag(service.get(path(id)))).isEqualTo(second);

        String third = tag(patch(id, "{\"nps\":2}", "If-Match", second));
        assertThat(patch(id, "{\"nps\":3}", "If-Match", "*").statusCode()).isEqualTo(200);
        assertThat(delete(id, "If-Match", third).statusCode()).isEqualTo(412);
        assertThat(delete(id, "If-Match", "*").statusCode()).isEqualTo(204);
        assertThat(delete(id, "If-Match", "*").statusCode()).isEqualTo(412);
        assertThat(patch(id, "{\"nps\":3}", "If-Match", "*").statusCode()).isEqualTo(412);
        assertThat(patch(id, "{\"nps\":3}").statusCode()).isEqualTo(404);
    }

    @Test
    void noVersionComesTwiceNotEvenAfterErasing() throws Exception {
        String before = tag(put(id, "{\"account\":{\"employees\":10}}"));
        delete(id);

        assertThat(put(id, "{\"account\":{\"employees\":20}}", "If-Match", "*").statusCode())
                .isEqualTo(412);
        assertThat(put(id, "{\"account\":{\"employees\":20}}").statusCode()).isEqualTo(201);
        assertThat(put(id, "{\"account\":{\"employees\":30}}", "If-Match", before)
                        .statusCode())
                .isEqualTo(412);
        assertThat(service.get(path(id), "If-None-Match", before).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"signals\":{\"nps\":[{\"value\":1,\"at\":\"2026-10-01\"},{\"value\":2,\"at\":\"2026-10-01\"}]}}",
                "{\"signals\":{\"/nps/x\":1,\"nps\":20,\"/a/b\":3}}",
                "{\"signals\":{\"nps\":{\"value\":2,\"at\":\"2027-10-01\"}}}",
                "{\"contract\":{\"arr\":1e-20000},\"signals\":{\"made\":1e-1500}}",
                "{\"account\":{\"name\":\"a\\\\u0000b\"}}"
            })
    void whatIsOddButSoundIsKeptAndDecidedOn(String body) throws Exception {
        assertThat(put(id, body).statusCode()).isEqualTo(201);
        assertThat(put(id, body).statusCode()).isEqualTo(200);

        HttpResponse<String> kept = service.get(path(id));
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(service.get(path(id) + "/decision").statusCode()).isEqualTo(200);
        assertThat(put(id, kept.body()).statusCode()).isEqualTo(200);
        assertThat(service.get(path(id)).body()).isEqualTo(kept.body());
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void anErasedAccountIsGone() throws Exception {
        put(id, "{\"signals\":{\"nps\":20}}");

        assertThat(delete(id).statusCode()).isEqualTo(204);

        assertThat(service.get(path(id)).statusCode()).isEqualTo(404);
        assertThat(service.get(path(id) + "/decision").body()).contains("NO_ACCOUNT");
        assertThat(patch(id, "{\"nps\":1}").statusCode()).isEqualTo(404);
        assertThat(delete(id).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"account":{"id":"other"}}                   | 422 | account.id
            {"account":{"employees":"many"}}             | 422 | account.employees
            {"acount":{}}                                | 422 | acount
            {"signals":{"nps":700}}                      | 422 | signals.nps
            {"account":{"name":"a\\u0000b"}}             | 422 |
            {"account":{"employees":1e999}}              | 422 | account.employees
            {"account":{"employees":1,"employees":2}}    | 422 | account.employees
            {"account":{"name":"a\\ud800b"}}             | 422 | account.name
            {"signals":{"nps":{"value":700,"at":"2027-01-01"}}} | 422 | signals.nps
            {"account":                                  | 400 | account
            []                                           | 422 |
            """)
    void whatCannotBeDecidedOnIsNotKept(String body, int status, String field) throws Exception {
        HttpResponse<String> answer = put(id, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).at("/errors/0/field").asText()).isEqualTo(field == null ? "" : field);
        assertThat(service.get(path(id)).statusCode()).isEqualTo(404);
    }

    @Test
    void anAccountThatWouldGrowBeyondWhatCanBeDecidedOnIsRefusedWithWhatToTry() throws Exception {
        put(id, "{}");
        // 904,000 bytes as the database writes them, of which 37 are below 32 MiB and 38 above
        String texts = "[\"" + String.join("\",\"", Collections.nCopies(1000, "a".repeat(900))) + "\"]";
        HttpResponse<String> answer = patch(id, "{\"nps\":20}");
        for (int day = 1; answer.statusCode() == 200 && day <= 40; day++) {
            String at = LocalDate.of(2026, 9, 1).plusDays(day).toString();
            answer = patch(id, "{\"made\":{\"value\":" + texts + ",\"at\":\"" + at + "\"}}");
        }

        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("signals");
        assertThat(problem.path("detail").asText()).contains("32 MiB").contains("database.retention.readings");
        assertThat(JSON.readTree(service.get(path(id)).body()).at("/signals/made"))
                .hasSize(37);
        assertThat(service.get(path(id) + "/decision").statusCode()).isEqualTo(200);
    }

    @Test
    void everythingIsThereAfterARestart() throws Exception {
        PGSimpleDataSource database = TestDatabase.migrated();
        String told;
        try (RunningService first = start(database)) {
            assertThat(putTo(first, id, "{\"account\":{\"name\":\"株式会社あ\"},\"signals\":{\"nps\":20}}"))
                    .isEqualTo(201);
            told = first.get(path(id)).body();
            putMany(first);
            assertThat(keptIn(database)).isEqualTo(1 + MANY);
        }
        try (RunningService second = start(database)) {
            assertThat(IntStream.range(0, MANY).mapToObj(n -> id + n)).allSatisfy(name -> {
                HttpResponse<String> found = second.get(path(name));
                assertThat(found.statusCode())
                        .as("%s of %s kept: %s", name, keptIn(database), found.body())
                        .isEqualTo(200);
            });
            assertThat(second.get(path(id)).body()).isEqualTo(told).contains("株式会社あ");
        }
    }

    /** All at once, so that every connection there is has its share. */
    private void putMany(RunningService target) {
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, MANY)
                .mapToObj(n -> target.client()
                        .sendAsync(
                                target.withKey(putting(target, id + n, "{}")).build(),
                                HttpResponse.BodyHandlers.ofString()))
                .toList();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode())
                        .as(answer.join().body())
                        .isEqualTo(201));
    }

    private static int putTo(RunningService target, String account, String body)
            throws IOException, InterruptedException {
        return target.send(putting(target, account, body)).statusCode();
    }

    private static HttpRequest.Builder putting(RunningService target, String account, String body) {
        return RunningService.request(target.uri(path(account)))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body));
    }

    /** How many accounts the database holds, whatever a service says. */
    private static int keptIn(PGSimpleDataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM account")) {
            count.next();
            return count.getInt(1);
        }
    }

    private static RunningService start(PGSimpleDataSource database) throws Exception {
        return RunningService.start(
                EngineService::loader, RunningService.HOME.resolve("rules"), database, Map.of("rules.rehearsals", "0"));
    }

    private static String path(String id) {
        return "/api/v1/accounts/" + id;
    }

    private HttpResponse<String> put(String account, String body, String... headers)
            throws IOException, InterruptedException {
        return service.send(RunningService.request(service.uri(path(account)), headers)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> patch(String account, String body, String... headers)
            throws IOException, InterruptedException {
        return service.send(RunningService.request(service.uri(path(account) + "/signals"), headers)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> delete(String account, String... headers) throws IOException, InterruptedException {
        return service.send(
                RunningService.request(service.uri(path(account)), headers).DELETE());
    }
}
