package io.shirube.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.rules.RuleBundle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is said of each row of fixtures/portfolios/dirty.csv, worked out by hand from the contracts. */
class DirtyPortfolioTest {

    private static final Path DIRTY = Path.of("../../fixtures/portfolios/dirty.csv");
    private static final Path RULES = Path.of("../../rules");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Test
    void namesWhatIsWrongWithEachRowAndDecidesTheOthers() throws Exception {
        Map<Long, String> said = new LinkedHashMap<>();
        try (Ruleset rules = Objects.requireNonNull(
                        Ruleset.load(RuleBundle.readFolder(RULES)).ruleset());
                InputStream in = Files.newInputStream(DIRTY);
                EntrySource source = PortfolioFormat.CSV.open(
                        in,
                        new SnapshotReader(ZoneId.of("Asia/Tokyo")),
                        SignalTypes.of(rules.model().vocabulary()),
                        null)) {
            for (EntrySource.Entry entry = source.next(); entry != null; entry = source.next()) {
                said.put(entry.line(), decided(entry, rules));
            }
        }
        Map<Long, String> expected = new LinkedHashMap<>();
        expected.put(2L, "decided");
        expected.put(3L, "decided"); // its second cell breaks the line, so the next row starts in line 5
        expected.put(5L, "INVALID_DATE contract.start");
        expected.put(6L, "INVALID_DATE contract.start");
        expected.put(7L, "WRONG_TYPE account.employees");
        expected.put(8L, "WRONG_TYPE contract.autoRenew");
        expected.put(9L, "OUT_OF_RANGE signals.nps");
        expected.put(10L, "WRONG_CURRENCY contract.currency");
        expected.put(11L, "REQUIRED account.id");
        expected.put(13L, "UNKNOWN_VALUE signals.csmSentiment");
        expected.put(14L, "decided, FUTURE");
        expected.put(15L, "INVALID_CSV ");
        expected.put(16L, "OUT_OF_RANGE contract.end");
        assertThat(said).containsExactlyEntriesOf(expected);
    }

    private static String decided(EntrySource.Entry entry, Ruleset rules) throws IOException {
        try {
            var decision = new Decider().decide(entry.read().orThrow(), DAY, rules, RefereeMode.NEVER);
            return decision.notices().toString().contains("FUTURE") ? "decided, FUTURE" : "decided";
        } catch (InputException e) {
            return e.problems().stream().map(DirtyPortfolioTest::shown).collect(Collectors.joining(", "));
        }
    }

    private static String shown(InputProblem problem) {
        return problem.code() + " " + problem.field();
    }
}
