package io.shirube.engine.evaluate;

/** A truth value of Kleene's strong logic, in ascending order of truth. */
public enum Verdict {
    /** False whatever the unknown values are. */
    FALSE,
    /** Not settled by what is known. */
    UNKNOWN,
    /** True whatever the unknown values are. */
    TRUE;

    /** Returns TRUE or FALSE. */
    public static Verdict of(boolean known) {
        return known ? TRUE : FALSE;
    }

    /** Returns the Kleene conjunction: the less true of both. */
    public Verdict and(Verdict other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Returns the Kleene disjunction: the truer of both. */
    public Verdict or(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Returns the Kleene negation; unknown stays unknown. */
    public Verdict not() {
        return switch (this) {
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
            case TRUE -> FALSE;
        };
    }
}
