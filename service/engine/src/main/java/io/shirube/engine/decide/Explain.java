package io.shirube.engine.decide;

/** How much a decision says about itself. */
public enum Explain {
    /** Results only: neither reasons nor missing signals. */
    NONE,
    /** With reasons and missing signals. */
    REASONS,
    /** With everything there is. */
    FULL
}
