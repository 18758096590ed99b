package io.shirube.bench.twin;

import java.util.List;

/** Use that drops, and onboarding again: the sixteen rules of the frozen {@code adoption.drl}. Stateless. */
final class TwinAdoption {

    static final int RULES = 16;

    private TwinAdoption() {}

    static void judge(TwinAccount a, int first, List<Hit> hits) {
        usageDrop(a, first, hits);
        usageDropExplained(a, first, hits);
        reOnboarding(a, first, hits);
    }

    private static void usageDrop(TwinAccount a, int first, List<Hit> hits) {
        if (a.usageChange <= -0.25 && a.usageChangePrev <= -0.25) {
            hits.add(new Hit(Double.isNaN(a.usageChangeLastYear) ? first : first + 1, Hit.NO_ITEM));
        }
        fire(a.usageChange <= -0.5, first + 2, hits);
        fire(a.lastLoginDaysAgo >= 20, first + 3, hits);
    }

    private static void usageDropExplained(TwinAccount a, int first, List<Hit> hits) {
        fire(a.usageChange < 0 && a.usageChangeLastYear <= a.usageChange * 0.5, first + 4, hits);
        fire(Boolean.TRUE.equals(a.customerClosed), first + 5, hits);
        fire(outage(a), first + 6, hits);
        fire(a.licensedSeats < a.licensedSeatsPrev, first + 7, hits);
        fire(Boolean.TRUE.equals(a.migrationPlanned), first + 8, hits);
    }

    private static boolean outage(TwinAccount a) {
        if (a.integrationOutageDaysAgo <= 30 || a.severity1ResolvedDaysAgo <= 30) {
            return true;
        }
        for (TwinTicket ticket : a.ticketsOrNone()) {
            if (ticket.severity == 1
                    && (ticket.isOpen() || ticket.openedWithin30Days() || ticket.closedDaysAgo <= 30)) {
                return true;
            }
        }
        return false;
    }

    private static void reOnboarding(TwinAccount a, int first, List<Hit> hits) {
        if (a.onboardingCompletedDaysAgo >= 60) {
            if (a.newUserShare >= 0.3) {
                hits.add(new Hit(
                        a.coreFeatureAdoption < a.coreFeatureAdoptionPrev ? first + 9 : first + 10, Hit.NO_ITEM));
            }
            fire(a.newDepartmentSeats >= 20, first + 11, hits);
            fire(
                    a.coreFeatureAdoption < 0.3 && a.coreFeatureAdoptionPrev < 0.3 && a.coreFeatureAdoptionBest >= 0.5,
                    first + 12,
                    hits);
            fire(Boolean.FALSE.equals(a.successorTrained), first + 13, hits);
            fire(
                    a.fieldAlignmentDoneDaysAgo >= 45
                            && a.fieldAlignmentDoneDaysAgo <= 120
                            && Boolean.TRUE.equals(a.fieldAlignment),
                    first + 14,
                    hits);
        }
        fire(a.productRedesignDaysAgo < 30, first + 15, hits);
    }

    static void fire(boolean holds, int rule, List<Hit> hits) {
        if (holds) {
            hits.add(new Hit(rule, Hit.NO_ITEM));
        }
    }
}
