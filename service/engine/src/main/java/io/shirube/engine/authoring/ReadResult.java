package io.shirube.engine.authoring;

import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.RuleModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a rule folder.
 *
 * @param model null if and only if a finding is an error
 * @param findings everything found, by place
 */
public record ReadResult(@Nullable RuleModel model, List<Finding> findings) {

    public ReadResult {
        findings = List.copyOf(findings);
    }
}
