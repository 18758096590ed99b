package io.shirube.engine.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.cases.CaseFile;
import io.shirube.engine.cases.CaseReport;
import io.shirube.engine.cases.CaseRunner;
import io.shirube.engine.cases.coverage.Coverage;
import io.shirube.engine.rules.Severity;
import io.shirube.engine.testing.ShippedRules;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShippedRulesTest {

    /** Answers "decision date unknown, notice deadline known", which never comes: both are computed together. */
    private static final String NEVER_COMES = "1-lifecycle/stage.table.csv!A16";

    private static CaseReport report =
            new CaseReport(List.of(), List.of(), new Coverage(List.of(), List.of(), List.of()));

    @BeforeAll
    static void runTheCases() throws IOException {
        List<CaseFile> files = CaseFile.readFolder(ShippedRules.FOLDER, ZoneId.of("Asia/Tokyo"));
        report = new CaseRunner(ShippedRules.ruleset()).run(files);
    }

    @Test
    void loadWithoutAnErrorOrAWarning() {
        assertThat(ShippedRules.loaded().findings())
                .filteredOn(finding -> finding.severity() != Severity.NOTICE)
                .isEmpty();
    }

    @Test
    void decideEveryCaseAsItsAuthorExpects() {
        assertThat(report.isFine()).as(String.join("\n", report.lines("en"))).isTrue();
        assertThat(report.coverage().parts()).hasSizeGreaterThan(100);
    }

    @Test
    void haveACaseForEveryRuleRowAndCondition() {
        assertThat(report.coverage().neverFired())
                .extracting(part -> part.at().toString())
                .containsExactly(NEVER_COMES);
        assertThat(report.coverage().conditions())
                .filteredOn(condition -> !condition.isCovered())
                .isEmpty();
    }

    @Test
    void haveACaseOnEveryThresholdAndOneJustBeside() {
        assertThat(report.coverage().thresholds()).hasSizeGreaterThan(400);
        assertThat(report.coverage().thresholds())
                .filteredOn(threshold -> !threshold.isCovered())
                .isEmpty();
    }
}
