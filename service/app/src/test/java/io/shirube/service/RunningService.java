package io.shirube.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import io.shirube.service.auth.Keys;
import io.shirube.service.auth.Role;
import io.shirube.service.config.ShirubeConfiguration;
import io.shirube.service.db.TestDatabase;
import io.shirube.service.rulesets.RulesStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.glassfish.jersey.server.ResourceConfig;
import org.postgresql.ds.PGSimpleDataSource;

/** The whole service on free ports, configured by the shipped {@code config.yml}, with rules from a folder. */
final class RunningService implements AutoCloseable {

    /** Noon in Tokyo. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T03:00:00Z"), ZoneOffset.UTC);

    static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

    private static final String AUTHORIZATION = "Authorization";

    private static final AtomicInteger STARTED = new AtomicInteger();

    private final DropwizardTestSupport<ShirubeConfiguration> support;
    private final ShirubeApplication application;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private String key = "";

    private RunningService(ShirubeApplication started, Map<String, String> settings, List<Object> doors) {
        this.application = started;
        // because the settings of two services are properties of one program
        String prefix = "shirube-test-" + STARTED.incrementAndGet();
        ConfigOverride[] overrides = settings.entrySet().stream()
                .map(setting -> ConfigOverride.config(prefix, setting.getKey(), setting.getValue()))
                .toArray(ConfigOverride[]::new);
        this.support =
                new DropwizardTestSupport<>(
                        ShirubeApplication.class, HOME.resolve("config.yml").toString(), prefix, overrides) {
                    @Override
                    public ShirubeApplication newApplication() {
                        return started;
                    }
                };
        support.addListener(new DropwizardTestSupport.ServiceListener<>() {
            @Override
            public void onRun(
                    ShirubeConfiguration configuration,
                    Environment environment,
                    DropwizardTestSupport<ShirubeConfiguration> running) {
                doors.forEach(environment.jersey()::register);
            }
        });
    }

    /** Starts the service on a new database and waits until its first rules are loaded or refused. */
    static RunningService start(ShirubeApplication.LoaderFactory loaders, Path rules) throws Exception {
        return start(loaders, rules, TestDatabase.migrated(), Map.of());
    }

    /**
     * Starts the service and waits until its first rules are loaded or refused.
     *
     * @param settings what differs from the shipped configuration, by key
     */
    static RunningService start(
            ShirubeApplication.LoaderFactory loaders,
            Path rules,
            PGSimpleDataSource database,
            Map<String, String> settings)
            throws Exception {
        return start(loaders, rules, database, settings, CLOCK, List.of());
    }

    /**
     * Starts the service by another clock, and waits as above.
     *
     * @param doors resources of the test's own, which only administrators may use
     */
    static RunningService start(
            ShirubeApplication.LoaderFactory loaders,
            Path rules,
            PGSimpleDataSource database,
            Map<String, String> settings,
            Clock clock,
            List<Object> doors)
            throws Exception {
        Map<String, String> all = new HashMap<>(Map.of(
                "rules.folder", rules.toString(),
                "database.url", database.getURL(),
                "database.user", String.valueOf(database.getUser()),
                "database.password", String.valueOf(database.getPassword()),
                "server.applicationConnectors[0].port", "0",
                "server.adminConnectors[0].port", "0",
                "logging.level", "WARN"));
        // because tests ask as fast as they can
        for (String limit :
                List.of("requestsPerSecond", "burst", "unauthenticatedRequestsPerSecond", "unauthenticatedBurst")) {
            all.put("auth." + limit, "1000000");
        }
        all.putAll(settings);
        RunningService service = new RunningService(new ShirubeApplication(HOME, loaders, clock), all, doors);
        service.support.before();
        service.key = service.keys().create("test", Role.ADMIN, null).secret().reveal();
        if (settings.keySet().stream().noneMatch(key -> key.startsWith("server.requestLog"))) {
            service.support.getEnvironment().getApplicationContext().getServer().setRequestLog(null);
        }
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> service.status().state() != io.shirube.service.rulesets.RulesState.LOADING);
        return service;
    }

    Keys keys() {
        return application.keys();
    }

    /** Returns the header by which an administrator's key is shown, as it stands in a request. */
    String keyLine() {
        return AUTHORIZATION + ": Bearer " + key + "\r\n";
    }

    RulesStatus status() {
        return application.watcher().status();
    }

    /** Returns the classes that stand behind the paths. */
    Set<Class<?>> resources() {
        ResourceConfig config = support.getEnvironment().jersey().getResourceConfig();
        return Stream.concat(
                        config.getClasses().stream(),
                        config.getInstances().stream().map(Object::getClass))
                .filter(type -> type.isAnnotationPresent(jakarta.ws.rs.Path.class))
                .collect(Collectors.toSet());
    }

    int port() {
        return support.getLocalPort();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(uri(path), headers).GET());
    }

    HttpResponse<String> admin(String path) throws IOException, InterruptedException {
        return send(request(URI.create("http://127.0.0.1:" + support.getAdminPort() + path))
                .GET());
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(uri(path), headers);
        if (Arrays.stream(headers).noneMatch("Content-Type"::equalsIgnoreCase)) {
            request.header("Content-Type", "application/json");
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(
                withKey(request).timeout(Duration.ofMinutes(2)).build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    /** Shows an administrator's key, unless the request says itself who asks. */
    HttpRequest.Builder withKey(HttpRequest.Builder request) {
        return request.build().headers().firstValue(AUTHORIZATION).isPresent()
                ? request
                : request.header(AUTHORIZATION, "Bearer " + key);
    }

    /** Returns a client that shows no key by itself. */
    HttpClient client() {
        return client;
    }

    static HttpRequest.Builder request(URI uri, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        return headers.length == 0 ? request : request.headers(headers);
    }

    @Override
    public void close() throws IOException {
        support.after();
    }

    /** Writes a file of rules. */
    static void save(Path folder, String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text, UTF_8);
    }
}
