package io.shirube.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Accounts of a service survive the loss of its data folder. */
class BackupIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHANGES = "/api/v1/changes?after=";
    private static final String ACCOUNT = "/api/v1/accounts/A-1";

    @TempDir
    Path folder;

    @Test
    void whatWasKeptIsThereAgainAfterTheFolderWasErased() throws Exception {
        Path configuration = Files.writeString(folder.resolve("config.yml"), "database: {folder: accounts}\n", UTF_8);
        Path backup = folder.resolve("backup.zip");
        String kept;
        String cursor;
        try (RunningService service = start()) {
            assertThat(put(service, 320).statusCode()).isEqualTo(201);
            kept = service.get(ACCOUNT).body();
            assertThat(kept).contains("\"employees\":320");
            cursor = JSON.readTree(service.get(CHANGES + "now").body())
                    .path("next")
                    .asText();
            assertThat(run("backup", configuration.toString(), "--out", backup.toString()))
                    .as("while the service runs")
                    .isEqualTo(2);
        }
        assertThat(run("backup", configuration.toString(), "--out", backup.toString()))
                .isZero();
        Files.move(folder.resolve("accounts"), folder.resolve("lost"));
        try (RunningService service = start()) {
            assertThat(service.get(ACCOUNT).statusCode()).isEqualTo(404);
        }

        assertThat(run("restore", configuration.toString(), "--in", backup.toString()))
                .isZero();

        try (RunningService service = start()) {
            assertThat(service.get(ACCOUNT).body()).isEqualTo(kept);
            assertThat(put(service, 330).statusCode()).as("it takes writes").isEqualTo(200);
            HttpResponse<String> goneOn = service.get(CHANGES + cursor);
            assertThat(goneOn.statusCode()).as(goneOn.body()).isEqualTo(410);
            assertThat(goneOn.body()).contains("CURSOR_GONE", "after=now");
        }
    }

    private RunningService start() throws Exception {
        return RunningService.start(
                EngineService::loader,
                RunningService.HOME.resolve("rules"),
                new PGSimpleDataSource(),
                Map.of(
                        "database.url", "",
                        "database.folder", folder.resolve("accounts").toString(),
                        "rules.warmUpDecisions", "0",
                        "rules.rehearsals", "0"));
    }

    private static HttpResponse<String> put(RunningService service, int employees)
            throws IOException, InterruptedException {
        return service.send(RunningService.request(service.uri(ACCOUNT), "Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"account\":{\"employees\":" + employees + "},"
                        + "\"signals\":{\"licensedSeats\":{\"value\":100,\"at\":\"2026-11-01\"}}}")));
    }

    private static int run(String... arguments) {
        return new Shell().run(arguments);
    }
}
