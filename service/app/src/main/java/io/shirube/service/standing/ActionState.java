package io.shirube.service.standing;

/** What became of an action. */
public enum ActionState {
    OPEN,
    ACCEPTED,
    SNOOZED,
    /** Its reason stands, but something bars it; it comes back by itself. */
    HELD,
    DONE,
    DISMISSED,
    /** Its reason is gone. */
    WITHDRAWN,
    /** It stands inside a stronger action. */
    SUPERSEDED,
    EXPIRED;

    /** Returns whether there is still something to do or to wait for. */
    public boolean isLiving() {
        return this == OPEN || this == ACCEPTED || this == SNOOZED || this == HELD;
    }
}
