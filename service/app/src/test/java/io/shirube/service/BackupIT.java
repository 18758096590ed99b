package io.shirube.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
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

    private static final String ACCOUNT = "/api/v1/accounts/A-1";

    @TempDir
    Path folder;

    @Test
    void whatWasKeptIsThereAgainAfterTheFolderWasErased() throws Exception {
        Path configuration = Files.writeString(folder.resolve("config.yml"), "database: {folder: accounts}\n", UTF_8);
        Path backup = folder.resolve("backup.zip");
        String kept;
        try (RunningService service = start()) {
            assertThat(put(service, 320).statusCode()).isEqualTo(201);
            kept = service.get(ACCOUNT).body();
            assertThat(kept).contains("\"employees\":320");
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
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        return ShirubeMain.run(arguments, InputStream.nullInputStream(), nowhere, nowhere);
    }
}
