package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class LifeCycleIT {

    private static final int SIGINT_EXIT = 130;
    private static final int SIGTERM_EXIT = 143;
    /** Far more than it takes, for a machine that does much else. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Pattern CURL =
            Pattern.compile("curl -sS '([^']+)' -H 'Authorization: (Bearer shk_[0-9A-Za-z]{43})'"
                    + " -H 'Content-Type: application/json' --data-binary '@([^']+)'");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final List<Process> processes = new ArrayList<>();

    @TempDir
    Path folder;

    private Path home;
    private Path temporary;
    private int port;
    private int adminPort;

    @BeforeEach
    void makeAHome() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        temporary = Files.createDirectory(folder.resolve("tmp"));
        for (String part : List.of("config.yml", "rules", "fixtures")) {
            copy(RunningService.HOME.resolve(part), home.resolve(part));
        }
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket other = new ServerSocket(0)) {
            port = one.getLocalPort();
            adminPort = other.getLocalPort();
        }
    }

    @AfterEach
    void endWhatATestLeft() throws InterruptedException {
        processes.forEach(Process::destroyForcibly);
        for (Process process : processes) {
            // because a folder that is still written to cannot be removed
            process.waitFor();
        }
    }

    @Test
    void demoIsReadyOnceItsRulesArePrintsALineThatWorksAndLeavesNothingBehind() throws Exception {
        List<String> files = files(home);
        String key = firstKey();
        Process demo = start("demo", "--port", "" + port, "--admin-port", "" + adminPort);

        waitUntil(() -> status(adminPort, "/ready") == 503);
        HttpResponse<String> early = post(uri(port, "/api/v1/decisions"), "{\"account\":{\"id\":\"A-1\"}}", key);
        assertThat(early.statusCode()).isEqualTo(503);
        assertThat(early.body()).contains("NO_RULES");
        assertThat(early.headers().firstValue("Retry-After")).isPresent();
        waitUntil(() -> status(adminPort, "/ready") == 200);
        assertThat(refereed()).isPositive();

        waitUntil(() -> CURL.matcher(told()).find());
        String told = told();
        assertThat(told)
                .contains("http://127.0.0.1:" + port)
                .contains("http://127.0.0.1:" + adminPort + "/healthcheck")
                .contains(home.resolve("rules").toString());
        String printed = assertPrintedLineWorks(told);
        assertThat(told).contains("  key       " + printed.replace("Bearer ", "") + " (admin");
        assertKeysCommandSaysToUseRest();

        List<ProcessHandle> children = demo.descendants().toList();
        boolean interruptible = canResetSignals();
        send(interruptible ? "INT" : "TERM", demo);
        assertThat(demo.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(demo.exitValue()).isEqualTo(interruptible ? SIGINT_EXIT : SIGTERM_EXIT);
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertNothingIsLeft();
        assertThat(files(home)).isEqualTo(files);

        start("demo", "--port", "" + port, "--admin-port", "" + adminPort);
        waitUntil(() -> CURL.matcher(told()).find());
        assertThat(assertPrintedLineWorks(told())).isNotEqualTo(printed);
        assertThat(get(port, "/api/v1/me", printed).body()).contains("KEY_REPLACED");
        assertThat(get(port, "/api/v1/me", key).statusCode()).isEqualTo(200);
    }

    /** Returns the key that the command line makes before any service ran here, as a request shows it. */
    private String firstKey() throws Exception {
        Process keys =
                start("keys", "create", home.resolve("config.yml").toString(), "--name", "first", "--role", "admin");
        assertThat(keys.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(keys.exitValue()).isZero();
        assertThat(told()).matches("shk_[0-9A-Za-z]{43}\n");
        return "Bearer " + told().strip();
    }

    private void assertKeysCommandSaysToUseRest() throws Exception {
        Process keys = start("keys", "list", home.resolve("config.yml").toString());
        assertThat(keys.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(keys.exitValue()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("stderr.txt")))
                .contains("a running service holds the data folder (" + home.resolve("data"))
                .contains("Use its /api/v1/keys with an admin key, or stop the service first.");
    }

    @Test
    void serverWithUnusableRulesSaysWhyIsNotReadyAndEndsAtOnce() throws Exception {
        Files.writeString(home.resolve("rules/5-actions/new.drl"), "rule \"half\nwhen\n");
        String key = firstKey();
        Process server = start(
                "server", home.resolve("config.yml").toString(), "--port", "" + port, "--admin-port", "" + adminPort);

        waitUntil(() -> get(adminPort, "/ready").body().contains("NO_RULES"));
        assertThat(status(adminPort, "/ready")).isEqualTo(503);
        assertThat(get(adminPort, "/ready").body()).contains("5-actions/new.drl:1:6");
        assertThat(get(adminPort, "/healthcheck").statusCode()).isEqualTo(500);
        assertThat(get(adminPort, "/healthcheck").body()).contains("5-actions/new.drl:1:6");
        JsonNode active =
                JSON.readTree(get(port, "/api/v1/rulesets/active", key).body());
        assertThat(active.path("state").asText()).isEqualTo("NO_RULES");
        assertThat(active.at("/broken/findings/0/at").asText()).isEqualTo("5-actions/new.drl:1:6");

        server.destroy();
        assertThat(server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isEqualTo(SIGTERM_EXIT);
        assertNothingIsLeft();
    }

    private Process start(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (canResetSignals()) {
            // because a process that was started in the background hands on that it ignores Ctrl-C
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Djava.io.tmpdir=" + temporary, "-Dshirube.home=" + home, "-jar"));
        command.add(Path.of("target", "shirube.jar").toAbsolutePath().toString());
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("stdout.txt").toFile())
                .redirectError(folder.resolve("stderr.txt").toFile())
                .start();
        processes.add(process);
        return process;
    }

    private static boolean canResetSignals() throws InterruptedException {
        try {
            return new ProcessBuilder("env", "--default-signal=INT", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
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
                post(URI.create(line.group(1)), Files.readString(Path.of(line.group(3))), line.group(2));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).at("/actions/0/type").asText()).isEqualTo("SUPPORT_ESCALATION");
        if (Files.isExecutable(Path.of("/usr/bin/curl"))) {
            Path printed = folder.resolve("curl.txt");
            Process curl = new ProcessBuilder("bash", "-c", line.group())
                    .redirectOutput(printed.toFile())
                    .start();
            processes.add(curl);
            assertThat(curl.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(printed).hasContent(answer.body());
        }
        return line.group(2);
    }

    private long refereed() throws IOException, InterruptedException {
        return get(adminPort, "/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("shirube_referee_comparisons"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private void assertNothingIsLeft() {
        assertThat(temporary).isEmptyDirectory();
        for (int closed : new int[] {port, adminPort}) {
            assertThatThrownBy(() -> get(closed, "/")).isInstanceOf(ConnectException.class);
        }
    }

    /** Waits until something holds; as long as nobody listens on a port it does not. */
    private static void waitUntil(Callable<Boolean> condition) {
        await().atMost(PATIENCE).ignoreExceptionsInstanceOf(IOException.class).until(condition);
    }

    private int status(int at, String path) throws IOException, InterruptedException {
        return get(at, path).statusCode();
    }

    private HttpResponse<String> get(int at, String path) throws IOException, InterruptedException {
        return get(at, path, "");
    }

    private HttpResponse<String> get(int at, String path, String key) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(at, path))
                        .header("Authorization", key)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(URI uri, String body, String key) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri)
                        .header("Authorization", key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Returns what the program has printed so far. */
    private String told() throws IOException {
        return Files.readString(folder.resolve("stdout.txt"));
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

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
