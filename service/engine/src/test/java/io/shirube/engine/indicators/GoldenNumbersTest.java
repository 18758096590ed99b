package io.shirube.engine.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Every formula on an example worked by hand. Health, 2287 ÷ 57, stands with its own formula in {@code HealthScoreTest}. */
class GoldenNumbersTest {

    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void monthlyChurnDividesByAllThereWasAMonthBefore() {
        // ¥300,000 of ¥12,000,000: 0.3 ÷ 12 = 0.025
        assertThat(Churn.monthly(yen(300_000), yen(12_000_000))).hasValue(0.025);
        assertThat(Churn.monthly(yen(0), yen(12_000_000))).hasValue(0);
        assertThat(Churn.monthly(yen(0), yen(0))).isEmpty();
    }

    @Test
    void renewalChurnDividesByWhatWasDue() {
        // the same ¥300,000, but only ¥2,000,000 could leave: 0.3 ÷ 2 = 0.15
        assertThat(Churn.ofRenewals(yen(300_000), yen(2_000_000))).hasValue(0.15);
        assertThat(Churn.ofRenewals(yen(0), yen(0))).isEmpty();
        assertThatThrownBy(() -> Churn.ofRenewals(yen(3), yen(2))).hasMessageContaining("more than was due");
    }

    @Test
    void logoChurnCountsCustomers() {
        // 3 ÷ 120 = 0.025
        assertThat(Churn.logo(3, 120).ratio()).hasValue(0.025);
        assertThat(Churn.logo(0, 0).ratio()).isEmpty();
        assertThat(Churn.logo(0, 0).interval()).isEmpty();
    }

    @Test
    void survivalMultipliesAndNeverSubtracts() {
        // 0.95² = 0.9025, ⁴ = 0.81450625, ⁸ = 0.6634204312890625; ⁸ × ⁴ = 0.5403600876626…, and not 1 − 12 × 0.05 = 0.4
        assertThat(Churn.survival(0.05, 12)).isCloseTo(0.5403600876626365, EXACT);
        assertThat(Churn.survival(0, 12)).isEqualTo(1);
        assertThat(Churn.survival(1, 12)).isEqualTo(0);
        assertThat(Churn.survival(0.05, 0)).isEqualTo(1);
        // and back
        assertThat(Churn.monthlyOf(1 - 0.5403600876626365, 12)).isCloseTo(0.05, EXACT);
    }

    @Test
    void retentionLooksAtOneCohort() {
        Retention year = new Retention(yen(10_000_000), yen(500_000), yen(300_000), yen(1_200_000));
        // 10.0 − 0.5 − 0.3 = 9.2; 9.2 ÷ 10 = 0.92
        assertThat(year.gross()).hasValue(0.92);
        // 9.2 + 1.2 = 10.4; 10.4 ÷ 10 = 1.04
        assertThat(year.net()).hasValue(1.04);
        // 1.2 ÷ 10
        assertThat(year.expansion()).hasValue(0.12);
        // 18 ÷ 150
        assertThat(Retention.expandedAccounts(18, 150).ratio()).hasValue(0.12);
    }

    @Test
    void retentionOfNothingIsNoNumber() {
        Retention none = new Retention(yen(0), yen(0), yen(0), yen(0));
        assertThat(none.gross()).isEmpty();
        assertThat(none.net()).isEmpty();
        assertThat(none.expansion()).isEmpty();
        assertThatThrownBy(() -> new Retention(yen(10), yen(8), yen(3), yen(0)))
                .hasMessageContaining("more than there was");
    }

    @Test
    void moneyIsDividedExactly() {
        // 33,333,333 of 100,000,000,000,000,000,000: more digits than a double holds
        assertThat(Churn.monthly(yen(33_333_333), new BigDecimal("100000000000000000000")))
                .hasValue(3.3333333E-13);
    }

    @Test
    void npsCountsPromotersAgainstDetractors() {
        Nps answers = Nps.NONE;
        for (double answer : new double[] {10, 9, 9, 8, 7, 7, 6, 0, 10, 8}) {
            answers = answers.with(answer);
        }
        // 10 9 9 10 promote, 6 0 detract, 10 in all: 40 % − 20 %
        assertThat(answers).isEqualTo(new Nps(4, 4, 2));
        assertThat(answers.score()).hasValue(20);
        assertThat(answers.n()).isEqualTo(10);
        assertThat(Nps.NONE.score()).isEmpty();
        assertThat(Nps.NONE.interval()).isEmpty();
        assertThat(Nps.NONE.with(9).interval()).isEmpty();
    }

    @Test
    void onboardingIsCountedInTwoWays() {
        // 42 ÷ 60; and 42 ÷ 105 of all that are on the way
        assertThat(Adoption.completion(42, 60).ratio()).hasValue(0.7);
        assertThat(Adoption.completionWithinPeriod(42, 105).ratio()).hasValue(0.4);
        assertThat(Adoption.completion(0, 0).ratio()).isEmpty();
    }

