package io.shirube.engine.decide;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of health: the weighted mean over the dimensions with data, and the share of weight they stand for.
 *
 * @param score sum of weight times score over sum of weight, 0..100, unrounded; null without data
 * @param coverage weight with data over all weight, 0..1, unrounded
 */
record HealthScore(List<Part> parts, @Nullable Double score, double coverage, double weightWithData) {

    /**
     * @param score 0..100, null without data
     * @param applies whether it is a dimension of this account at all; else its weight counts nowhere
     */
    record Part(@Nullable Double score, double weight, boolean applies) {

        /** A dimension that applies. */
        Part(@Nullable Double score, double weight) {
            this(score, weight, true);
        }
    }

    static HealthScore of(List<Part> parts) {
        double all = 0;
        double withData = 0;
        double sum = 0;
        for (Part part : parts) {
            all += part.applies() ? part.weight() : 0;
            Double score = part.score();
            if (score != null) {
                withData += part.weight();
                sum += part.weight() * score;
            }
        }
        return new HealthScore(parts, withData > 0 ? sum / withData : null, all > 0 ? withData / all : 0, withData);
    }

    /** Returns a dimension's score: the lowest concluded, lifted to at least, cut to at most; null without any. */
    static @Nullable Double dimension(@Nullable Double lowest, @Nullable Double atLeast, @Nullable Double atMost) {
        Double score = lowest == null ? atLeast : lowest;
        if (score != null && atLeast != null) {
            score = Math.max(score, atLeast);
        }
        if (score == null) {
            return atMost;
        }
        return atMost == null ? score : Double.valueOf(Math.min(score, atMost));
    }

    /** Returns a dimension's share of the weights with data, 0 without data of its own. */
    double effectiveWeight(int index) {
        Part part = parts.get(index);
        return part.score() == null || weightWithData <= 0 ? 0 : part.weight() / weightWithData;
    }

    /**
     * Returns the band of the unrounded score. Too little coverage is UNKNOWN, whatever a cap allows, except that a cap of
     * RED allows nothing else.
     *
     * @param cap best band allowed, or null
     */
    String band(double greenFrom, double yellowFrom, double minimumCoverage, @Nullable String cap) {
        if ("RED".equals(cap)) {
            return "RED";
        }
        if (score == null || coverage < minimumCoverage) {
            return "UNKNOWN";
        }
        if (score < yellowFrom) {
            return "RED";
        }
        return score < greenFrom || "YELLOW".equals(cap) ? "YELLOW" : "GREEN";
    }
}
