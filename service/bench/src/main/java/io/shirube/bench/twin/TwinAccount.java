package io.shirube.bench.twin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as the twin reads it, earlier conclusions among its values. Null and NaN are values nobody told, or events that
 * have not happened: no comparison with them holds. Filled by one thread, then only read.
 */
public final class TwinAccount {

    // use
    public double usageChange = Double.NaN;
    public double usageChangePrev = Double.NaN;
    public double usageChangeLastYear = Double.NaN;
    public double lastLoginDaysAgo = Double.NaN;
    public double newUserShare = Double.NaN;
    public double coreFeatureAdoption = Double.NaN;
    public double coreFeatureAdoptionPrev = Double.NaN;
    public double coreFeatureAdoptionBest = Double.NaN;
    public double newDepartmentSeats = Double.NaN;
    public double productRedesignDaysAgo = Double.NaN;
    public double integrationOutageDaysAgo = Double.NaN;
    public double severity1ResolvedDaysAgo = Double.NaN;
    public double sameCauseTickets30d = Double.NaN;
    public double onboardingCompletedDaysAgo = Double.NaN;
    public double fieldAlignmentDoneDaysAgo = Double.NaN;
    public @Nullable Boolean customerClosed;
    public @Nullable Boolean migrationPlanned;
    public @Nullable Boolean successorTrained;
    public @Nullable Boolean testTenant;

    // seats and money
    public double licensedSeats = Double.NaN;
    public double licensedSeatsPrev = Double.NaN;
    public double seatAssignmentRate = Double.NaN;
    public double seatAssignmentRatePrev = Double.NaN;
    public double engagementRate = Double.NaN;
    public double headroomSeats = Double.NaN;
    public double dormantShare = Double.NaN;
    public double paymentOverdueDays = Double.NaN;
    public double overdueAmount = Double.NaN;
    public double expansionInterestDaysAgo = Double.NaN;
    public double noticeReceivedDaysAgo = Double.NaN;
    public double priceChangeInformedDaysAgo = Double.NaN;
    public @Nullable Boolean priceCeilingReached;
    public @Nullable Intent statedIntent;

    // concluded before
    public double daysLeft = Double.NaN;
    public double healthScore = Double.NaN;
    public double followUpRating = Double.NaN;
    public @Nullable Touch touch;
    public @Nullable Band band;
    public @Nullable Level level;
    public @Nullable Boolean fieldAlignment;

    public @Nullable List<TwinTicket> tickets;
    public @Nullable List<TwinContact> contacts;

    /** What the customer says it will do. */
    public enum Intent {
        EXPAND,
        RENEW,
        UNDECIDED,
        REDUCE,
        CANCEL
    }

    /** How much of a person's time the account gets. */
    public enum Touch {
        HIGH,
        LOW,
        TECH
    }

    /** How healthy it is. */
    public enum Band {
        RED,
        YELLOW,
        GREEN,
        UNKNOWN
    }

    /** What success it has had. */
    public enum Level {
        NONE,
        LIGHT,
        DEEP
    }

    /** Returns the tickets, none when nobody told of any. */
    List<TwinTicket> ticketsOrNone() {
        return tickets == null ? List.of() : tickets;
    }

    /** Returns whether the decision date lies within 120 days. */
    boolean nearDecision() {
        return daysLeft >= 0 && daysLeft <= 120;
    }
}
