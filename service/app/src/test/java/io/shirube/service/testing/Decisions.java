package io.shirube.service.testing;

import io.shirube.engine.model.Decision;
import java.time.LocalDate;
import java.util.List;

/** Decisions that say little. */
public final class Decisions {

    private Decisions() {}

    /** Returns a decision of this account, day and ruleset with nothing to do. */
    public static Decision empty(String accountId, LocalDate asOf, String revision) {
        return new Decision(
                accountId,
                asOf,
                revision,
                "test",
                new Decision.StageResult("ADOPTION", "DERIVED", List.of()),
                new Decision.Renewal(null, null, null, null, null),
                new Decision.Segment("TECH", "SELF_SERVICE", null, false, null, List.of()),
                new Decision.Health(null, "UNKNOWN", 0, List.of(), List.of()),
                new Decision.Success("NONE", List.of()),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of());
    }
}
