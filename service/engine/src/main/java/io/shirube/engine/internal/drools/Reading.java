package io.shirube.engine.internal.drools;

/** Which of the verdicts of a three-valued statement a printed, two-valued test accepts. */
enum Reading {
    TRUE("> 0"),
    FALSE("< 0"),
    TRUE_OR_UNKNOWN(">= 0"),
    FALSE_OR_UNKNOWN("<= 0");

    private final String ofVerdict;

    Reading(String ofVerdict) {
        this.ofVerdict = ofVerdict;
    }

    /** Returns the comparison of a verdict number that accepts it. */
    String ofVerdict() {
        return ofVerdict;
    }

    /** Returns the reading of the negated statement that accepts the same. */
    Reading negated() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case TRUE_OR_UNKNOWN -> FALSE_OR_UNKNOWN;
            case FALSE_OR_UNKNOWN -> TRUE_OR_UNKNOWN;
        };
    }

    /** Returns whether it asks for the statement rather than for its contrary. */
    boolean isPositive() {
        return this == TRUE || this == TRUE_OR_UNKNOWN;
    }

    /** Returns whether an unknown statement is accepted. */
    boolean acceptsUnknown() {
        return this == TRUE_OR_UNKNOWN || this == FALSE_OR_UNKNOWN;
    }

    boolean accepts(int verdict) {
        return verdict == 0 ? acceptsUnknown() : (verdict > 0) == isPositive();
    }

    /** Returns which inner matches a not must lack: a certain one lacks every possible match, and the other way round. */
    Reading underNot() {
        return acceptsUnknown() ? TRUE : TRUE_OR_UNKNOWN;
    }
}
