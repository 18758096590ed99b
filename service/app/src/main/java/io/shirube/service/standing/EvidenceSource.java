package io.shirube.service.standing;

import io.shirube.engine.model.AccountSnapshot.Evidence;
import java.time.LocalDate;
import java.util.Map;

/** Tells what came of actions. Safe for use by many threads. */
public interface EvidenceSource {

    /**
     * Counts actions that ended before a day. A trial was done, dismissed or left until it expired; a success was done.
     *
     * @return by the touch of the account when the action opened, then by type
     */
    Map<String, Map<String, Evidence>> until(LocalDate day);
}
