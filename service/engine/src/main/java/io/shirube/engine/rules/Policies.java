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
        List<String> dimensions) {

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
