package io.shirube.bench.twin;

import java.util.List;

/** Tickets of one cause within 30 days. Stateless. */
final class TwinCauses {

    private TwinCauses() {}

    /** Returns whether a ticket is the oldest of three or more of its cause, so that the cause is judged once. */
    static boolean isOldestOfThree(List<TwinTicket> tickets, TwinTicket ticket) {
        if (!isRecent(ticket)) {
            return false;
        }
        int count = 0;
        for (TwinTicket other : tickets) {
            if (sameCause(other, ticket)) {
                boolean older = other.openedDaysAgo <= 30 && other.openedDaysAgo > ticket.openedDaysAgo;
                if (older || Double.isNaN(other.openedDaysAgo)) {
                    return false; // because one of which the age is not known may be older
                }
                count += isRecent(other) ? 1 : 0;
            }
        }
        return count >= 3;
    }

    /** Returns whether three different tickets have one cause. */
    static boolean anyThree(List<TwinTicket> tickets) {
        for (TwinTicket a : tickets) {
            for (TwinTicket b : tickets) {
                if (isRecent(a) && isRecent(b) && sameCause(b, a) && differ(b, a) && anyThird(tickets, a, b)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean anyThird(List<TwinTicket> tickets, TwinTicket a, TwinTicket b) {
        for (TwinTicket c : tickets) {
            if (isRecent(c) && sameCause(c, a) && differ(c, a) && differ(c, b)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRecent(TwinTicket ticket) {
        return ticket.cause != null && ticket.openedWithin30Days() && ticket.counts();
    }

    private static boolean sameCause(TwinTicket one, TwinTicket other) {
        return one.cause != null && one.cause.equals(other.cause);
    }

    static boolean differ(TwinTicket one, TwinTicket other) {
        return one.id != null && other.id != null && !one.id.equals(other.id);
    }
}
