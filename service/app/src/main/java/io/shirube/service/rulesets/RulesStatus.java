package io.shirube.service.rulesets;

import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.Severity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How rules stand at a moment.
 *
 * @param active what decides, null before the first rules and when there are none
 * @param broken the edit that is not used, null when the folder's rules are active
 */
public record RulesStatus(
        RulesState state,
        Path folder,
        @Nullable Active active,
        @Nullable Broken broken) {

    /** @param findings what the author of the active rules should know: warnings and notices */
    public record Active(String revision, Instant loadedAt, List<Finding> findings) {

        public Active {
            findings = List.copyOf(findings);
        }
    }

    /**
     * @param revision of the files that are not used, null when they could not be read
     * @param since when they were refused
     * @param findings errors first; among them those of the catalogues, because a name that is missing there is missed
     *     everywhere
     */
    public record Broken(@Nullable String revision, Instant since, List<Finding> findings) {

        private static final Comparator<Finding> CAUSES_FIRST = Comparator.comparing(Finding::severity)
                .thenComparing(finding -> finding.at().file().contains("/"));

        public Broken {
            findings = findings.stream().sorted(CAUSES_FIRST).toList();
        }

        /** Returns the findings that forbid the use of the edit. */
        public List<Finding> errors() {
            return findings.stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .toList();
        }
    }

    /** Returns whether there are rules to decide with. */
    public boolean ready() {
        return active != null;
    }
}
