package io.shirube.engine.internal.drools;

import java.util.List;

/** Rules that could not be lowered to Drools. Names units by number only; what an author wrote is not in it. */
public final class LoweringException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Integer> units;

    LoweringException(List<Integer> units, String reason) {
        super("units " + units + " cannot be lowered: " + reason);
        this.units = List.copyOf(units);
    }

    LoweringException(List<Integer> units, String reason, Throwable cause) {
        super("units " + units + " cannot be lowered: " + reason, cause);
        this.units = List.copyOf(units);
    }

    /** Returns the numbers of the units concerned; all of a phase when it cannot be told which. */
    public List<Integer> units() {
        return units;
    }
}
