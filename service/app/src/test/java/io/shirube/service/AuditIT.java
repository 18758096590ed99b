package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.service.auth.Keys;
import io.shirube.service.auth.Role;
import io.shirube.service.openapi.OpenApiDocument;
import io.shirube.service.testing.ApiSchemas;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who wrote what, with the shipped rules on 2026-11-20. */
@ExtendWith(ShippedService.class)
class AuditIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningService service;
    private final ApiSchemas schemas;
    private final Keys.Shown crm;
    private String id = "";

    AuditIT(RunningService service) throws Exception {
        this.service = service;
        this.schemas = ApiSchemas.closed(JSON.readTree(OpenApiDocument.json()));
        this.crm = service.keys().create("our CRM", Role.CRM, null);
    }

    @BeforeEach
    void another() {
        id = "U-" + UUID.randomUUID();
    }

    @Test
    void anAccountIsNotedWithWhatDiffersBeforeAndAfter() throws Exception {
        send("PUT", path(""), "{\"account\":{\"employees\":10},\"contract\":{\"arr\":5}}");
        HttpResponse<String> answer = send(
                "PUT", path(""), "{\"account\":{\"employees\":20},\"contract\":{\"arr\":5},\"signals\":{\"nps\":7}}");

        List<JsonNode> records = audit("account=" + id);

        assertThat(records).hasSize(2);
        JsonNode second = records.get(0);
        assertThat(second.path("deed").asText()).isEqualTo("ACCOUNT_KEPT");
        assertThat(second.path("deedLabel").asText()).isEqualTo("Account kept");
        assertThat(second.at("/by/key").asLong()).isEqualTo(crm.key().id());
        assertThat(second.at("/by/name").asText()).isEqualTo("our CRM");
        assertThat(answer.headers().firstValue("X-Request-Id"))
                .contains(second.at("/by/request").asText());
        assertThat(second.path("before"))
                .isEqualTo(JSON.readTree("{\"account\":{\"employees\":10,\"id\":\"" + id + "\"}}"));
        assertThat(second.path("after"))
                .isEqualTo(JSON.readTree("{\"account\":{\"employees\":20,\"id\":\"" + id
                        + "\"},\"signals\":{\"nps\":[{\"value\":7,\"at\":\"2026-11-20\"}]}}"));
        assertThat(records.get(1).path("before").isNull()).isTrue();
        assertThat(records.get(1).path("after"))
                .isEqualTo(JSON.readTree(
                        "{\"account\":{\"employees\":10,\"id\":\"" + id + "\"},\"contract\":{\"arr\":5}}"));
    }

    @Test
    void readingsAreNotedWithWhatStoodOnTheirDays() throws Exception {
        send("PUT", path(""), "{}");
        send("PATCH", path("/signals"), "{\"nps\":{\"value\":20,\"at\":\"2026-10-01\"}}");
        send(
                "PATCH",
                path("/signals"),
                "{\"nps\":[{\"value\":30,\"at\":\"2026-10-01\"},{\"value\":40,\"at\":\"2026-11-01\"}]}");

        JsonNode record = audit("account=" + id).get(0);

        assertThat(record.path("deed").asText()).isEqualTo("SIGNALS_ADDED");
        assertThat(record.path("before"))
                .isEqualTo(JSON.readTree("{\"signals\":{\"nps\":[{\"value\":20,\"at\":\"2026-10-01\"}]}}"));
        assertThat(record.path("after"))
                .isEqualTo(JSON.readTree("{\"signals\":{\"nps\":[{\"value\":30,\"at\":\"2026-10-01\"},"
                        + "{\"value\":40,\"at\":\"2026-11-01\"}]}}"));
    }

    @Test
    void everyLineOfABulkIsNotedInItsOrder() throws Exception {
        String one = "{\"account\":{\"id\":\"" + id + "\",\"employees\":%d}}";
        bulk("/api/v1/accounts", one.formatted(1) + "\n{nonsense\n" + one.formatted(2));
        bulk(
                "/api/v1/signals",
                "{\"account\":{\"id\":\"" + id + "\"},\"signals\":{\"nps\":{\"value\":1,\"at\":\"2026-10-01\"}}}\n"
                        + "{\"account\":{\"id\":\"" + id
                        + "\"},\"signals\":{\"nps\":{\"value\":2,\"at\":\"2026-10-01\"}}}");

        List<JsonNode> records = audit("account=" + id);

        assertThat(records).hasSize(4);
        assertThat(records.get(0).at("/before/signals/nps/0/value").asInt()).isEqualTo(1);
        assertThat(records.get(0).at("/after/signals/nps/0/value").asInt()).isEqualTo(2);
        assertThat(records.get(1).path("before").isEmpty()).isTrue();
        assertThat(records.get(2).at("/before/account/employees").asInt()).isEqualTo(1);
        assertThat(records.get(2).at("/after/account/employees").asInt()).isEqualTo(2);
        assertThat(records.get(3).path("before").isNull()).isTrue();
        assertThat(JSON.readTree(service.get(path("")).body()).at("/signals/nps/0/value"))
                .isEqualTo(JSON.readTree("2"));
    }

    @Test
    void whatPeopleTellOfAnActionIsNoted() throws Exception {
        send(
                "PUT",
                path(""),
                "{\"account\":{\"employees\":320},\"tickets\":[{\"id\":\"T1\",\"severity\":1,"
                        + "\"openedAt\":\"2026-11-19\",\"closedAt\":null,\"kind\":\"INCIDENT\"}]}");
        service.get(path("/decision"));
        String action = JSON.readTree(
                        service.get(path("/actions?type=SUPPORT_ESCALATION")).body())
                .at("/items/0/id")
                .asText();
        send("POST", "/api/v1/actions/" + action + "/events", "{\"type\":\"ASSIGNED\",\"to\":\"suzuki\"}");

        JsonNode record = audit("account=" + id).get(0);

        assertThat(record.path("deed").asText()).isEqualTo("ACTION_ASSIGNED");
        assertThat(record.path("actionId").asText()).isEqualTo(action);
        assertThat(record.at("/before/owner").isNull()).isTrue();
        assertThat(record.at("/before/state").asText()).isEqualTo("OPEN");
        assertThat(record.at("/after/owner").asText()).isEqualTo("suzuki");
        assertThat(record.at("/after/event/to").asText()).isEqualTo("suzuki");
    }

    @Test
    void whatPeopleSettleForAnAccountIsNotedAndCarriedOutOnce() throws Exception {
        send("PUT", path(""), "{}");
        String pin = "{\"touch\":\"%s\",\"reason\":\"asked for\",\"by\":\"sato\",\"expiresOn\":\"2027-01-31\"}";
        send("PUT", path("/pin"), pin.formatted("HIGH"));
        HttpResponse<String> second = settle(pin.formatted("LOW"));
        HttpResponse<String> again = settle(pin.formatted("LOW"));
        send("DELETE", path("/pin"), "");

        assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(second.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        List<JsonNode> records = audit("account=" + id);
        assertThat(records)
                .extracting(record -> record.path("deed").asText())
                .containsExactly("PIN_REMOVED", "PIN_SET", "PIN_SET", "ACCOUNT_KEPT");
        assertThat(records)
                .extracting(record -> record.at("/before/touch").asText() + ">"
                        + record.at("/after/touch").asText())
                .containsExactly("LOW>", "HIGH>LOW", ">HIGH", ">");
    }

    private HttpResponse<String> settle(String pin) throws Exception {
        return service.send(request("PUT", path("/pin"), pin).header("Idempotency-Key", id));
    }

    @Test
    void keysAreNotedWithoutWhatProvesThem() throws Exception {
        JsonNode made = JSON.readTree(service.post("/api/v1/keys", "{\"name\":\"made\",\"role\":\"ops\"}")
                .body());
        String key = made.at("/key/id").asText();
        String rotated = service.post("/api/v1/keys/" + key + "/rotation", "").body();
        service.send(HttpRequest.newBuilder(service.uri("/api/v1/keys/" + key)).DELETE());

        List<JsonNode> records = audit("limit=1000").stream()
                .filter(record -> record.path("keyId").asText().equals(key))
                .toList();

        assertThat(records)
                .extracting(record -> record.path("deed").asText())
                .containsExactly("KEY_REVOKED", "KEY_ROTATED", "KEY_CREATED");
        assertThat(records.get(0).at("/before/revokedAt").isNull()).isTrue();
        assertThat(records.get(0).at("/after/revokedAt").asText()).startsWith("2026-11-20T03:00:00");
        assertThat(records.get(1).at("/before/secrets")).hasSize(1);
        assertThat(records.get(1).at("/after/secrets")).hasSize(2);
        assertThat(records.get(2).at("/after/name").asText()).isEqualTo("made");
        assertThat(records.get(2).at("/by/name").asText()).isEqualTo("test");
        assertThat(records.toString())
                .doesNotContain("shk_")
                .doesNotContain(made.path("secret").asText().substring(4, 10))
                .doesNotContain(JSON.readTree(rotated).path("secret").asText().substring(4, 10));
    }

    @Test
    void receiversAreNotedWithoutTheirSecretsAndMadeOnce() throws Exception {
        String body = "{\"url\":\"https://example.org/" + id + "\"}";
        HttpResponse<String> made =
                service.send(request("POST", "/api/v1/webhooks", body).header("Idempotency-Key", id));
        HttpResponse<String> again =
                service.send(request("POST", "/api/v1/webhooks", body).header("Idempotency-Key", id));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(409);
        JsonNode shown = JSON.readTree(made.body());
        String webhook = "/api/v1/webhooks/" + shown.findValue("id").asText();
        service.send(request("PATCH", webhook, "{\"description\":\"our CRM\"}"));
        service.send(request("POST", webhook + "/secrets", "{}"));
        service.send(request("DELETE", webhook, ""));

        List<JsonNode> records = audit("limit=1000").stream()
                .filter(record -> record.toString().contains(id))
                .toList();

        assertThat(records)
                .extracting(record -> record.path("deed").asText())
                .containsExactly("WEBHOOK_REMOVED", "WEBHOOK_ROTATED", "WEBHOOK_CHANGED", "WEBHOOK_ADDED");
        assertThat(records.get(2).at("/before/description").isNull()).isTrue();
        assertThat(records.get(2).at("/after/description").asText()).isEqualTo("our CRM");
        assertThat(records.get(2).at("/after/secrets")).isEqualTo(records.get(2).at("/before/secrets"));
        JsonNode before = records.get(1).at("/before/secrets");
        JsonNode after = records.get(1).at("/after/secrets");
        assertThat(before).hasSize(1);
        assertThat(before.at("/0/createdAt").asText()).startsWith("2026-11-20T03:00:00");
        assertThat(before.at("/0/expiresAt").isNull()).isTrue();
        assertThat(after).as("the new one and the one before, which ends").hasSize(2);
        assertThat(after.at("/0/expiresAt").isNull()).isTrue();
        assertThat(after.at("/1/createdAt")).isEqualTo(before.at("/0/createdAt"));
        assertThat(after.at("/1/expiresAt").asText()).startsWith("2026-11-21T03:00:00");
        assertThat(records.get(0).at("/before/secrets")).hasSize(2);
        assertThat(records.toString()).doesNotContain("whsec_");
    }

    @Test
    void whatIsErasedLeavesWhoAndWhenButNoValues() throws Exception {
        send("PUT", path(""), "{\"account\":{\"name\":\"株式会社あ\"}}");
        send("PATCH", path("/signals"), "{\"nps\":1}");
        send("DELETE", path(""), "");

        List<JsonNode> records = audit("account=" + id);

        assertThat(records)
                .extracting(record -> record.path("deed").asText())
                .containsExactly("ACCOUNT_ERASED", "SIGNALS_ADDED", "ACCOUNT_KEPT");
        assertThat(records).allSatisfy(record -> {
            assertThat(record.path("before").isNull()).isTrue();
            assertThat(record.path("after").isNull()).isTrue();
            assertThat(record.at("/by/name").asText()).isEqualTo("our CRM");
        });
    }

    @Test
    void aWriteThatIsRefusedIsNotNoted() throws Exception {
        assertThat(send("PATCH", path("/signals"), "{\"nps\":1}").statusCode()).isEqualTo(404);
        assertThat(send("PUT", path(""), "{\"account\":{\"employees\":\"many\"}}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(send("DELETE", path(""), "").statusCode()).isEqualTo(404);

        assertThat(audit("account=" + id)).isEmpty();
    }

    @Test
    void theListIsFilteredAndComesInPages() throws Exception {
        for (int n = 0; n < 5; n++) {
            send("PUT", path(""), "{\"account\":{\"employees\":" + n + "}}");
        }
        service.send(request("PUT", path(""), "{}"));
        List<JsonNode> own = audit("key=" + crm.key().id());
        assertThat(own).hasSize(5);
        assertThat(audit("account=" + id)).hasSize(6);
        assertThat(audit("account=" + id + "&key=" + crm.key().id())).isEqualTo(own);

        String third = URLEncoder.encode(own.get(2).path("at").asText(), StandardCharsets.UTF_8);
        assertThat(audit("key=" + crm.key().id() + "&since=" + third)).isEqualTo(own.subList(0, 3));
        assertThat(audit("key=" + crm.key().id() + "&since=2100-01-01")).isEmpty();
        assertThat(audit("key=" + crm.key().id() + "&since=2026-01-01")).hasSize(5);

        List<JsonNode> paged = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = JSON.readTree(
                    service.get("/api/v1/audit?limit=2&key=" + crm.key().id() + next)
                            .body());
            page.path("items").forEach(paged::add);
            next = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asText();
        } while (!next.isEmpty());
        assertThat(paged).isEqualTo(own);
    }

    @Test
    void itSpeaksJapaneseToo() throws Exception {
        send("PUT", path(""), "{}");

        HttpResponse<String> answer = service.get("/api/v1/audit?lang=ja&account=" + id);

        assertThat(answer.headers().firstValue("Content-Language")).hasValue("ja");
        assertThat(JSON.readTree(answer.body()).at("/items/0/deedLabel").asText())
                .isEqualTo("顧客を保存");
    }

    @ParameterizedTest
    @CsvSource({
        "key=x, key",
        "key=-1, key",
        "since=yesterday, since",
        "since=2026-13-01, since",
        "since=2026-11-20T00:00, since",
        "account=%00, account",
        "cursor=x, cursor",
        "limit=0, limit"
    })
    void aParameterThatCannotBeIsNamed(String query, String parameter) throws Exception {
        HttpResponse<String> answer = service.get("/api/v1/audit?" + query);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).at("/errors/0/field").asText()).isEqualTo(parameter);
    }

    private List<JsonNode> audit(String query) throws Exception {
        HttpResponse<String> answer = service.get("/api/v1/audit?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(schemas.faults("AuditPage", answer.body())).isEmpty();
        List<JsonNode> records = new ArrayList<>();
        JSON.readTree(answer.body()).path("items").forEach(records::add);
        return records;
    }

    private String path(String rest) {
        return "/api/v1/accounts/" + id + rest;
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return service.send(request(method, path, body)
                .header("Authorization", "Bearer " + crm.secret().reveal()));
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(service.uri(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
    }

    private void bulk(String path, String body) throws Exception {
        HttpResponse<String> answer = service.send(HttpRequest.newBuilder(service.uri(path))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
