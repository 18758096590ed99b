package io.shirube.service.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a CRM sends in a day, and what it was told. Safe for use by many threads, of which one sends. */
public final class CrmDay {

    /** How many lines go together. */
    public static final int TOGETHER = 100;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> ids;
    private final Random random;
    private final Random others = new Random(1);
    private final Map<String, List<Long>> versions = new HashMap<>();
    private final Map<String, Set<String>> days = new HashMap<>();
    private final Map<String, Integer> events = new ConcurrentHashMap<>();
    private final AtomicLong reads = new AtomicLong();

    public CrmDay(int accounts, long seed) {
        this.ids = IntStream.range(0, accounts).mapToObj("D%05d"::formatted).toList();
        this.random = new Random(seed);
    }

    /** What somebody tells of an action. */
    public record Event(String type, String body) {}

    public List<String> ids() {
        return ids;
    }

    /** Returns every account as a line. */
    public String accounts() {
        return ids.stream()
                .map(id -> """
                        {"account":{"id":"%s","employees":%d,"onboardingCompletedOn":"2026-03-01"},\
                        "contract":{"start":"2026-01-01","end":"2027-0%d-28","arr":%d},"signals":{"licensedSeats":100}}""".formatted(
                                id, 10 + random.nextInt(2_000), 1 + random.nextInt(9), random.nextInt(30) * 200_000))
                .collect(Collectors.joining("\n"));
    }

    /** Returns readings of some accounts, a line each; a severe ticket cannot come this way, a fall of use can. */
    public String signals() {
        return IntStream.range(0, TOGETHER)
                .mapToObj(n -> {
                    String id = ids.get(random.nextInt(ids.size()));
                    String at = "2026-%02d-%02d".formatted(6 + random.nextInt(5), 1 + random.nextInt(28));
                    days.computeIfAbsent(id, key -> new HashSet<>()).add(at);
                    return """
                            {"account":{"id":"%s"},"signals":{"activeUsers30d":{"value":%d,"at":"%s"},\
                            "openSeverity1":%d,"nps":%d}}""".formatted(
                                    id, random.nextInt(101), at, random.nextInt(10) / 9, random.nextInt(201) - 100);
                })
                .collect(Collectors.joining("\n"));
    }

    /** Notes the results of the lines that were sent last: each must be kept. */
    public void kept(String results) throws JsonProcessingException {
        for (String line : results.lines().toList()) {
            JsonNode result = JSON.readTree(line);
            assertThat(result.has("version")).as(line).isTrue();
            versions.computeIfAbsent(result.path("id").asText(), id -> new ArrayList<>())
                    .add(result.path("version").asLong());
        }
    }

    /** Returns for how many days an account has readings of its use. */
    public int readings(String id) {
        return days.getOrDefault(id, Set.of()).size();
    }

    public synchronized String someAccount() {
        return ids.get(others.nextInt(ids.size()));
    }

    public synchronized Event event() {
        return switch (others.nextInt(6)) {
            case 0, 1 -> new Event("ACCEPTED", "{\"type\":\"ACCEPTED\"}");
            case 2 -> new Event("DONE", "{\"type\":\"DONE\"}");
            case 3 -> new Event("DISMISSED", "{\"type\":\"DISMISSED\",\"reason\":\"今期は見送り\"}");
            case 4 -> new Event("SNOOZED", "{\"type\":\"SNOOZED\",\"until\":\"2026-12-01\"}");
            default -> new Event("ASSIGNED", "{\"type\":\"ASSIGNED\",\"to\":\"sato\"}");
        };
    }

    /** Notes that an event was taken. */
    public void told(String action, String type) {
        events.merge(action + " " + type, 1, Integer::sum);
    }

    public void read() {
        reads.incrementAndGet();
    }

    public long reads() {
        return reads.get();
    }

    public int events() {
        return events.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Asserts that every write stands in the feed once, in the order of its account. */
    public void assertEveryWriteIsToldOnce(List<JsonNode> changes) {
        Map<String, List<Long>> told = new HashMap<>();
        for (JsonNode change : changes) {
            if (Set.of("ACCOUNT_KEPT", "SIGNALS_ADDED")
                    .contains(change.path("kind").asText())) {
                told.computeIfAbsent(change.path("accountId").asText(), id -> new ArrayList<>())
                        .add(change.at("/data/version").asLong());
            }
        }
        assertThat(told).isEqualTo(versions);
    }

    /** Asserts that every event stands in the feed as often as it was taken. */
    public void assertEveryEventIsToldOnce(List<JsonNode> changes) {
        Set<String> types = Set.of("ACCEPTED", "DONE", "DISMISSED", "SNOOZED", "ASSIGNED");
        Map<String, Integer> told = new TreeMap<>();
        for (JsonNode change : changes) {
            String type = change.path("kind").asText().replace("ACTION_", "");
            if (types.contains(type)) {
                told.merge(change.at("/data/actionId").asText() + " " + type, 1, Integer::sum);
            }
        }
        assertThat(told).isEqualTo(new TreeMap<>(events));
    }
}
