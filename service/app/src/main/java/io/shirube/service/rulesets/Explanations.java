package io.shirube.service.rulesets;

import io.shirube.io.Explain;

/** How much a decision must find out for how much of it will be written. */
public final class Explanations {

    private Explanations() {}

    public static io.shirube.engine.decide.Explain of(Explain written) {
        return switch (written) {
            case NONE -> io.shirube.engine.decide.Explain.NONE;
            case REASONS -> io.shirube.engine.decide.Explain.REASONS;
            case FULL -> io.shirube.engine.decide.Explain.FULL;
        };
    }
}
