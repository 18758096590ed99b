package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many accounts and readings at once, and the list of accounts, with the shipped rules. */
@ExtendWith(ShippedService.class)
class BookIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NDJSON = "application/x-ndjson";

    private final RunningService service;
    private String book = "";

    BookIT(RunningService service) {
        this.service = service;
    }

    @BeforeEach
    void another() {
        book = "B" + UUID.randomUUID().toString().replace("-", "");
    }

    @Test
    void everyLineHasItsResultAndAWrongOneHarmsNoOther() throws Exception {
        List<JsonNode> results = lines(post(
                "/accounts",
                String.join(
                        "\n",
                        account(1, "\"name\":\"株式会社あ\",\"employees\":320"),
                        "{\"account\":{\"employees\":5}}",
                        "",
                        account(2, "\"employees\":\"many\""),
                        "{nonsense",
                        account(3, "\"employees\":8"))));

        assertThat(results).extracting(line -> line.path("line").asInt()).containsExactly(1, 2, 4, 5, 6);
        assertThat(results.get(0).path("id").asText()).isEqualTo(book + 1);
        assertThat(results.get(0).path("created").asBoolean()).isTrue();
        assertThat(results.get(1).at("/error/field").asText()).isEqualTo("account.id");
        assertThat(results.get(2).at("/error/field").asText()).isEqualTo("account.employees");
        assertThat(results.get(3).at("/error/code").asText()).isEqualTo("INVALID_JSON");
        assertThat(results.get(4).path("version").asLong()).isPositive();
        assertThat(service.get("/api/v1/accounts/" + book + 1).body()).contains("株式会社あ");
        assertThat(service.get("/api/v1/accounts/" + book + 2).statusCode()).isEqualTo(404);
    }

    @Test
    void readingsReachAccountsThatAreKept() throws Exception {
        post("/accounts", account(1, "\"employees\":320"));

        List<JsonNode> results = lines(post(
                "/signals",
                String.join(
                        "\n",
                        signals(1, "\"nps\":{\"value\":20,\"at\":\"2026-10-01\"}"),
                        signals(1, "\"nps\":{\"value\":30,\"at\":\"2026-10-01\"}"),
                        signals(2, "\"nps\":20"),
                        signals(1, "\"nps\":900"),
                        "{\"account\":{\"id\":\"" + book + "1\"},\"tickets\":[]}")));

        assertThat(results.get(0).has("version")).isTrue();
        assertThat(results.get(2).at("/error/code").asText()).isEqualTo("NO_ACCOUNT");
        assertThat(results.get(3).at("/error/field").asText()).isEqualTo("signals.nps");
        assertThat(results.get(4).at("/error/field").asText()).isEqualTo("tickets");
        assertThat(JSON.readTree(service.get("/api/v1/accounts/" + book + 1).body())
                        .at("/signals/nps"))
                .isEqualTo(JSON.readTree("[{\"value\":30,\"at\":\"2026-10-01\"}]"));
    }

    @Test
    void manyAtOnceInOppositeOrdersWaitForNobodyForEver() throws Exception {
        List<String> lines = new ArrayList<>();
        IntStream.range(100, 200).forEach(n -> lines.add(account(n, "\"employees\":" + n)));
        post("/accounts", String.join("\n", lines));
        List<String> reversed = new ArrayList<>(lines);
        Collections.reverse(reversed);

        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 8)
                .mapToObj(n -> service.client()
                        .sendAsync(
                                service.withKey(RunningService.request(service.uri("/api/v1/accounts"))
                                                .header("Content-Type", NDJSON)
                                                .POST(BodyPublishers.ofString(
                                                        String.join("\n", n % 2 == 0 ? lines : reversed))))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString()))
                .toList();

        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            assertThat(lines(answer.join())).hasSize(100).allMatch(line -> line.has("version"));
        }
    }

    @Test
    void theListIsFilteredAndComesInPages() throws Exception {
        post(
                "/accounts",
                String.join(
                        "\n",
                        account(1, "\"name\":\"みなと商事\",\"employees\":2000"),
                        account(2, "\"name\":\"Minato Foods\",\"employees\":3"),
                        account(3, "\"employees\":3")));
        String touch = "";
        for (int n = 3; n >= 1; n--) {
            JsonNode decision = JSON.readTree(
                    service.get("/api/v1/accounts/" + book + n + "/decision").body());
            touch = decision.at("/segment/touch").asText();
        }

        assertThat(ids("q=" + book)).containsExactly(book + 1, book + 2, book + 3);
        for (String any : List.of("HIGH", "LOW", "TECH")) {
            assertThat(ids("touch=" + any + "&q=" + book).contains(book + 1)).isEqualTo(any.equals(touch));
        }
        assertThat(ids("band=UNKNOWN&q=" + book)).hasSize(3);
        assertThat(ids("stage=LAPSED&q=" + book)).isEmpty();
        assertThat(ids("q=minato%20FOODS")).contains(book + 2);
        JsonNode first =
                JSON.readTree(service.get("/api/v1/accounts?limit=2&q=" + book).body());
        assertThat(first.at("/items/0/name").asText()).isEqualTo("みなと商事");
        assertThat(first.at("/items/0/decidedOn").asText()).isEqualTo("2026-11-20");
        JsonNode second = JSON.readTree(service.get("/api/v1/accounts?limit=2&q=" + book + "&cursor="
                        + first.path("next").asText())
                .body());
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor=%25", "limit=0", "limit=1001", "limit=x"})
    void aParameterOfTheListThatCannotBeIsNamed(String query) throws Exception {
        HttpResponse<String> answer = service.get("/api/v1/accounts?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).at("/errors/0/field").asText()).isEqualTo(query.replaceAll("=.*", ""));
    }

    private String account(int number, String members) {
        return "{\"account\":{\"id\":\"" + book + number + "\"," + members + "}}";
    }

    private String signals(int number, String members) {
        return "{\"account\":{\"id\":\"" + book + number + "\"},\"signals\":{" + members + "}}";
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return service.send(RunningService.request(service.uri("/api/v1" + path))
                .header("Content-Type", NDJSON)
                .POST(BodyPublishers.ofString(body)));
    }

    private static List<JsonNode> lines(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : answer.body().lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private List<String> ids(String query) throws Exception {
        List<String> ids = new ArrayList<>();
        JSON.readTree(service.get("/api/v1/accounts?" + query).body())
                .path("items")
                .forEach(account -> ids.add(account.path("id").asText()));
        return ids;
    }
}
