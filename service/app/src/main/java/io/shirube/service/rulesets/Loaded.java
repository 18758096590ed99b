package io.shirube.service.rulesets;

import io.shirube.engine.rules.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an attempt to load rules.
 *
 * @param rules null when the findings forbid their use
 * @param findings everything the author should know, errors among them when {@code rules} is null
 */
public record Loaded(@Nullable Rules rules, List<Finding> findings) {

    public Loaded {
        findings = List.copyOf(findings);
    }
}
