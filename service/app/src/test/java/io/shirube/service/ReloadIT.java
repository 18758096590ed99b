package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.service.db.TestDatabase;
import io.shirube.service.rulesets.RulesState;
import io.shirube.service.rulesets.RulesStatus;
import io.shirube.service.testing.ClientLoad;
import io.shirube.service.testing.RuleEdits;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Saved edits of the shipped rules, every second one broken, while clients go on asking. {@code
 * -Dshirube.reload.edits=200} for more of them.
 */
class ReloadIT {

    private static final int EDITS = Integer.getInteger("shirube.reload.edits", 4);

    /** Edits after which every class there is to load has been loaded. */
    private static final int WARM_UP = Math.max(2, Math.min(20, EDITS / 2));

    /** A base of rules that is never let go has hundreds of classes; these are what the program itself may still load. */
    private static final int CLASSES_AN_EDIT = 20;

    private static final int OWN_CLASSES = 500;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path rules;

    private final List<Long> live = new ArrayList<>();
    private final List<Long> told = new ArrayList<>();

    @Test
    void neverFailsOrMixesRevisionsAndKeepsTheLastGoodOneWhileRulesAreEdited() throws Exception {
        RuleEdits edits = new RuleEdits(RunningService.HOME.resolve("rules"), rules);
        try (RunningService service = RunningService.start(
                        EngineService::loader,
                        rules,
                        TestDatabase.migrated(),
                        Map.of("rules.warmUpDecisions", "20", "rules.rehearsals", "0"));
                ClientLoad load = new ClientLoad(edits::marker)) {
            String query = "/api/v1/decisions?asOf=2026-11-20";
            String batch = "/api/v1/decisions/batch?asOf=2026-11-20";
            String lines = (RuleEdits.account() + "\n").repeat(10);
            load.add("one-by-one", () -> service.post(query, RuleEdits.account()));
            load.add("in-batches", () -> service.post(batch, lines, "Content-Type", "application/x-ndjson"));

            edit(service, edits, 1, WARM_UP);
            int classes = classes();
            long metaspace = metaspace();
            edit(service, edits, WARM_UP + 1, EDITS);
            int classesAfter = classes();
            long metaspaceAfter = metaspace();

            System.out.printf(
                    Locale.ROOT,
                    "%d edits, half of them broken: %d decisions by %d revisions in %d answers, %d failed, %d mixed%n"
                            + "  sound edits live after %s; broken ones told after %s%n"
                            + "  after %d and %d edits: %d and %d classes, %.1f and %.1f MB of metaspace%n",
                    EDITS,
                    load.decisions.get(),
                    load.revisions.size(),
                    load.answers.get(),
                    load.failed.size(),
                    load.mixed.size(),
                    spread(live),
                    spread(told),
                    WARM_UP,
                    EDITS,
                    classes,
                    classesAfter,
                    metaspace / 1e6,
                    metaspaceAfter / 1e6);
            assertThat(load.failed).isEmpty();
            assertThat(load.mixed).isEmpty();
            assertThat(load.revisions).hasSizeGreaterThanOrEqualTo(EDITS / 2);
            assertThat(classesAfter - classes).isLessThan(OWN_CLASSES + CLASSES_AN_EDIT * (EDITS - WARM_UP));
        }
    }

    private void edit(RunningService service, RuleEdits edits, int first, int last) throws Exception {
        for (int number = first; number <= last; number++) {
            String before = active(service);
            long started = System.nanoTime();
            if (number % 2 == 0) {
                String revision = edits.save(number);
                awaitStatus(service, now -> revision.equals(active(service)) && now.broken() == null);
                live.add(System.nanoTime() - started);
            } else {
                String revision = edits.breakSomething(number);
                awaitStatus(
                        service,
                        now -> now.broken() != null
                                && revision.equals(now.broken().revision()));
                told.add(System.nanoTime() - started);
                assertThat(active(service)).isEqualTo(before);
                assertToldOverRest(service, before);
            }
        }
    }

    private static void assertToldOverRest(RunningService service, String before) throws Exception {
        JsonNode active = new ObjectMapper()
                .readTree(service.get("/api/v1/rulesets/active").body());
        assertThat(active.path("state").asText()).isEqualTo(RulesState.KEEPING_LAST_GOOD.name());
        assertThat(active.path("revision").asText()).isEqualTo(before);
        assertThat(active.at("/broken/findings").findValuesAsText("severity")).contains("ERROR");
        assertThat(service.admin("/ready").statusCode()).isEqualTo(200);
    }

    private static String active(RunningService service) {
        return Objects.requireNonNull(service.status().active()).revision();
    }

    private static void awaitStatus(RunningService service, Predicate<RulesStatus> wanted) {
        await().pollInterval(Duration.ofMillis(10)).atMost(PATIENCE).until(() -> wanted.test(service.status()));
    }

    private static String spread(List<Long> nanos) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%.2f s (median), %.2f s (9 of 10), %.2f s (longest)",
                sorted.get(sorted.size() / 2) / 1e9,
                sorted.get(sorted.size() * 9 / 10) / 1e9,
                sorted.get(sorted.size() - 1) / 1e9);
    }

    private static int classes() {
        System.gc();
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong((MemoryPoolMXBean pool) -> pool.getUsage().getUsed())
                .sum();
    }
}
