package io.shirube.bench.twin;

import org.jspecify.annotations.Nullable;

/** A ticket as the twin reads it: null and NaN are values nobody told, or events that have not happened. */
public final class TwinTicket {

    public @Nullable String id;
    public @Nullable String cause;
    public @Nullable Boolean open;
    public @Nullable Boolean escalated;
    public @Nullable Boolean waitingForCustomer;
    public @Nullable Kind kind;
    public double severity = Double.NaN;
    public double reopened = Double.NaN;
    public double openedDaysAgo = Double.NaN;
    public double closedDaysAgo = Double.NaN;

    /** What a ticket is about. */
    public enum Kind {
        INCIDENT,
        QUESTION,
        REQUEST
    }

    /** Returns whether the ticket counts: requests, and tickets that wait for the customer, do not. */
    boolean counts() {
        return kind != Kind.REQUEST && !Boolean.TRUE.equals(waitingForCustomer);
    }

    boolean isOpen() {
        return Boolean.TRUE.equals(open);
    }

    boolean openedWithin30Days() {
        return openedDaysAgo <= 30;
    }
}
