package io.shirube.engine.whatif;

import java.util.Objects;

/**
 * What somebody wants to bring about, or to avoid.
 *
 * @param value name of a touch, a band or an action type
 * @param avoided whether it is to be otherwise
 */
public record Goal(Facet facet, String value, boolean avoided) {

    public Goal {
        Objects.requireNonNull(facet, "facet");
        Objects.requireNonNull(value, "value");
    }

    /** What of a decision a goal is about. */
    public enum Facet {
        TOUCH,
        BAND,
        /** An action of a type is open; one that is held, limited or taken into another is not. */
        ACTION;

        /** Returns the facet as goals write it. */
        public String word() {
            return switch (this) {
                case TOUCH -> "touch";
                case BAND -> "band";
                case ACTION -> "action";
            };
        }
    }

    /** Returns the goal as it is written: {@code touch=HIGH}, {@code action!=UPSELL_PROMPT}. */
    public String written() {
        return facet.word() + (avoided ? "!=" : "=") + value;
    }

    /** Returns whether a decision has what is wanted. */
    boolean isReached(Reached by) {
        boolean there = switch (facet) {
            case TOUCH -> by.touch().equals(value);
            case BAND -> by.band().equals(value);
            case ACTION -> by.open().contains(value);
        };
        return there != avoided;
    }
}
