package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.service.db.TestDatabase;
import io.shirube.service.openapi.OpenApiDocument;
import io.shirube.service.testing.ApiSchemas;
import io.shirube.service.testing.FakeRulesLoader;
import io.shirube.service.testing.Receiver;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Receivers as administrators look after them, and what reaches them from the running service. */
class WebhookIT {

    private static final String WEBHOOKS = "/api/v1/webhooks";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path rules;

    private static RunningService service;
    private static ApiSchemas schemas;

    private final Receiver receiver = new Receiver(seen -> Receiver.status(204));

    @BeforeAll
    static void start() throws Exception {
        RunningService.save(rules, "a.drl", "good");
        FakeRulesLoader loader = new FakeRulesLoader();
        service = RunningService.start(
                (configuration, metrics, clock) -> loader,
                rules,
                TestDatabase.migrated(),
                Map.of(
                        "webhooks.allowHttp", "true",
                        "webhooks.allowedNetworks", "127.0.0.0/8",
                        "webhooks.pollInterval", "50ms"));
        schemas = ApiSchemas.closed(JSON.readTree(OpenApiDocument.json()));
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
    }

    @AfterEach
    void close() throws Exception {
        for (JsonNode webhook : json(service.get(WEBHOOKS)).path("items")) {
            send("DELETE", WEBHOOKS + "/" + webhook.path("id").asText(), "");
        }
        receiver.close();
    }

    @Test
    void whatTheFeedShowsArrivesSigned() throws Exception {
        JsonNode shown = add("{\"url\":\"" + receiver.url() + "\",\"lang\":\"ja\"}");
        String account = "W-1";
        send("PUT", "/api/v1/accounts/" + account, "{\"account\":{}}");
        send("DELETE", "/api/v1/accounts/" + account, "");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        receiver.seen().stream().anyMatch(seen -> seen.body().contains("account.erased")));

        List<Receiver.Seen> seen = receiver.seen();
        Receiver.Seen last = seen.get(seen.size() - 1);
        assertThat(schemas.faults("ChangeMessage", last.body())).isEmpty();
        JsonNode feed = json(service.get("/api/v1/changes?limit=1000")).path("items");
        assertThat(JSON.readTree(last.body()).path("data")).isEqualTo(feed.get(feed.size() - 1));
        String signature = new com.standardwebhooks.Webhook(shown.path("secret").asText())
                .sign(last.header("webhook-id"), Long.parseLong(last.header("webhook-timestamp")), last.body());
        assertThat(last.header("webhook-signature")).isEqualTo(signature);

