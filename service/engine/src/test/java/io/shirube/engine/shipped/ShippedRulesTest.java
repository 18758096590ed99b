package io.shirube.engine.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.cases.CaseFile;
import io.shirube.engine.cases.CaseReport;
import io.shirube.engine.cases.CaseRunner;
import io.shirube.engine.decide.LoadResult;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ShippedRulesTest {

    private static final Path RULES = Path.of("../../rules");

    @Test
    void loadWithoutAnErrorOrAWarningAndPassEveryCase() throws Exception {
        LoadResult result = Ruleset.load(RuleBundle.readFolder(RULES));
        List<String> findings = result.findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTICE)
                .map(finding -> finding.at() + " " + finding.severity() + " " + finding.code() + " " + finding.whatEn())
                .toList();
        assertThat(findings).isEmpty();
        try (Ruleset ruleset = Objects.requireNonNull(result.ruleset())) {
            everyCasePasses(ruleset);
        }
    }

    /** The folder is loaded once, because lowering it is what takes the time. */
    private static void everyCasePasses(Ruleset ruleset) throws IOException {
        List<CaseFile> files = CaseFile.readFolder(RULES, ZoneId.of("Asia/Tokyo"));
        CaseReport report = new CaseRunner(ruleset).run(files);
        report.lines("en").forEach(System.out::println);
        assertThat(report.isFine()).as(report.summary()).isTrue();
    }
}