    @Test
    void useIsCountedPerSeatAndPerActiveUser() {
        // 41 ÷ 100; 12 ÷ 40 = 0.3
        assertThat(Adoption.activeRate(41, 100)).hasValue(0.41);
        assertThat(Adoption.featureUseRate(12, 40)).hasValue(0.3);
        // more users than seats: 55 ÷ 50
        assertThat(Adoption.activeRate(55, 50)).hasValue(1.1);
        assertThat(Adoption.activeRate(0, 0)).isEmpty();
        assertThat(Adoption.featureUseRate(0, 0)).isEmpty();
    }

    @Test
    void capacityIsHoursByHoursAnAccount() {
        // 520 × 0.75 = 390; 390 × 0.85 = 331.5; 4 touches of 4 h are 16 h; 331.5 ÷ 16 = 20.7
        assertThat(Workload.productiveHours(520, 0.75, 0.15)).isEqualTo(331.5);
        assertThat(Workload.accounts(331.5, 4, 4)).hasValue(20);
        // 0.3 ÷ 0.1 is 3, also where doubles say 2.9999999999999996
        assertThat(Workload.accounts(0.3, 1, 0.1)).hasValue(3);
        assertThat(Workload.accounts(331.5, 0, 4)).isEmpty();
    }

    @Test
    void ltvIsMrrByMarginByChurn() {
        Ltv now = new Ltv(5_000, 40, 0.8, 0.02);
        // 5,000 × 40 = 200,000; × 0.8 = 160,000; ÷ 0.02 = 8,000,000, over 1 ÷ 0.02 = 50 months
        assertThat(now.mrr()).isEqualTo(200_000);
        assertThat(now.months()).hasValue(50);
        assertThat(now.value()).hasValue(8_000_000);
        assertThat(new Ltv(5_000, 40, 0.8, 0).value()).isEmpty();
        assertThat(new Ltv(5_000, 40, 0.8, 0).months()).isEmpty();
    }

    @Test
    void aChangeOfLtvIsSharedOutAmongItsCauses() {
        Ltv.Split split = new Ltv(5_000, 40, 0.8, 0.02)
                .changeTo(new Ltv(5_000, 45, 0.8, 0.016))
                .orElseThrow();
        // 225,000 × 0.8 ÷ 0.016 = 11,250,000, so 3,250,000 more; L = 3,250,000 ÷ ln(11.25 ÷ 8) = 3,250,000 ÷
        // 0.340926587 = 9,532,844
        // ln(0.02 ÷ 0.016) = 0.223143551 → 2,127,193; ln(45 ÷ 40) = 0.117783036 → 1,122,807; together 3,250,000
        assertThat(split.retention()).isCloseTo(2_127_193, within(1.0));
        assertThat(split.volume()).isCloseTo(1_122_807, within(1.0));
        assertThat(split.price()).isEqualTo(0);
        assertThat(split.margin()).isEqualTo(0);
        assertThat(split.total()).isCloseTo(3_250_000, within(1e-6));
        assertThat(new Ltv(5_000, 40, 0.8, 0.02).changeTo(new Ltv(0, 45, 0.8, 0.02)))
                .isEmpty();
    }

    @Test
    void liftComparesWithTheHoldOut() {
        // 30 ÷ 100 against 20 ÷ 100: 0.1 ÷ 0.2 = 0.5
        assertThat(new Lift(new Share(30, 100), new Share(20, 100)).value().orElseThrow())
                .isCloseTo(0.5, EXACT);
        assertThat(new Lift(new Share(30, 100), new Share(0, 100)).value()).isEmpty();
        assertThat(new Lift(new Share(30, 100), new Share(0, 100)).interval()).isEmpty();
        assertThat(new Lift(new Share(0, 0), new Share(20, 100)).value()).isEmpty();
        assertThat(new Lift(new Share(0, 50), new Share(20, 100)).value()).hasValue(-1);
    }

    @Test
    void sumsAreDividedNotAveraged() {
        RatioOfSums rate = new RatioOfSums();
        rate.add(8, 10);
        rate.add(3, 10);
        rate.add(5, 20);
        rate.add(4, 0);
        // 16 ÷ 40 = 0.4, while the mean of 0.8, 0.3 and 0.25 is 0.45; four users without a seat say nothing
        assertThat(rate.ratio()).isEqualTo(OptionalDouble.of(0.4));
        assertThat(rate.n()).isEqualTo(3);
        assertThat(new RatioOfSums().ratio()).isEmpty();
    }

    @Test
    void aChangeIsThatOfEachAccount() {
        MeanChange change = new MeanChange();
        change.add(0.2, 0.3);
        change.add(0.9, 1.1);
        change.add(0.1, 0.4);
        // 0.1, 0.2 and 0.3: 0.6 ÷ 3
        assertThat(change.value().orElseThrow()).isCloseTo(0.2, EXACT);
        assertThat(new MeanChange().value()).isEmpty();
        assertThat(new MeanChange().interval()).isEmpty();
    }

    private static BigDecimal yen(long amount) {
        return BigDecimal.valueOf(amount);
    }
}
