package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A folder in which the program runs as a process of its own, and the ports it listens to. For one program at a time. */
final class ProgramHome implements AutoCloseable {

    /** Far more than anything takes, for a machine that does much else. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final Path home;
    private final Path temporary;
    private final int port;
    private final int adminPort;
    private final List<Process> processes = new ArrayList<>();
    /** Spares the optimising compiler, which takes more than half of a start and pays off later only. */
    private List<String> options = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** Makes a home with the shipped configuration, rules and fixtures. */
    ProgramHome(Path folder) throws IOException {
        this.folder = folder;
        this.home = Files.createDirectory(folder.resolve("home"));
        this.temporary = Files.createDirectory(folder.resolve("tmp"));
        for (String part : List.of("config.yml", "rules", "fixtures")) {
            copy(RunningService.HOME.resolve(part), home.resolve(part));
        }
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket other = new ServerSocket(0)) {
            this.port = one.getLocalPort();
            this.adminPort = other.getLocalPort();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    /** Makes the service ready as soon as it has its rules, without practising first. */
    void startFast() throws IOException {
        String shipped = Files.readString(configuration());
        String fast = shipped.replace("warmUpDecisions: 3000", "warmUpDecisions: 0")
                .replace("rehearsals: 10", "rehearsals: 0");
        assertThat(fast).isNotEqualTo(shipped);
        Files.writeString(configuration(), fast);
    }

    /** Runs the program with the options it is shipped with. */
    void runAsShipped() {
        options = List.of();
    }

    Path path() {
        return home;
    }

    Path temporary() {
        return temporary;
    }

    Path configuration() {
        return home.resolve("config.yml");
    }

    int port() {
        return port;
    }

    int adminPort() {
        return adminPort;
    }

    /** Runs a command line of the program. */
    Process start(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (canResetSignals()) {
            // because a process that was started in the background hands on that it ignores Ctrl-C
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
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

    /** Runs the service on the ports of this home. */
    Process server() throws IOException, InterruptedException {
        return start("server", configuration().toString(), "--port", "" + port, "--admin-port", "" + adminPort);
    }

    /** Returns an administrator's key that the command line makes while no service runs. */
    String key() throws Exception {
        Process keys = start("keys", "create", configuration().toString(), "--name", "first", "--role", "admin");
        assertThat(keys.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(keys.exitValue()).as(err()).isZero();
        assertThat(out()).matches("shk_[0-9A-Za-z]{43}\n");
        return "Bearer " + out().strip();
    }

    void awaitReady() {
        waitUntil(() -> status(adminPort, "/ready") == 200);
    }

    static boolean canResetSignals() throws InterruptedException {
        try {
            return new ProcessBuilder("env", "--default-signal=INT", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits until something holds; as long as nobody listens on a port it does not. */
    static void waitUntil(Callable<Boolean> condition) {
        await().atMost(PATIENCE).ignoreExceptionsInstanceOf(IOException.class).until(condition);
    }

    int status(int at, String path) throws IOException, InterruptedException {
        return get(at, path, "").statusCode();
    }

    HttpResponse<String> get(int at, String path, String key) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(at, path)), key);
    }

    HttpResponse<String> post(URI uri, String body, String key) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)),
                key);
    }

    HttpResponse<String> send(HttpRequest.Builder request, String key) throws IOException, InterruptedException {
        return client.send(
                request.header("Authorization", key).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    }

    static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Returns what the program has printed so far. */
    String out() throws IOException {
        return Files.readString(folder.resolve("stdout.txt"));
    }

    String err() throws IOException {
        return Files.readString(folder.resolve("stderr.txt"));
    }

    /** Ends whatever still runs. */
    @Override
    public void close() throws InterruptedException {
        processes.forEach(Process::destroyForcibly);
        for (Process process : processes) {
            // because a folder that is still written to cannot be removed
            process.waitFor();
        }
    }
}
