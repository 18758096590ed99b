package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.service.db.TestDatabase;
import io.shirube.service.testing.CrmDay;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A day of a CRM: accounts come in, signals change, decisions are read, actions are worked on and the feed is followed, all at
 * once. {@code -Dshirube.day.accounts=1000 -Dshirube.day.signals=20000} for a whole one.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class CrmDayIT {

    private static final int ACCOUNTS = Integer.getInteger("shirube.day.accounts", 60);
    private static final int SIGNALS = Integer.getInteger("shirube.day.signals", 1_200);
    private static final long SEED = Long.getLong("shirube.seed", 4);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CrmDay day = new CrmDay(ACCOUNTS, SEED);

    @Test
    void nothingIsLostOrDoubledAndTheTimelineExplainsEveryState() throws Exception {
        long started = System.nanoTime();
        try (RunningService service = RunningService.start(
                EngineService::loader,
                RunningService.HOME.resolve("rules"),
                TestDatabase.migrated(),
                Map.of(
                        "rules.warmUpDecisions",
                        "20",
                        "rules.rehearsals",
                        "0",
                        // because a connection that was closed for its rest would look like a request without an answer
                        "server.applicationConnectors[0].idleTimeout",
                        "2m"))) {
            day.kept(bulk(service, "/api/v1/accounts", day.accounts()));
            AtomicBoolean over = new AtomicBoolean();
            AtomicBoolean settled = new AtomicBoolean();
            CompletableFuture<?> reading = inBackground(() -> read(service, over));
            CompletableFuture<?> working = inBackground(() -> work(service, over));
            CompletableFuture<List<JsonNode>> following = CompletableFuture.supplyAsync(() -> follow(service, settled));
            for (int sent = 0; sent < SIGNALS; sent += CrmDay.TOGETHER) {
                day.kept(bulk(service, "/api/v1/signals", day.signals()));
            }
            over.set(true);
            reading.join();
            working.join();
            awaitNothingWaits(service);
            settled.set(true);

            List<JsonNode> followed = new ArrayList<>(following.join());
            assertThat(followed.equals(all(service)))
                    .as("who follows reads what who comes later reads")
                    .isTrue();
            day.assertEveryWriteIsToldOnce(followed);
            day.assertEveryEventIsToldOnce(followed);
            assertEveryStateIsExplained(service);
            System.out.printf(
                    Locale.ROOT,
                    "a day of %d accounts: %d signals, %d decisions read, %d events, %d changes told, nothing lost or doubled;"
                            + " %.0f s%n",
                    ACCOUNTS,
                    SIGNALS,
                    day.reads(),
                    day.events(),
                    followed.size(),
                    (System.nanoTime() - started) / 1e9);
        }
    }

    /** Something that may fail with anything. */
    private interface Work {
        void run() throws Exception;
    }

    private static CompletableFuture<?> inBackground(Work work) {
        return CompletableFuture.runAsync(() -> {
            try {
                work.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void read(RunningService service, AtomicBoolean over) throws Exception {
        while (!over.get()) {
            get(service, "/api/v1/accounts/" + day.someAccount() + "/decision");
            day.read();
        }
    }

    private void work(RunningService service, AtomicBoolean over) throws Exception {
        while (!over.get()) {
            for (JsonNode action : get(service, "/api/v1/actions?limit=20").path("items")) {
                String id = action.path("id").asText();
                CrmDay.Event event = day.event();
                HttpResponse<String> answer = service.post("/api/v1/actions/" + id + "/events", event.body());
                assertThat(answer.statusCode()).as(answer.body()).isIn(200, 409);
                if (answer.statusCode() == 200) {
                    day.told(id, event.type());
                }
            }
        }
    }

    private List<JsonNode> follow(RunningService service, AtomicBoolean settled) {
        List<JsonNode> followed = new ArrayList<>();
        String after = "";
        boolean last = false;
        try {
            while (true) {
                boolean ends = settled.get();
                JsonNode page = get(service, "/api/v1/changes?limit=200&after=" + after);
                page.path("items").forEach(followed::add);
                after = page.path("next").asText();
                if (page.path("items").isEmpty() && last) {
                    return followed;
                }
                last = ends && page.path("items").isEmpty();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<JsonNode> all(RunningService service) throws Exception {
        List<JsonNode> all = new ArrayList<>();
        for (String after = ""; ; ) {
            JsonNode page = get(service, "/api/v1/changes?limit=1000&after=" + after);
            if (page.path("items").isEmpty()) {
                return all;
            }
            page.path("items").forEach(all::add);
            after = page.path("next").asText();
        }
    }

    private void assertEveryStateIsExplained(RunningService service) throws Exception {
        for (String id : day.ids()) {
            JsonNode account = get(service, "/api/v1/accounts?q=" + id).at("/items/0");
            Map<String, String> states = new HashMap<>();
            JsonNode decided = JSON.missingNode();
            for (JsonNode change : get(service, "/api/v1/accounts/" + id + "/timeline?limit=1000")
                    .path("items")) {
                JsonNode data = change.path("data");
                if (change.path("kind").asText().startsWith("ACTION_")) {
                    states.put(
                            data.path("actionId").asText(), data.path("state").asText());
                } else if (change.path("kind").asText().equals("DECISION_CHANGED")) {
                    decided = data;
                }
            }
            for (String member : List.of("stage", "touch", "band")) {
                assertThat(account.path(member)).as("%s of %s", member, id).isEqualTo(decided.path(member));
            }
            Map<String, String> kept = new HashMap<>();
            String every = "OPEN,ACCEPTED,SNOOZED,HELD,DONE,DISMISSED,WITHDRAWN,SUPERSEDED,EXPIRED";
            get(service, "/api/v1/accounts/" + id + "/actions?limit=1000&state=" + every)
                    .path("items")
                    .forEach(action -> kept.put(
                            action.path("id").asText(), action.path("state").asText()));
            assertThat(kept).as("actions of %s", id).isEqualTo(states);
            assertThat(get(service, "/api/v1/accounts/" + id).path("signals").path("activeUsers30d"))
                    .as("readings of %s", id)
                    .hasSize(day.readings(id));
        }
    }

    private static void awaitNothingWaits(RunningService service) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .until(() -> service.admin("/metrics").body().contains("shirube_accounts_waiting 0.0"));
    }

    private static String bulk(RunningService service, String path, String lines) throws Exception {
        HttpResponse<String> answer =
                service.send(RunningService.request(service.uri(path), "Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(lines)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode get(RunningService service, String path) throws Exception {
        HttpResponse<String> answer = service.get(path);
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
