package io.shirube.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.service.db.TestDatabase;
import io.shirube.service.testing.RawCaller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** How fast the service answers and takes in, as ratios of one run; asked for by {@code -Dshirube.rates=true} only. */
@EnabledIfSystemProperty(
        named = "shirube.rates",
        matches = "true",
        disabledReason = "it measures, and needs a machine that does nothing else")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class RatesIT {

    private static final int ACCOUNTS = 1_000;
    private static final int CALLERS = 2;
    private static final int ROUNDS = 6;
    private static final int WARM = 2 * ROUNDS;
    private static final Duration ROUND = Duration.ofSeconds(4);
    private static final Duration SIGNALS = Duration.ofSeconds(30);

    /** Answers always the same, through the same filters. */
    @Path("/api/v1/constant")
    public static final class Constant {

        private volatile byte[] bytes = new byte[0];

        @GET
        @Produces(MediaType.APPLICATION_JSON)
        public Response constant() {
            return Response.ok(bytes)
                    .header(HttpHeaders.CONTENT_LANGUAGE, "en")
                    .tag("constant")
                    .build();
        }
    }

    @TempDir
    java.nio.file.Path data;

    @Test
    void readsAndWritesAreFast() throws Exception {
        Constant constant = new Constant();
        try (RunningService service = RunningService.start(
                EngineService::loader,
                RunningService.HOME.resolve("rules"),
                TestDatabase.migrated(),
                // because only where nobody else writes does the service know without asking that nothing changed
                Map.of("database.url", "", "database.folder", data.toString()),
                RunningService.CLOCK,
                List.of(constant))) {
            bulk(
                    service,
                    "/api/v1/accounts",
                    IntStream.range(0, ACCOUNTS)
                            .mapToObj(n -> "{\"account\":{\"id\":\"R" + n + "\",\"employees\":" + n + "}}")
                            .collect(Collectors.joining("\n")));
            awaitNothingWaits(service);
            constant.bytes = service.get(decision(1)).body().getBytes(UTF_8);
            reads(service);
            signals(service, "not yet warm: ");
            signals(service, "");
        }
    }

    private static String decision(int n) {
        return "/api/v1/accounts/R" + n % ACCOUNTS + "/decision";
    }

    private static void reads(RunningService service) throws Exception {
        List<Double> ratios = new ArrayList<>();
        double constants = 0;
        double decisions = 0;
        for (int round = 0; round < WARM + ROUNDS; round++) {
            constants = rate(service, n -> "/api/v1/constant");
            decisions = rate(service, RatesIT::decision);
            ratios.add(decisions / constants);
        }
        List<Double> warm =
                ratios.subList(WARM, ratios.size()).stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "GET decision beside a constant of the same bytes: %.2f (rounds %s); last %.0f and %.0f a second%n",
                (warm.get(ROUNDS / 2 - 1) + warm.get(ROUNDS / 2)) / 2,
                ratios.stream().map("%.2f"::formatted).toList(),
                decisions,
                constants);
    }

    private static double rate(RunningService service, IntFunction<String> paths) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        List<Callable<Long>> work = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            int first = caller * 7919;
            work.add(() -> {
                long end = System.nanoTime() + ROUND.toNanos();
                long asked = 0;
                try (RawCaller call = new RawCaller(service.port(), service.keyLine())) {
                    for (int n = first; System.nanoTime() < end; n++) {
                        call.get(paths.apply(n));
                        asked++;
                    }
                }
                return asked;
            });
        }
        long all = 0;
        for (Future<Long> one : threads.invokeAll(work)) {
            all += one.get();
        }
        threads.shutdown();
        return all / (double) ROUND.toSeconds();
    }

    private static void signals(RunningService service, String when) throws Exception {
        Random random = new Random(1);
        long started = System.nanoTime();
        long sent = 0;
        long slowest = 0;
        while (System.nanoTime() - started < SIGNALS.toNanos()) {
            bulk(
                    service,
                    "/api/v1/signals",
                    IntStream.range(0, 100)
                            .mapToObj(n -> "{\"account\":{\"id\":\"R" + random.nextInt(ACCOUNTS)
                                    + "\"},\"signals\":{\"activeUsers30d\":" + random.nextInt(1_000) + "}}")
                            .collect(Collectors.joining("\n")));
            sent += 100;
            // because what is asked for comes as fast as that, and no faster
            long ahead = TimeUnit.SECONDS.toNanos(sent) / 2_000 - (System.nanoTime() - started);
            slowest = Math.max(slowest, -ahead);
            LockSupport.parkNanos(ahead);
        }
        double rate = sent / ((System.nanoTime() - started) / 1e9);
        long stored = System.nanoTime();
        awaitNothingWaits(service);
        System.out.printf(
                Locale.ROOT,
                "%s%.0f signals a second stored in batches of 100 (at most %.1f s behind); the last was decided on %.1f s later%n",
                when,
                rate,
                slowest / 1e9,
                (System.nanoTime() - stored) / 1e9);
    }

    private static void awaitNothingWaits(RunningService service) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> service.admin("/metrics").body().contains("shirube_accounts_waiting 0.0"));
    }

    private static void bulk(RunningService service, String path, String lines) throws Exception {
        HttpResponse<String> answer =
                service.send(RunningService.request(service.uri(path), "Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(lines)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("\"error\"");
    }
}
