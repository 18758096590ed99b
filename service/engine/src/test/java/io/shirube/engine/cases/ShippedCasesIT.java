package io.shirube.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.authoring.ReadResult;
import io.shirube.engine.authoring.RulesetReader;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.RuleModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ShippedCasesIT {

    private static final Path RULES = Path.of("../../rules");

    @Test
    void everyShippedCaseIsAsItsAuthorExpects() throws IOException {
        ReadResult read = RulesetReader.read(RuleBundle.readFolder(RULES));
        RuleModel model =
                Objects.requireNonNull(read.model(), () -> read.findings().toString());
        List<CaseFile> files = CaseFile.readFolder(RULES, ZoneId.of("Asia/Tokyo"));
        try (Ruleset ruleset = Ruleset.of(model)) {
            CaseReport report = new CaseRunner(ruleset).run(files);
            assertThat(report.isFine())
                    .as(String.join("\n", report.lines("en")))
                    .isTrue();
            assertThat(report.coverage().parts()).hasSizeGreaterThan(100);
        }
    }
}
