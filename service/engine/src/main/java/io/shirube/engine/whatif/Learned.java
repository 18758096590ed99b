package io.shirube.engine.whatif;

import java.util.List;

/**
 * What it would come to if something missing were known.
 *
 * @param outcomes one for each different touch, band and set of open actions, with the values that lead there
 */
record Learned(Input input, List<Outcome> outcomes) {

    Learned {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * @param spans values that come to the same, as spans of neighbouring values of the grid
     * @param proof a value of the first span, by which it was decided again
     */
    record Outcome(List<Span> spans, Setting proof, Reached reached) {
        Outcome {
            spans = List.copyOf(spans);
        }
    }

    /**
     * Neighbouring values of the grid, both ends tried.
     *
     * @param first whether nothing lower was tried
     * @param last whether nothing higher was tried
     */
    record Span(double from, double to, boolean first, boolean last) {}
}
