package io.shirube.engine.decide;

import io.shirube.engine.explain.Quoted;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Measurement;
import io.shirube.engine.rules.SignalType;
import java.util.List;
import java.util.Map;

/** Computes what a derived signal is worth. Safe for use by many threads. */
@FunctionalInterface
interface Deriver {

    /** @param history checked measurements by signal name, oldest first */
    Quoted derive(SignalType type, Facts facts, Map<String, List<Measurement>> history);
}
