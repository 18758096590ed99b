package io.shirube.bench.twin;

import static io.shirube.bench.twin.TwinAdoption.fire;

import io.shirube.bench.twin.TwinAccount.Touch;
import java.util.List;

/** Tickets to escalate: the fifteen rules of the frozen {@code support.drl}. Stateless. */
final class TwinSupport {

    static final int RULES = 15;

    private TwinSupport() {}

    static void judge(TwinAccount a, int first, List<Hit> hits) {
        List<TwinTicket> tickets = a.ticketsOrNone();
        boolean near = a.nearDecision();
        boolean strict = near || a.touch == Touch.HIGH;
        boolean lenient = a.touch != null
                && a.touch != Touch.HIGH
                && (a.daysLeft > 120 || a.daysLeft < 0 || Double.isNaN(a.daysLeft));
        boolean severity1 = anySeverity1(tickets);
        fire(severity1, first, hits);
        fire(near && severity1, first + 1, hits);
        overdue(lenient, tickets, 2, 7, first + 2, hits);
        overdue(strict, tickets, 2, 3, first + 3, hits);
        overdue(lenient, tickets, 3, 14, first + 4, hits);
        overdue(strict, tickets, 3, 7, first + 5, hits);
        fire(near && anyOverdue(tickets), first + 6, hits);
        fire(reopened(tickets) >= 2, first + 7, hits);
        fire(near && twoReopened(tickets), first + 8, hits);
        for (int i = 0; i < tickets.size(); i++) {
            if (TwinCauses.isOldestOfThree(tickets, tickets.get(i))) {
                hits.add(new Hit(first + 9, i));
            }
        }
        fire(a.sameCauseTickets30d >= 3, first + 10, hits);
        fire(near && (a.sameCauseTickets30d >= 3 || TwinCauses.anyThree(tickets)), first + 11, hits);
        boolean escalated = false;
        for (int i = 0; i < tickets.size(); i++) {
            TwinTicket ticket = tickets.get(i);
            if (ticket.isOpen() && Boolean.TRUE.equals(ticket.escalated) && ticket.counts()) {
                escalated = true;
                hits.add(new Hit(first + 12, i));
            }
        }
        fire(near && escalated, first + 13, hits);
        fire(Boolean.TRUE.equals(a.testTenant), first + 14, hits);
    }

    private static boolean anySeverity1(List<TwinTicket> tickets) {
        for (TwinTicket ticket : tickets) {
            if (ticket.severity == 1 && ticket.isOpen() && ticket.counts()) {
                return true;
            }
        }
        return false;
    }

    private static void overdue(
            boolean applies, List<TwinTicket> tickets, int severity, int days, int rule, List<Hit> hits) {
        if (applies) {
            for (int i = 0; i < tickets.size(); i++) {
                if (isOverdue(tickets.get(i), severity, days)) {
                    hits.add(new Hit(rule, i));
                }
            }
        }
    }

    private static boolean isOverdue(TwinTicket ticket, int severity, int days) {
        return ticket.severity == severity && ticket.isOpen() && ticket.openedDaysAgo > days && ticket.counts();
    }

    private static boolean anyOverdue(List<TwinTicket> tickets) {
        for (TwinTicket ticket : tickets) {
            if (isOverdue(ticket, 2, 3) || isOverdue(ticket, 3, 7)) {
                return true;
            }
        }
        return false;
    }

    private static int reopened(List<TwinTicket> tickets) {
        int count = 0;
        for (TwinTicket ticket : tickets) {
            count += wasReopened(ticket) ? 1 : 0;
        }
        return count;
    }

    private static boolean wasReopened(TwinTicket ticket) {
        return ticket.reopened >= 1 && ticket.openedWithin30Days() && ticket.counts();
    }

    /** Two entries of one id are one ticket told twice. */
    private static boolean twoReopened(List<TwinTicket> tickets) {
        for (TwinTicket one : tickets) {
            for (TwinTicket other : tickets) {
                if (wasReopened(one) && wasReopened(other) && TwinCauses.differ(one, other)) {
                    return true;
                }
            }
        }
        return false;
    }
}
