package io.shirube.engine.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The figures of {@code policies.yml} and the calendar. Lists by touch are in the order HIGH, LOW, TECH.
 *
 * @param currency ISO code of the book's one currency
 * @param valueFull money at stake at which V is 1, in the book's unit
 * @param switchedOff names of factors held at 1: {@code propensity}, {@code context}, {@code value}, {@code lever}
 * @param objectiveWeights by objective, -100 to 100
 * @param groupWeights by action group, -100 to 100
 * @param openBundles open customer-facing bundles an account may have by touch
 * @param minimumCoverage health coverage below which the band is UNKNOWN, by touch
 * @param greenFrom total at or above which health is GREEN
 * @param yellowFrom total at or above which health is YELLOW, below RED
 * @param renewalSteps days before the decision date of each step, descending, by touch
 * @param assumedNoticeDays notice period assumed when the contract states none
 * @param holdOutPercent share of accounts, 0..100, in the hold-out
 * @param suppressionOutcomes dismissed outcomes within {@code suppressionWithinDays} that pause a type
 * @param holidays days on which nobody works, weekends apart
 * @param holidaysUntil last day the holiday list speaks of
 * @param dimensions health dimensions in their declared order
 * @param restraint what keeps decisions from swinging and people from being asked too often
 */
public record Policies(
        String currency,
        double valueFull,
        Set<String> switchedOff,
        Map<String, Double> objectiveWeights,
        Map<String, Double> groupWeights,
        List<Integer> openBundles,
        List<Double> minimumCoverage,
        double greenFrom,
        double yellowFrom,
        List<List<Integer>> renewalSteps,
        int assumedNoticeDays,
        double holdOutPercent,
        int suppressionOutcomes,
        int suppressionWithinDays,
        int suppressionPauseDays,
        Set<LocalDate> holidays,
        LocalDate holidaysUntil,
        List<String> dimensions,
        Restraint restraint) {

    /** Policies without restraint. */
    public Policies(
            String currency,
            double valueFull,
            Set<String> switchedOff,
            Map<String, Double> objectiveWeights,
            Map<String, Double> groupWeights,
            List<Integer> openBundles,
            List<Double> minimumCoverage,
            double greenFrom,
            double yellowFrom,
            List<List<Integer>> renewalSteps,
            int assumedNoticeDays,
            double holdOutPercent,
            int suppressionOutcomes,
            int suppressionWithinDays,
            int suppressionPauseDays,
            Set<LocalDate> holidays,
            LocalDate holidaysUntil,
            List<String> dimensions) {
        this(
                currency,
                valueFull,
                switchedOff,
                objectiveWeights,
                groupWeights,
                openBundles,
                minimumCoverage,
                greenFrom,
                yellowFrom,
                renewalSteps,
                assumedNoticeDays,
                holdOutPercent,
                suppressionOutcomes,
                suppressionWithinDays,
                suppressionPauseDays,
                holidays,
                holidaysUntil,
                dimensions,
                Restraint.NONE);
    }

    /**
     * What keeps decisions from swinging and people from being asked too often.
     *
     * @param profile the action types that are in use; empty for all
     * @param segmentMargin share, 0..1, by which size and money must have crossed a limit for the touch to move at once
     * @param segmentDwellDays days after which a smaller crossing moves the touch too
     * @param mailPerPerson how many promotional mails one person gets in how many days; all of them apply
     * @param upliftMaxDays longest time to come for which help may be asked
     * @param upliftMaxHours most hours of help
     */
    public record Restraint(
            Set<String> profile,
            double segmentMargin,
            int segmentDwellDays,
            List<MailLimit> mailPerPerson,
            int upliftMaxDays,
            double upliftMaxHours) {

        /** Every action type, touches that move at once, mails without number. */
        public static final Restraint NONE = new Restraint(Set.of(), 0, 0, List.of(), 60, 20);

        public Restraint {
            profile = Set.copyOf(profile);
            mailPerPerson = List.copyOf(mailPerPerson);
        }

        /** Returns whether an action type is in use. */
        public boolean uses(String actionType) {
            return profile.isEmpty() || profile.contains(actionType);
        }
    }

    /** At most so many promotional mails to one person within so many days. */
    public record MailLimit(int days, int mails) {}

    public Policies {
        switchedOff = Set.copyOf(switchedOff);
        objectiveWeights = Map.copyOf(objectiveWeights);
        groupWeights = Map.copyOf(groupWeights);
        openBundles = List.copyOf(openBundles);
        minimumCoverage = List.copyOf(minimumCoverage);
        renewalSteps = renewalSteps.stream().map(List::copyOf).toList();
        holidays = Set.copyOf(holidays);
        dimensions = List.copyOf(dimensions);
    }
}
