package io.shirube.service.rulesets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.Explain;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.Decision;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.io.PortfolioFormat;
import io.shirube.io.SnapshotReader;
import io.shirube.io.generate.PortfolioFiles;
import io.shirube.io.generate.PortfolioGenerator;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The shipped rules and the generated book, which know nothing of each other, tell the same story. */
class GeneratedBookTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
    private static final int ACCOUNTS = 400;

    @Test
    void redAccountsLeaveAtLeastTwiceAsOftenAsGreenOnes() throws Exception {
        ByteArrayOutputStream book = new ByteArrayOutputStream();
        ByteArrayOutputStream outcomes = new ByteArrayOutputStream();
        new PortfolioGenerator(ACCOUNTS, 11, AS_OF)
                .write(new PortfolioFiles(book, PortfolioFormat.NDJSON, outcomes, List.of()), done -> {});
        Map<String, String> next = next(outcomes.toString(UTF_8).lines().toList());
        Map<String, int[]> bands = new HashMap<>();
        Set<String> actions = new HashSet<>();
        SnapshotReader reader = new SnapshotReader(ZoneId.of("Asia/Tokyo"));
        Decider decider = new Decider();
        try (Ruleset rules = Objects.requireNonNull(
                Ruleset.load(RuleBundle.readFolder(Path.of("../../rules"))).ruleset())) {
            for (String line : book.toString(UTF_8).lines().toList()) {
                Decision decision =
                        decider.decide(reader.read(line).orThrow(), AS_OF, rules, RefereeMode.NEVER, Explain.NONE);
                assertThat(decision.problems()).isEmpty();
                decision.actions().forEach(action -> actions.add(action.type()));
                String outcome = next.get(decision.accountId());
                if (outcome != null) {
                    int[] figures = bands.computeIfAbsent(decision.health().band(), band -> new int[2]);
                    figures[0] += outcome.equals("CHURNED") ? 1 : 0;
                    figures[1]++;
                }
            }
        }
        int[] red = Objects.requireNonNull(bands.get("RED"));
        int[] green = Objects.requireNonNull(bands.get("GREEN"));
        assertThat(red[1]).isGreaterThan(20);
        assertThat(green[1]).isGreaterThan(20);
        assertThat((double) red[0] / red[1]).isGreaterThanOrEqualTo(2.0 * green[0] / green[1]);
        assertThat(actions).hasSizeGreaterThan(12);
    }

    /** Returns the first decision of each account after asOf. */
    private static Map<String, String> next(List<String> lines) {
        Map<String, String> next = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (LocalDate.parse(cells[2]).isAfter(AS_OF)) {
                next.putIfAbsent(cells[0], cells[3]);
            }
        }
        return next;
    }
}
