package io.shirube.engine.authoring.catalogue;

import io.shirube.engine.model.Position;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What scores and indicators are for, as far as the catalogues say. Read by checks alone; no decision rests on it.
 *
 * @param targets where each signal with a stated target names it, by signal
 * @param scorePurpose what the health score is for, empty when not said
 * @param dimensions purpose of each health dimension and where it stands, by dimension
 */
public record Aims(Map<String, Position> targets, String scorePurpose, Map<String, DimensionAim> dimensions) {

    /** A score that warns of churn early; it says nothing about who would buy more. */
    public static final String CHURN_EARLY_WARNING = "CHURN_EARLY_WARNING";

    public Aims {
        targets = new LinkedHashMap<>(targets);
        dimensions = new LinkedHashMap<>(dimensions);
    }

    /** @param purpose of the dimension, or else of the whole score; empty when neither says */
    public record DimensionAim(String purpose, Position at) {}
}
