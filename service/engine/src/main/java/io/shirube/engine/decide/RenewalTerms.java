package io.shirube.engine.decide;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The dates of the contract's current term.
 *
 * @param start first day of the term, or null when not told
 * @param end last day of the term, on which the contract is still valid, or null when not told
 * @param noticeDeadline last day on which notice can be given
 * @param decisionDate the earlier of noticeDeadline and a known budget submission within the term
 * @param basis CONTRACT when the contract states the day, COMPUTED from its rule, ASSUMED without a rule; null without
 *     a deadline
 * @param months length of the term in months, or null when unknown
 * @param autoRenews whether the contract is known to renew by itself
 * @param rolled how many times it has rolled on by its term since the told end
 */
record RenewalTerms(
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable LocalDate noticeDeadline,
        @Nullable LocalDate decisionDate,
        @Nullable String basis,
        @Nullable Integer months,
        boolean autoRenews,
        int rolled) {

    static final RenewalTerms NONE = new RenewalTerms(null, null, null, null, null, null, false, 0);

    /** Returns days from asOf to the decision date, negative when it has passed, null when there is none. */
    @Nullable
    Integer daysLeft(LocalDate asOf) {
        return decisionDate == null ? null : Math.toIntExact(ChronoUnit.DAYS.between(asOf, decisionDate));
    }

    /** Returns the share of the term that has run, 0 to 1, or null without start and end. */
    @Nullable
    Double elapsedShare(LocalDate asOf) {
        if (start == null || end == null) {
            return null;
        }
        double days = ChronoUnit.DAYS.between(start, end) + 1.0;
        return Math.max(0, Math.min(1, ChronoUnit.DAYS.between(start, asOf) / days));
    }
}
