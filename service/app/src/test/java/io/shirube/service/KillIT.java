package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.service.testing.Acknowledged;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program killed at random moments while accounts come in. {@code -Dshirube.kills=100} for more of them, with the options
 * it is shipped with.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it kills the program by a signal that only other systems have")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class KillIT {

    private static final boolean ASKED_FOR = System.getProperty("shirube.kills") != null;
    private static final int KILLS = Integer.getInteger("shirube.kills", 20);
    private static final int WRITES_BEFORE_ONE = 80;
    private static final long SEED = Long.getLong("shirube.seed", System.nanoTime());
    private static final int CALLERS = 3;
    private static final int ACCOUNTS_A_CALLER = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Acknowledged acknowledged = new Acknowledged();

    @TempDir
    Path folder;

    @Test
    void nothingThatWasAcknowledgedIsLostOrDoubled() throws Exception {
        Random random = new Random(SEED);
        List<Long> ready = new ArrayList<>();
        try (ProgramHome program = new ProgramHome(folder)) {
            program.startFast();
            if (ASKED_FOR) {
                program.runAsShipped();
            }
            String key = program.key();
            for (int kill = 1; kill <= KILLS; kill++) {
                long started = System.nanoTime();
                Process server = program.server();
                program.awaitReady();
                ready.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
                assertWhatWasAcknowledgedStands(program, key);
                int enough = acknowledged.count() + 1 + random.nextInt(WRITES_BEFORE_ONE);
                List<Thread> callers = callers(program, key);

                ProgramHome.waitUntil(() -> acknowledged.count() >= enough);
                server.destroyForcibly();

                assertThat(server.waitFor(ProgramHome.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
                for (Thread caller : callers) {
                    caller.join();
                }
            }
            program.server();
            program.awaitReady();
            assertWhatWasAcknowledgedStands(program, key);
            assertEveryChangeIsToldOnce(program, key);
            assertEveryAccountIsDecidedOn(program, key);
        }
        Collections.sort(ready);
        System.out.printf(
                Locale.ROOT,
                "%d kills (seed %d%s): %d acknowledged writes, none lost or doubled; ready after %.1f s, at most %.1f s%n",
                KILLS,
                SEED,
                ASKED_FOR ? "" : ", without the optimising compiler",
                acknowledged.count(),
                ready.get(ready.size() / 2) / 1e3,
                ready.get(ready.size() - 1) / 1e3);
    }

    private List<Thread> callers(ProgramHome program, String key) {
        List<Thread> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            int number = caller;
            Thread thread = new Thread(() -> call(program, key, number), "caller-" + caller);
            thread.start();
            callers.add(thread);
        }
        return callers;
    }

    /** Writes until nobody answers any more. */
    private void call(ProgramHome program, String key, int caller) {
        try {
            for (int round = 0; ; round++) {
                String id = "K" + caller + "-" + round % ACCOUNTS_A_CALLER;
                int number = acknowledged.next(id);
                HttpResponse<String> answer = program.send(
                        HttpRequest.newBuilder(ProgramHome.uri(program.port(), "/api/v1/accounts/" + id))
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString("{\"account\":{\"employees\":" + number + "},\"signals\":"
                                        + "{\"licensedSeats\":{\"value\":" + number + ",\"at\":\"2026-11-01\"}}}")),
                        key);
                if (answer.statusCode() / 100 == 2) {
                    acknowledged.kept(
                            id,
                            number,
                            JSON.readTree(answer.body()).path("version").asLong());
                }
            }
        } catch (IOException e) {
            // because the program was killed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void assertWhatWasAcknowledgedStands(ProgramHome program, String key) throws Exception {
        for (String id : acknowledged.accounts()) {
            JsonNode account = get(program, key, "/api/v1/accounts/" + id);
            int employees = account.at("/account/employees").asInt();
            assertThat(acknowledged.mayStand(id, employees))
                    .as("%s has %d employees, seed %d", id, employees, SEED)
                    .isTrue();
            assertThat(account.at("/signals/licensedSeats/0/value").asInt())
                    .as("account and readings are of one write")
                    .isEqualTo(employees);
        }
    }

    private void assertEveryChangeIsToldOnce(ProgramHome program, String key) throws Exception {
        Map<String, List<Long>> told = new HashMap<>();
        String after = "";
        while (true) {
            JsonNode page = get(program, key, "/api/v1/changes?limit=1000&after=" + after);
            if (page.path("items").isEmpty()) {
                break;
            }
            for (JsonNode change : page.path("items")) {
                if (change.path("kind").asText().equals("ACCOUNT_KEPT")) {
                    told.computeIfAbsent(change.path("accountId").asText(), id -> new ArrayList<>())
                            .add(change.at("/data/version").asLong());
                }
            }
            after = page.path("next").asText();
        }
        for (String id : acknowledged.accounts()) {
            List<Long> versions = told.getOrDefault(id, List.of());
            Set<Long> once = new HashSet<>(versions);
            assertThat(once).as(id).hasSameSizeAs(versions).containsAll(acknowledged.versions(id));
        }
    }

    private void assertEveryAccountIsDecidedOn(ProgramHome program, String key) throws Exception {
        for (String id : acknowledged.accounts()) {
            assertThat(get(program, key, "/api/v1/accounts/" + id + "/decision")
                            .path("accountId")
                            .asText())
                    .isEqualTo(id);
            Set<String> keys = new HashSet<>();
            for (JsonNode action :
                    get(program, key, "/api/v1/accounts/" + id + "/actions").path("items")) {
                assertThat(keys.add(action.path("key").asText()))
                        .as("%s", action.path("key"))
                        .isTrue();
            }
        }
    }

    private static JsonNode get(ProgramHome program, String key, String path) throws Exception {
        HttpResponse<String> answer = program.get(program.port(), path, key);
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
