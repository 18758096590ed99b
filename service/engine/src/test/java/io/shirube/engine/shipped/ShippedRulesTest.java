package io.shirube.engine.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.cases.CaseFile;
import io.shirube.engine.cases.CaseReport;
import io.shirube.engine.cases.CaseRunner;
import io.shirube.engine.rules.Severity;
import io.shirube.engine.testing.ShippedRules;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedRulesTest {

    @Test
    void loadWithoutAnErrorOrAWarning() {
        assertThat(ShippedRules.loaded().findings())
                .filteredOn(finding -> finding.severity() != Severity.NOTICE)
                .isEmpty();
    }

    @Test
    void decideEveryCaseAsItsAuthorExpects() throws IOException {
        List<CaseFile> files = CaseFile.readFolder(ShippedRules.FOLDER, ZoneId.of("Asia/Tokyo"));

        CaseReport report = new CaseRunner(ShippedRules.ruleset()).run(files);

        assertThat(report.isFine()).as(String.join("\n", report.lines("en"))).isTrue();
        assertThat(report.coverage().parts()).hasSizeGreaterThan(100);
    }
}
