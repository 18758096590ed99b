package io.shirube.engine.decide;

import io.shirube.engine.model.Measurement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The believable measurements of one snapshot, and which signals have none.
 *
 * @param history checked measurements by signal name, oldest first, each with its day; none after asOf
 * @param staleSince day of the newest measurement by the name of a signal whose newest one is too old
 */
record Measured(Map<String, List<Measurement>> history, Map<String, LocalDate> staleSince) {

    /** Returns the day of the newest measurement of a signal that is too old to be believed. */
    Optional<LocalDate> staleSince(String signal) {
        return Optional.ofNullable(staleSince.get(signal));
    }
}
