package io.shirube.service.standing;

import io.shirube.io.SnapshotReader;
import io.shirube.service.rulesets.Rules;
import java.time.LocalDate;
import java.util.Map;

/** Makes settlements: everything they need but rules and day. Safe for use by many threads. */
public final class Settlements {

    private final SnapshotReader reader;
    private final EvidenceOfDay evidence;

    /** @param reader takes an account with all the readings it may come to have */
    public Settlements(SnapshotReader reader, EvidenceOfDay evidence) {
        this.reader = reader;
        this.evidence = evidence;
    }

    Settlement of(Rules rules, LocalDate today) {
        return new Settlement(rules, reader, today, known -> input(known, today));
    }

    /** Returns what is decided on, as a portfolio's line has it. */
    String input(Known known, LocalDate day) {
        Standing standing = known.standing();
        return SnapshotText.of(known, standing == null ? Map.of() : evidence.of(standing.touch(), day))
                .toString();
    }
}
