package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program from its start to Ctrl-C, as a process. Windows knows neither these signals nor their exit codes. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it stops the program by signals that only other systems have")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class LifeCycleIT {

    private static final int SIGINT_EXIT = 130;
    private static final int SIGTERM_EXIT = 143;

    private static final Pattern CURL =
            Pattern.compile("curl -sS '([^']+)' -H 'Authorization: (Bearer shk_[0-9A-Za-z]{43})'"
                    + " -H 'Content-Type: application/json' --data-binary '@([^']+)'");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private ProgramHome program;
    private final List<Process> others = new ArrayList<>();

    @BeforeEach
    void makeAHome() throws IOException {
        program = new ProgramHome(folder);
    }

    @AfterEach
    void endWhatATestLeft() throws InterruptedException {
        others.forEach(Process::destroyForcibly);
        program.close();
    }

    @Test
    void demoIsReadyOnceItsRulesArePrintsALineThatWorksAndLeavesNothingBehind() throws Exception {
        List<String> files = files(program.path());
        String key = program.key();
        Process demo = program.start("demo", "--port", "" + program.port(), "--admin-port", "" + program.adminPort());

        ProgramHome.waitUntil(() -> program.status(program.adminPort(), "/ready") == 200);
        assertThat(refereed()).isPositive();

        ProgramHome.waitUntil(() -> CURL.matcher(program.out()).find());
        String told = program.out();
        assertThat(told)
                .contains("http://127.0.0.1:" + program.port())
                .contains("http://127.0.0.1:" + program.adminPort() + "/healthcheck")
                .contains(program.path().resolve("rules").toString());
        String printed = assertPrintedLineWorks(told);
        assertThat(told).contains("  key       " + printed.replace("Bearer ", "") + " (admin");
        assertKeysCommandSaysToUseRest();

        List<ProcessHandle> children = demo.descendants().toList();
        boolean interruptible = ProgramHome.canResetSignals();
        send(interruptible ? "INT" : "TERM", demo);
        assertThat(demo.waitFor(ProgramHome.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(demo.exitValue()).isEqualTo(interruptible ? SIGINT_EXIT : SIGTERM_EXIT);
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertNothingIsLeft();
        assertThat(files(program.path())).isEqualTo(files);

        program.start("demo", "--port", "" + program.port(), "--admin-port", "" + program.adminPort());
        ProgramHome.waitUntil(() -> CURL.matcher(program.out()).find());
        assertThat(assertPrintedLineWorks(program.out())).isNotEqualTo(printed);
        assertThat(program.get(program.port(), "/api/v1/me", printed).body()).contains("KEY_REPLACED");
        assertThat(program.get(program.port(), "/api/v1/me", key).statusCode()).isEqualTo(200);
    }

    private void assertKeysCommandSaysToUseRest() throws Exception {
        Process keys = program.start("keys", "list", program.configuration().toString());
        assertThat(keys.waitFor(ProgramHome.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(keys.exitValue()).isEqualTo(2);
        assertThat(program.err())
                .contains("a running service holds the data folder ("
                        + program.path().resolve("data"))
                .contains("Use its /api/v1/keys with an admin key, or stop the service first.");
    }

    @Test
    void serverWithUnusableRulesSaysWhyIsNotReadyAndEndsAtOnce() throws Exception {
        Files.writeString(program.path().resolve("rules/5-actions/new.drl"), "rule \"half\nwhen\n");
        String key = program.key();
        Process server = program.server();

        ProgramHome.waitUntil(
                () -> program.get(program.adminPort(), "/ready", "").body().contains("NO_RULES"));
        assertThat(program.status(program.adminPort(), "/ready")).isEqualTo(503);
        assertThat(program.get(program.adminPort(), "/ready", "").body()).contains("5-actions/new.drl:1:6");
        assertThat(program.get(program.adminPort(), "/healthcheck", "").statusCode())
                .isEqualTo(500);
        assertThat(program.get(program.adminPort(), "/healthcheck", "").body()).contains("5-actions/new.drl:1:6");
        HttpResponse<String> refused = program.post(
                ProgramHome.uri(program.port(), "/api/v1/decisions"), "{\"account\":{\"id\":\"A-1\"}}", key);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("NO_RULES");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        JsonNode active = JSON.readTree(
                program.get(program.port(), "/api/v1/rulesets/active", key).body());
        assertThat(active.path("state").asText()).isEqualTo("NO_RULES");
        assertThat(active.at("/broken/findings/0/at").asText()).isEqualTo("5-actions/new.drl:1:6");

        server.destroy();
        assertThat(server.waitFor(ProgramHome.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(server.exitValue()).isEqualTo(SIGTERM_EXIT);
        assertNothingIsLeft();
    }

    private static void send(String signal, Process process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + signal, "" + process.pid())
                        .start()
                        .waitFor())
                .isZero();
    }

    /** Returns the key in it, as a request shows it. */
    private String assertPrintedLineWorks(String told) throws Exception {
        Matcher line = CURL.matcher(told);
        assertThat(line.find()).as(told).isTrue();
        HttpResponse<String> answer =
                program.post(URI.create(line.group(1)), Files.readString(Path.of(line.group(3))), line.group(2));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).at("/actions/0/type").asText()).isEqualTo("SUPPORT_ESCALATION");
        if (Files.isExecutable(Path.of("/usr/bin/curl"))) {
            Path printed = folder.resolve("curl.txt");
            Process curl = new ProcessBuilder("bash", "-c", line.group())
                    .redirectOutput(printed.toFile())
                    .start();
            others.add(curl);
            assertThat(curl.waitFor(ProgramHome.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(printed).hasContent(answer.body());
        }
        return line.group(2);
    }

    private long refereed() throws IOException, InterruptedException {
        return program.get(program.adminPort(), "/metrics", "")
                .body()
                .lines()
                .filter(line -> line.startsWith("shirube_referee_comparisons"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private void assertNothingIsLeft() {
        assertThat(program.temporary()).isEmptyDirectory();
        for (int closed : new int[] {program.port(), program.adminPort()}) {
            assertThatThrownBy(() -> program.get(closed, "/", "")).isInstanceOf(ConnectException.class);
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(file -> !file.startsWith(KEPT)) // because accounts are there to stay
                    .sorted()
                    .toList();
        }
    }

    /** The folder of the database. */
    private static final String KEPT = "data";
}
