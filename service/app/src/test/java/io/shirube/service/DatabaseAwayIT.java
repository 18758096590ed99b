package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shirube.service.db.TestDatabase;
import io.shirube.service.testing.Line;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What the service says while its database is away, and that it finds its way back. */
class DatabaseAwayIT {

    private static final String ACCOUNT = "/api/v1/accounts/A-1";

    @Test
    void whileTheDatabaseIsAwayItIsNotReadyRefusesWritesAndStillDecides() throws Exception {
        PGSimpleDataSource database = TestDatabase.migrated();
        try (Line line = Line.to(database.getPortNumbers()[0])) {
            database.setPortNumbers(new int[] {line.port()});
            try (RunningService service = RunningService.start(
                    EngineService::loader,
                    RunningService.HOME.resolve("rules"),
                    database,
                    Map.of("rules.rehearsals", "0"))) {
                assertThat(put(service).statusCode()).isEqualTo(201);
                assertThat(service.admin("/ready").statusCode()).isEqualTo(200);
                assertThat(service.admin("/healthcheck").statusCode()).isEqualTo(200);

                line.cut();
                assertAway(service);
                assertThat(putOnce(service).statusCode()).isEqualTo(503);

                line.mend();
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> service.admin("/ready").statusCode() == 200
                                && service.get(ACCOUNT).statusCode() == 200);
                assertThat(put(service).statusCode()).isEqualTo(200);
                HttpResponse<String> once = putOnce(service);
                assertThat(once.statusCode()).isEqualTo(200);
                assertThat(once.headers().firstValue("Idempotency-Replayed")).isEmpty();
                assertThat(putOnce(service).headers().firstValue("Idempotency-Replayed"))
                        .hasValue("true");
            }
        }
    }

    private static void assertAway(RunningService service) throws Exception {
        HttpResponse<String> refused = put(service);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(refused.body()).contains("\"UNAVAILABLE\"");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(service.get(ACCOUNT).statusCode()).isEqualTo(503);
        assertThat(service.admin("/ready").statusCode()).isEqualTo(503);
        assertThat(service.admin("/ready").body())
                .contains("\"ready\":false")
                .contains("The database does not answer")
                .contains("データベースが応答しません");
        assertThat(service.admin("/healthcheck").statusCode()).isEqualTo(500);
        assertThat(service.post("/api/v1/decisions", "{\"account\":{\"id\":\"A-1\"}}")
                        .statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> putOnce(RunningService service) throws Exception {
        return put(service, "Idempotency-Key", "while the database is away");
    }

    private static HttpResponse<String> put(RunningService service, String... headers) throws Exception {
        return service.send(RunningService.request(service.uri(ACCOUNT), headers)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{}")));
    }
}
