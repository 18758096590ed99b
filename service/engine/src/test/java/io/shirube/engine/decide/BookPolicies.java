package io.shirube.engine.decide;

import io.shirube.engine.rules.Policies;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The policies a {@link Book} decides by, and the same with one of them changed. */
final class BookPolicies {

    private BookPolicies() {}

    static Policies shipped() {
        return new Policies(
                "JPY",
                5_000_000,
                Set.of(),
                Map.of(),
                Map.of(),
                List.of(3, 2, 1),
                List.of(0.6, 0.6, 0.5),
                70,
                40,
                List.of(List.of(180, 120, 90, 60, 30), List.of(90, 30), List.of(60, 30, 7)),
                30,
                0,
                2,
                60,
                90,
                Set.of(LocalDate.of(2026, 11, 23)),
                LocalDate.of(2027, 12, 31),
                List.of("adoption", "voice", "support"));
    }

    static Policies holdOut(Policies from, double percent) {
        return new Policies(
                from.currency(),
                from.valueFull(),
                from.switchedOff(),
                from.objectiveWeights(),
                from.groupWeights(),
                from.openBundles(),
                from.minimumCoverage(),
                from.greenFrom(),
                from.yellowFrom(),
                from.renewalSteps(),
                from.assumedNoticeDays(),
                percent,
                from.suppressionOutcomes(),
                from.suppressionWithinDays(),
                from.suppressionPauseDays(),
                from.holidays(),
                from.holidaysUntil(),
                from.dimensions());
    }

    /** The same policies with restraint. */
    static Policies restrained(Policies from, Policies.Restraint restraint) {
        return new Policies(
                from.currency(),
                from.valueFull(),
                from.switchedOff(),
                from.objectiveWeights(),
                from.groupWeights(),
                from.openBundles(),
                from.minimumCoverage(),
                from.greenFrom(),
                from.yellowFrom(),
                from.renewalSteps(),
                from.assumedNoticeDays(),
                from.holdOutPercent(),
                from.suppressionOutcomes(),
                from.suppressionWithinDays(),
                from.suppressionPauseDays(),
                from.holidays(),
                from.holidaysUntil(),
                from.dimensions(),
                restraint);
    }
}
