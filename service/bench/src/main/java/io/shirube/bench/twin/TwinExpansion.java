package io.shirube.bench.twin;

import static io.shirube.bench.twin.TwinAdoption.fire;

import io.shirube.bench.twin.TwinAccount.Band;
import io.shirube.bench.twin.TwinAccount.Intent;
import io.shirube.bench.twin.TwinAccount.Level;
import java.util.List;

/** Offers, and when to make none: the eight rules of the frozen {@code expansion.drl}. Stateless. */
final class TwinExpansion {

    static final int RULES = 8;

    private TwinExpansion() {}

    static void judge(TwinAccount a, int first, List<Hit> hits) {
        fire(readyForMore(a), first, hits);
        fire(
                a.expansionInterestDaysAgo >= 0
                        && a.expansionInterestDaysAgo <= 30
                        && (a.band == Band.YELLOW || a.band == Band.GREEN),
                first + 1,
                hits);
        boolean waiting = false;
        boolean lately = a.severity1ResolvedDaysAgo <= 21;
        for (TwinTicket ticket : a.ticketsOrNone()) {
            if (ticket.severity == 1) {
                waiting |= ticket.isOpen() && Boolean.TRUE.equals(ticket.waitingForCustomer);
                lately |= Boolean.FALSE.equals(ticket.open) && ticket.closedDaysAgo <= 21;
            }
        }
        fire(waiting, first + 2, hits);
        fire(lately, first + 3, hits);
        boolean owes = a.overdueAmount > 1000 || Double.isNaN(a.overdueAmount);
        fire(a.paymentOverdueDays > 15 && owes, first + 4, hits);
        fire(
                a.statedIntent == Intent.REDUCE || a.statedIntent == Intent.CANCEL || a.noticeReceivedDaysAgo >= 0,
                first + 5,
                hits);
        fire(idleSeats(a), first + 6, hits);
        fire(a.priceChangeInformedDaysAgo < 30, first + 7, hits);
    }

    private static boolean readyForMore(TwinAccount a) {
        return a.seatAssignmentRate >= 0.9
                && a.seatAssignmentRatePrev >= 0.9
                && a.engagementRate >= 0.7
                && a.headroomSeats >= 5
                && a.headroomSeats * 10 >= a.licensedSeats
                && !Boolean.TRUE.equals(a.priceCeilingReached)
                && a.healthScore >= 70
                && a.band != null
                && a.band != Band.UNKNOWN
                && (a.level == Level.LIGHT || a.level == Level.DEEP);
    }

    private static boolean idleSeats(TwinAccount a) {
        return a.seatAssignmentRate >= 0.8
                && (a.dormantShare >= 0.25 || a.engagementRate < 0.6)
                && a.daysLeft >= 0
                && a.daysLeft <= 150;
    }
}
