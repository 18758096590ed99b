package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.service.auth.Role;
import io.shirube.service.testing.ApiSchemas;
import io.shirube.service.testing.FakeRulesLoader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every operation of the description, asked with every role's key and with none. */
class RolesIT {

    /**
     * The table of roles as it was agreed, by hand: crm works with decisions, accounts, signals, actions; ops reads what a crm may
     * read, and rulesets, and works actions and pins; manager reads everything but keys; admin does everything; the description and
     * its page are everybody's. A new operation needs a row.
     */
    private static final String AGREED = """
            operation                                nobody crm ops manager admin
            GET    /openapi.json                     yes    yes yes yes     yes
            GET    /docs                             yes    yes yes yes     yes
            GET    /api/v1/me                        no     yes yes yes     yes
            POST   /api/v1/decisions                 no     yes yes yes     yes
            POST   /api/v1/decisions/batch           no     yes yes yes     yes
            POST   /api/v1/what-if                   no     yes yes yes     yes
            GET    /api/v1/accounts                  no     yes yes yes     yes
            POST   /api/v1/accounts                  no     yes no  no      yes
            POST   /api/v1/signals                   no     yes no  no      yes
            GET    /api/v1/accounts/{id}             no     yes yes yes     yes
            PUT    /api/v1/accounts/{id}             no     yes no  no      yes
            DELETE /api/v1/accounts/{id}             no     yes no  no      yes
            PATCH  /api/v1/accounts/{id}/signals     no     yes no  no      yes
            GET    /api/v1/accounts/{id}/decision    no     yes yes yes     yes
            GET    /api/v1/accounts/{id}/decisions   no     yes yes yes     yes
            GET    /api/v1/accounts/{id}/timeline    no     yes yes yes     yes
            GET    /api/v1/accounts/{id}/actions     no     yes yes yes     yes
            GET    /api/v1/accounts/{id}/pin         no     yes yes yes     yes
            PUT    /api/v1/accounts/{id}/pin         no     yes yes yes     yes
            DELETE /api/v1/accounts/{id}/pin         no     yes yes yes     yes
            GET    /api/v1/accounts/{id}/uplift      no     yes yes yes     yes
            PUT    /api/v1/accounts/{id}/uplift      no     yes yes yes     yes
            DELETE /api/v1/accounts/{id}/uplift      no     yes yes yes     yes
            GET    /api/v1/actions                   no     yes yes yes     yes
            POST   /api/v1/actions/{id}/events       no     yes yes no      yes
            GET    /api/v1/changes                   no     yes yes yes     yes
            GET    /api/v1/segments                  no     yes yes yes     yes
            GET    /api/v1/capacity                  no     yes yes yes     yes
            GET    /api/v1/rulesets/active           no     no  yes yes     yes
            GET    /api/v1/rulesets/active/rollout   no     no  yes yes     yes
            GET    /api/v1/nodes                     no     no  yes no      yes
            GET    /api/v1/keys                      no     no  no  no      yes
            POST   /api/v1/keys                      no     no  no  no      yes
            POST   /api/v1/keys/{id}/rotation        no     no  no  no      yes
            DELETE /api/v1/keys/{id}                 no     no  no  no      yes
            GET    /api/v1/webhooks                  no     no  no  no      yes
            POST   /api/v1/webhooks                  no     no  no  no      yes
            GET    /api/v1/webhooks/{id}             no     no  no  no      yes
            PATCH  /api/v1/webhooks/{id}             no     no  no  no      yes
            DELETE /api/v1/webhooks/{id}             no     no  no  no      yes
            POST   /api/v1/webhooks/{id}/secrets     no     no  no  no      yes
            POST   /api/v1/webhooks/{id}/test        no     no  no  no      yes
            POST   /api/v1/webhooks/{id}/replay      no     no  no  no      yes
            GET    /api/v1/webhooks/{id}/deliveries  no     no  no  no      yes
            POST   /api/v1/webhooks/{id}/deliveries/{n}/replay no no no no  yes
            GET    /api/v1/audit                     no     no  no  no      yes
            """;

    private static final String NOBODY = "nobody";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path rules;

    @Test
    void everyRoleMayDoWhatTheTableSaysAndNoMore() throws Exception {
        RunningService.save(rules, "a.drl", "good");
        FakeRulesLoader loader = new FakeRulesLoader();
        try (RunningService service = RunningService.start((configuration, metrics, clock) -> loader, rules)) {
            assertThat(lines(found(service))).isEqualTo(lines(AGREED));
        }
    }

    private static String found(RunningService service) throws Exception {
        JsonNode api = JSON.readTree(service.get("/openapi.json").body());
        Map<String, String> keys = new TreeMap<>();
        for (Role role : Role.values()) {
            keys.put(
                    role.code(),
                    service.keys().create(role.code(), role, null).secret().reveal());
        }
        StringBuilder found = new StringBuilder("operation nobody crm ops manager admin\n");
        ApiSchemas schemas = ApiSchemas.closed(api);
        for (String operation : operations(api)) {
            found.append(operation);
            for (String who : List.of(NOBODY, "crm", "ops", "manager", "admin")) {
                found.append(' ').append(may(service, schemas, operation, who, keys.get(who)) ? "yes" : "no");
            }
            found.append('\n');
        }
        return found.toString();
    }

    /** Returns whether somebody is let through, and looks that he who is not is told so rightly. */
    private static boolean may(
            RunningService service, ApiSchemas schemas, String operation, String who, @Nullable String key)
            throws Exception {
        String[] words = operation.split(" ", -1);
        HttpRequest.Builder request = HttpRequest.newBuilder(service.uri(words[1].replaceAll("\\{[a-z]+}", "999999")))
                .method(words[0], BodyPublishers.noBody());
        HttpResponse<String> answer = service.client()
                .send(
                        key == null
                                ? request.build()
                                : request.header("Authorization", "Bearer " + key)
                                        .build(),
                        HttpResponse.BodyHandlers.ofString());
        int status = answer.statusCode();
        assertThat(status).as(operation).isNotIn(405, 406, 415, 429).isLessThan(500);
        if (who.equals(NOBODY)) {
            assertThat(status).as(operation).isNotEqualTo(403);
            assertThat(answer.headers().firstValue("WWW-Authenticate").isPresent())
                    .isEqualTo(status == 401);
        } else {
            assertThat(status).as(operation).isNotEqualTo(401);
        }
        if (status == 401 || status == 403) {
            assertThat(schemas.faults("Problem", answer.body())).isEmpty();
            assertThat(JSON.readTree(answer.body()).path("code").asText())
                    .isEqualTo(status == 401 ? "NO_KEY" : "FORBIDDEN");
        }
        return status != 401 && status != 403;
    }

    private static List<String> operations(JsonNode api) {
        List<String> operations = new ArrayList<>();
        api.path("paths")
                .forEachEntry((path, methods) -> methods.fieldNames()
                        .forEachRemaining(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return operations;
    }

    private static String lines(String table) {
        return table.lines().map(line -> line.replaceAll(" +", " ")).sorted().collect(Collectors.joining("\n"));
    }
}
