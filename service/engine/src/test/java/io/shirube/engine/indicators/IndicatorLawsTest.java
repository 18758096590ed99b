package io.shirube.engine.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What holds of the formulas whatever the numbers. */
class IndicatorLawsTest {

    private static final long MONEY = 1_000_000_000_000L;

    @Property
    void grrIsNeverAboveOneAndNrrIsGrrAndExpansion(
            @ForAll @LongRange(min = 1, max = MONEY) long start,
            @ForAll @DoubleRange(min = 0, max = 1) double lost,
            @ForAll @DoubleRange(min = 0, max = 1) double ofChurn,
            @ForAll @LongRange(min = 0, max = MONEY) long expanded) {
        long losses = (long) (start * lost);
        long churned = (long) (losses * ofChurn);
        Retention retention = new Retention(
                BigDecimal.valueOf(start),
                BigDecimal.valueOf(churned),
                BigDecimal.valueOf(losses - churned),
                BigDecimal.valueOf(expanded));
        double grr = retention.gross().orElseThrow();
        double net = retention.net().orElseThrow();
        assertThat(grr).isBetween(0.0, 1.0);
        assertThat(net).isCloseTo(grr + retention.expansion().orElseThrow(), within(1e-9 * Math.max(1, net)));
    }

    @Property
    void aShareIsInsideItsInterval(
            @ForAll @LongRange(min = 1, max = 1_000_000) long whole,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        Share one = new Share(Math.round(whole * share), whole);
        Interval interval = one.interval().orElseThrow();
        assertThat(interval.contains(one.ratio().orElseThrow())).isTrue();
        assertThat(interval.low()).isGreaterThanOrEqualTo(0);
        assertThat(interval.high()).isLessThanOrEqualTo(1);
        // nothing seen is not nothing there
        assertThat(interval.high()).isGreaterThan(0);
        assertThat(interval.low()).isLessThan(1);
    }

    @Property
    void aDifferenceOfSharesIsInsideItsInterval(
            @ForAll @IntRange(min = 1, max = 5_000) int n,
            @ForAll @IntRange(min = 1, max = 5_000) int m,
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double two) {
        Share first = new Share(Math.round(n * one), n);
        Share second = new Share(Math.round(m * two), m);
        Interval interval = Interval.difference(first, second).orElseThrow();
        double difference = first.ratio().orElseThrow() - second.ratio().orElseThrow();
        assertThat(difference).isBetween(interval.low() - 1e-12, interval.high() + 1e-12);
        Interval back = Interval.difference(second, first).orElseThrow();
        assertThat(back.low()).isCloseTo(-interval.high(), within(1e-12));
    }

    @Property
    void aLiftIsInsideItsInterval(
            @ForAll @IntRange(min = 1, max = 5_000) int n,
            @ForAll @IntRange(min = 1, max = 5_000) int m,
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double two) {
        Lift lift = new Lift(new Share(Math.round(n * one), n), new Share(Math.max(1, Math.round(m * two)), m));
        Interval interval = lift.interval().orElseThrow();
        assertThat(lift.value().orElseThrow()).isBetween(interval.low() - 1e-12, interval.high() + 1e-12);
        assertThat(interval.low()).isGreaterThanOrEqualTo(-1);
    }

    @Property
    void npsIsInsideItsInterval(
            @ForAll @IntRange(min = 0, max = 10_000) int promoters,
            @ForAll @IntRange(min = 0, max = 10_000) int passives,
            @ForAll @IntRange(min = 2, max = 10_000) int detractors) {
        for (Nps nps : List.of(
                new Nps(promoters, passives, detractors),
                new Nps(detractors, passives, promoters),
                new Nps(promoters, detractors, passives))) {
            assertThat(nps.interval().orElseThrow().contains(nps.score().orElseThrow()))
                    .isTrue();
            assertThat(nps.score().orElseThrow()).isBetween(-100.0, 100.0);
        }
    }

    @Property
    void aCorrelationIsInsideItsIntervalAndTurnsWithOneSide(
            @ForAll @Size(min = 4, max = 60) List<@DoubleRange(min = -1000, max = 1000) Double> numbers) {
        Correlation there = new Correlation();
        Correlation turned = new Correlation();
        for (int i = 0; i < numbers.size(); i++) {
            double other = numbers.get((i + 1) % numbers.size());
            there.add(numbers.get(i), other);
            turned.add(-numbers.get(i), other);
        }
        assertThat(turned.value().isPresent()).isEqualTo(there.value().isPresent());
        there.value().ifPresent(r -> {
            assertThat(there.interval().orElseThrow().contains(r)).isTrue();
            assertThat(turned.value().orElseThrow()).isCloseTo(-r, within(1e-9));
        });
    }

    @Property
    void ratiosOfMoneyAreInsideTheirIntervals(
            @ForAll @Size(min = 2, max = 60) List<@LongRange(min = 1, max = 100_000_000) Long> wholes,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        WeightedShare kept = new WeightedShare();
        RatioOfSums ratio = new RatioOfSums();
        for (int i = 0; i < wholes.size(); i++) {
            double part = i % 2 == 0 ? wholes.get(i) : Math.floor(wholes.get(i) * share);
            kept.add(part, wholes.get(i));
            ratio.add(part, wholes.get(i));
        }
        assertThat(kept.interval().orElseThrow().contains(kept.ratio().orElseThrow()))
                .isTrue();
        assertThat(ratio.interval(0, Double.MAX_VALUE)
                        .orElseThrow()
                        .contains(ratio.ratio().orElseThrow()))
                .isTrue();
    }

    @Property
    void theCausesOfAChangeOfLtvAddUpToIt(
            @ForAll @DoubleRange(min = 1, max = 1_000_000) double price,
            @ForAll @DoubleRange(min = 1, max = 1_000_000) double later,
            @ForAll @DoubleRange(min = 0.01, max = 1) double margin,
            @ForAll @DoubleRange(min = 0.01, max = 1) double churn) {
        Ltv before = new Ltv(price, 40, 0.7, 0.02);
        Ltv after = new Ltv(later, 30, margin, churn);
        double change = after.value().orElseThrow() - before.value().orElseThrow();
        Ltv.Split split = before.changeTo(after).orElseThrow();
        double size = before.value().orElseThrow() + after.value().orElseThrow();
        assertThat(split.total()).isCloseTo(change, within(1e-9 * size));
        assertThat(after.changeTo(before).orElseThrow().retention()).isCloseTo(-split.retention(), within(1e-9 * size));
    }

    @Property
    void survivalAndMonthlyLossAreTwoWaysToSayIt(
            @ForAll @DoubleRange(min = 0, max = 0.9) double churn, @ForAll @IntRange(min = 1, max = 60) int months) {
        double survived = Churn.survival(churn, months);
        assertThat(survived).isBetween(0.0, 1.0);
        assertThat(Churn.survival(Churn.monthlyOf(1 - survived, months), months))
                .isCloseTo(survived, within(1e-9));
    }
}
