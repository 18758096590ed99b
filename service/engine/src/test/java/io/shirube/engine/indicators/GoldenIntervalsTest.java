package io.shirube.engine.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every interval on numbers that were published, or worked by hand. */
class GoldenIntervalsTest {

    @Test
    void wilsonComesToWhatNewcombePublished() {
        // R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3
        holds(new Share(81, 263).interval().orElseThrow(), 0.2553, 0.3662, 0.00005);
        holds(new Share(15, 148).interval().orElseThrow(), 0.0624, 0.1605, 0.00005);
        holds(new Share(0, 20).interval().orElseThrow(), 0.0000, 0.1611, 0.00005);
        holds(new Share(1, 29).interval().orElseThrow(), 0.0061, 0.1718, 0.00005);
    }

    @Test
    void aDifferenceComesToWhatNewcombePublished() {
        // R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10: 56/70 − 48/80
        Interval difference =
                Interval.difference(new Share(56, 70), new Share(48, 80)).orElseThrow();
        holds(difference, 0.0524, 0.3339, 0.00005);
        assertThat(Interval.difference(new Share(0, 0), new Share(48, 80))).isEmpty();
    }

    @Test
    void aCorrelationComesToWhatWasPublished() {
        // "if you have r = .50 and N = 50 …: 0.2574879 0.6832563", small-s.science
        holds(Correlation.interval(0.5, 50).orElseThrow(), 0.2574879, 0.6832563, 5e-8);
        // r = 0.684848, n = 10: 0.097071 to 0.918445 with 1.96, stats.stackexchange.com/questions/18887
        holds(Correlation.interval(0.684848, 10).orElseThrow(), 0.097071, 0.918445, 2e-5);
        assertThat(Correlation.interval(0.5, 3)).isEmpty();
        holds(Correlation.interval(1, 10).orElseThrow(), 1, 1, 0);
    }

    @Test
    void aCorrelationOfPairsComesToWhatWasPublished() {
        // D. M. Lane, HyperStat: r = .8614 for these six
        double[][] pairs = {{2, 5}, {3, 7}, {4, 7}, {5, 9}, {6, 12}, {9, 11}};
        Correlation correlation = new Correlation();
        for (double[] pair : pairs) {
            correlation.add(pair[0], pair[1]);
        }
        assertThat(correlation.value().orElseThrow()).isCloseTo(0.8614, within(0.00005));
        assertThat(correlation.n()).isEqualTo(6);
    }

    @Test
    void aSideThatNeverChangesHasNoCorrelation() {
        Correlation correlation = new Correlation();
        IntStream.range(0, 40).forEach(n -> correlation.add(0.1, n));
        assertThat(correlation.value()).isEmpty();
        assertThat(correlation.interval()).isEmpty();
        assertThat(new Correlation().value()).isEmpty();
    }

    @Test
    void liftComesToWhatWasPublished() {
        // D. S. Moore, G. P. McCabe, B. A. Craig, Introduction to the Practice of Statistics, 9th edition, example
        // 8.18: 45 of 411
        // against 73 of 411, relative risk 0.4364 to 0.8707, which less 1 is the lift
        Lift aspirin = new Lift(new Share(45, 411), new Share(73, 411));
        holds(aspirin.interval().orElseThrow(), 0.4364 - 1, 0.8707 - 1, 0.00005);
        // 45 ÷ 73 − 1
        assertThat(aspirin.value().orElseThrow()).isCloseTo(-0.383562, within(1e-6));
    }

    @Test
    void npsCarriesTheAdjustedWaldInterval() {
        // 50, 30 and 20: p = 50.75 ÷ 103 = 0.492718, q = 20.75 ÷ 103 = 0.201456, d = 0.291262, d² = 0.084834
        // (0.694175 − 0.084834) ÷ 103 = 0.005915936, its root 0.0769151, × 1.959964 = 0.1507508
        holds(new Nps(50, 30, 20).interval().orElseThrow(), 14.0511, 44.2013, 0.0005);
    }

    @Test
    void aRatioOfSumsIsAsSureAsItsAccountsAreAlike() {
        RatioOfSums rate = new RatioOfSums();
        rate.add(8, 10);
        rate.add(3, 10);
        assertThat(new RatioOfSums().interval(0, 1)).isEmpty();
        rate.add(5, 20);
        // 0.4; beside it 8 − 4 = 4, 3 − 4 = −1, 5 − 8 = −3: squares 26, × 3 ÷ 2 = 39, root 6.244998, × 1.959964 =
        // 12.239971, ÷ 40
        holds(rate.interval(0, 1).orElseThrow(), 0.4 - 0.30599928, 0.4 + 0.30599928, 1e-7);
        holds(rate.interval(0.3, 0.5).orElseThrow(), 0.3, 0.5, 0);
    }

    @Test
    void oneLargeAccountIsLittleToGoBy() {
        WeightedShare lost = new WeightedShare();
        lost.add(0, 10);
        lost.add(10, 10);
        lost.add(0, 20);
        // 10 ÷ 40, on 40² ÷ (100 + 100 + 400) = 2.6667 accounts of one size
        assertThat(lost.ratio()).hasValue(0.25);
        assertThat(lost.interval()).isEqualTo(Interval.wilson(0.25, 1600.0 / 600));
        assertThat(lost.n()).isEqualTo(3);
        assertThat(new WeightedShare().ratio()).isEmpty();
        assertThat(new WeightedShare().interval()).isEmpty();
    }

    @Test
    void aMeanChangeIsAsSureAsTheChangesAreAlike() {
        MeanChange change = new MeanChange();
        change.add(0, 1);
        change.add(0, 2);
        change.add(5, 8);
        // 1, 2, 3: s = 1, ÷ √3 = 0.5773503, × 1.959964 = 1.1315857
        holds(change.interval().orElseThrow(), 2 - 1.1315857, 2 + 1.1315857, 1e-7);
    }

    private static void holds(Interval interval, double low, double high, double off) {
        assertThat(interval.low()).isCloseTo(low, within(off));
        assertThat(interval.high()).isCloseTo(high, within(off));
    }
}
