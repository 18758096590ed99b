package io.shirube.engine.decide;

import io.shirube.engine.rules.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of loading a rule folder.
 *
 * @param ruleset null exactly when an ERROR is among the findings
 * @param findings everything its author should know, sorted
 * @param refereed on how many generated accounts the two executors were compared, now or by this build before
 */
public record LoadResult(@Nullable Ruleset ruleset, List<Finding> findings, long refereed) {

    public LoadResult {
        findings = findings.stream().sorted().toList();
    }
}
