package io.shirube.engine.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.decide.LoadResult;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.Severity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedRulesTest {

    @Test
    void loadWithoutAnErrorOrAWarning() throws Exception {
        LoadResult result = Ruleset.load(RuleBundle.readFolder(Path.of("../../rules")));
        List<String> findings = result.findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTICE)
                .map(finding -> finding.at() + " " + finding.severity() + " " + finding.code() + " " + finding.whatEn())
                .toList();
        assertThat(findings).isEmpty();
        try (Ruleset ruleset = result.ruleset()) {
            assertThat(ruleset).isNotNull();
        }
    }
}