        JsonNode deliveries = json(service.get(path(shown) + "/deliveries?state=DELIVERED&limit=1"));
        assertThat(schemas.faults("DeliveryPage", deliveries)).isEmpty();
        assertThat(deliveries.at("/items/0/messageId").asText()).isEqualTo(last.header("webhook-id"));
        assertThat(service.admin("/metrics").body())
                .contains("shirube_webhook_attempts_total{outcome=\"delivered\"}", "shirube_webhook_backlog 0.0");
    }

    @Test
    void isMadeReadChangedRotatedTestedAndRemoved() throws Exception {
        JsonNode shown =
                add("{\"url\":\"" + receiver.url() + "\",\"description\":\"our CRM\",\"kinds\":[\"ACTION_OPENED\"]}");
        assertThat(schemas.faults("ShownWebhook", shown)).isEmpty();
        String path = path(shown);

        HttpResponse<String> changed = send("PATCH", path, "{\"kinds\":null,\"state\":\"PAUSED\",\"lang\":\"ja\"}");
        assertThat(schemas.faults("Webhook", changed.body())).isEmpty();
        assertThat(json(changed).path("state").asText()).isEqualTo("PAUSED");
        assertThat(json(changed).path("kinds").isNull()).isTrue();
        assertThat(json(changed).path("lang").asText()).isEqualTo("ja");
        assertThat(json(changed).path("description").asText()).isEqualTo("our CRM");

        HttpResponse<String> rotated = send("POST", path + "/secrets", "");
        assertThat(rotated.statusCode()).isEqualTo(201);
        assertThat(schemas.faults("ShownWebhook", rotated.body())).isEmpty();
        assertThat(json(rotated).at("/webhook/secrets")).hasSize(2);
        assertThat(json(rotated).at("/webhook/secrets/1/expiresAt").asText()).isEqualTo("2026-11-21T03:00:00Z");
        assertThat(json(rotated).path("secret")).isNotEqualTo(shown.path("secret"));

        HttpResponse<String> tested = send("POST", path + "/test", "");
        assertThat(tested.body()).isEqualTo("{\"delivered\":true,\"status\":204,\"trouble\":null}");
        assertThat(schemas.faults("WebhookTest", tested.body())).isEmpty();
        assertThat(JSON.readTree(receiver.seen().get(0).body()).path("type").asText())
                .isEqualTo("webhook.test");
        assertThat(receiver.seen().get(0).header("webhook-signature").split(" "))
                .hasSize(2);

        HttpResponse<String> read = service.get(path);
        assertThat(read.body()).doesNotContain("whsec_");
        HttpResponse<String> all = service.get(WEBHOOKS);
        assertThat(all.body()).doesNotContain("whsec_");
        assertThat(schemas.faults("Webhooks", all.body())).isEmpty();
        assertThat(json(all).path("items")).contains(json(read));

        HttpResponse<String> replayed = send("POST", path + "/replay", "");
        assertThat(replayed.body()).isEqualTo("{\"replayed\":0}");
        assertThat(schemas.faults("Replayed", replayed.body())).isEmpty();

        assertThat(send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertRefused(service.get(path), 404, "NO_WEBHOOK");
        assertRefused(service.get(path + "/deliveries"), 404, "NO_WEBHOOK");
        assertRefused(send("POST", path + "/test", ""), 404, "NO_WEBHOOK");
    }

    @Test
    void whatWasTakenIsSentAgainOnRequest() throws Exception {
        JsonNode shown = add("{\"url\":\"" + receiver.url() + "\",\"kinds\":[\"ACCOUNT_KEPT\"]}");
        send("PUT", "/api/v1/accounts/W-2", "{\"account\":{}}");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> delivered(shown) == 1);
        String delivery =
                json(service.get(path(shown) + "/deliveries")).at("/items/0/id").asText();

        HttpResponse<String> replayed = send("POST", path(shown) + "/deliveries/" + delivery + "/replay", "");

        assertThat(schemas.faults("Delivery", replayed.body())).isEmpty();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> receiver.seen().size() == 2 && delivered(shown) == 1);
        assertThat(receiver.seen().get(1).header("webhook-id"))
                .isEqualTo(receiver.seen().get(0).header("webhook-id"));
        assertRefused(send("POST", path(shown) + "/deliveries/999999/replay", ""), 404, "NO_DELIVERY");
    }

    @Test
    void whatWaitsIsNotSentOutOfItsTurn() throws Exception {
        receiver.behave(seen -> Receiver.status(500));
        JsonNode shown = add("{\"url\":\"" + receiver.url() + "\",\"kinds\":[\"ACCOUNT_KEPT\"]}");
        send("PUT", "/api/v1/accounts/W-3", "{\"account\":{}}");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            JsonNode delivery = json(service.get(path(shown) + "/deliveries")).at("/items/0");
            return delivery.path("attempts").asInt() == 1;
        });

        JsonNode delivery =
                json(service.get(path(shown) + "/deliveries?state=WAITING")).at("/items/0");
        assertThat(delivery.path("status").asInt()).isEqualTo(500);
        assertThat(delivery.path("trouble").asText()).isEqualTo("STATUS");
        assertThat(delivery.path("nextAt").asText()).startsWith("2026-11-20T03:00:0");
        assertRefused(
                send("POST", path(shown) + "/deliveries/" + delivery.path("id").asText() + "/replay", ""),
                409,
                "DELIVERY_WAITING");
        assertThat(json(service.get(path(shown))).path("failures").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                              | url
            {"url":"ftp://crm.example.com"}                                 | url
            {"url":"crm.example.com/hooks"}                                 | url
            {"url":"https:///hooks"}                                        | url
            {"url":"https://user:secret@crm.example.com"}                   | url
            {"url":"https://crm.example.com/#here"}                         | url
            {"url":"https://crm.example.com:0/"}                            | url
            {"url":"https://crm.example.com:65536/"}                        | url
            {"url":"https://10.0.0.1/hooks"}                                | url
            {"url":"https://[fe80::1]/hooks"}                               | url
            {"url":"https://[::ffff:192.168.0.1]/hooks"}                    | url
            {"url":5}                                                       | url
            {"url":"https://crm.example.com","kinds":["ACTION_OPEN"]}       | kinds
            {"url":"https://crm.example.com","kinds":[]}                    | kinds
            {"url":"https://crm.example.com","kinds":"ACTION_OPENED"}       | kinds
            {"url":"https://crm.example.com","lang":"de"}                   | lang
            {"url":"https://crm.example.com","description":""}              | description
            {"url":"https://crm.example.com","state":"PAUSED"}              | state
            {"url":"https://crm.example.com","uri":"x"}                     | uri
            """)
    void refusesWhatIsNoReceiverAndSaysWhichFieldIsWrong(String body, String field) throws Exception {
        for (String lang : List.of("en", "ja")) {
            HttpResponse<String> answer = service.post(WEBHOOKS + "?lang=" + lang, body);

            assertRefused(answer, 422, "INVALID_WEBHOOK");
            assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo(field);
        }
    }

    @Test
    void aStateThatOnlyTheReceiverBringsAboutCannotBeSet() throws Exception {
        JsonNode shown = add("{\"url\":\"" + receiver.url() + "\"}");

        assertRefused(send("PATCH", path(shown), "{\"state\":\"DISABLED\"}"), 422, "INVALID_WEBHOOK");
        assertRefused(service.get(path(shown) + "/deliveries?state=LOST"), 400, "INVALID_PARAMETER");
    }

    private static long delivered(JsonNode shown) throws Exception {
        return json(service.get(path(shown) + "/deliveries?state=DELIVERED"))
                .path("items")
                .size();
    }

    private static JsonNode add(String body) throws Exception {
        HttpResponse<String> made = service.post(WEBHOOKS, body);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made);
    }

    private static String path(JsonNode shown) {
        return WEBHOOKS + "/" + shown.at("/webhook/id").asText();
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(schemas.faults("Problem", answer.body())).isEmpty();
        assertThat(json(answer).path("code").asText()).isEqualTo(code);
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> send(String method, String path, String body) throws Exception {
        return service.send(HttpRequest.newBuilder(service.uri(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }
}
