package io.shirube.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Condition.Kind;
import io.shirube.engine.rules.Constraint.Comparison;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FiguresTest {

    private static final double NONE = Double.NEGATIVE_INFINITY;
    private static final double ALL = Double.POSITIVE_INFINITY;

    /** Members by value; null is unknown, {@link Book#ABSENT} absent. */
    private static Interval figure(Kind kind, List<@Nullable Double> sure, List<@Nullable Double> possible) {
        Figure figure = new Figure(kind);
        sure.forEach(value -> add(figure, kind, true, value));
        possible.forEach(value -> add(figure, kind, false, value));
        return figure.result();
    }

    private static void add(Figure figure, Kind kind, boolean sure, @Nullable Double value) {
        if (kind == Kind.COUNT) {
            figure.count(sure);
        } else if (value == null) {
            figure.add(sure, Slots.UNKNOWN, 0);
        } else {
            figure.add(sure, value.equals(Book.ABSENT) ? Slots.ABSENT : Slots.KNOWN, value);
        }
    }

    private static List<@Nullable Double> list(@Nullable Double... values) {
        return Arrays.asList(values);
    }

    private static Interval certain(double low, double high) {
        return new Interval(low, high, false);
    }

    private static Interval orAbsent(double low, double high) {
        return new Interval(low, high, true);
    }

    @Test
    void countsMembersWhateverTheirValues() {
        assertThat(figure(Kind.COUNT, list(), list())).isEqualTo(certain(0, 0));
        assertThat(figure(Kind.COUNT, list(1.0, null, Book.ABSENT), list(2.0, null)))
                .isEqualTo(certain(3, 5));
    }

    @Test
    void addsNegativePossibleMembersToTheLowEndOnly() {
        assertThat(figure(Kind.SUM, list(), list())).isEqualTo(certain(0, 0));
        assertThat(figure(Kind.SUM, list(3.0, -1.0), list())).isEqualTo(certain(2, 2));
        assertThat(figure(Kind.SUM, list(3.0), list(-5.0, 4.0, 2.0))).isEqualTo(certain(-2, 9));
        assertThat(figure(Kind.SUM, list(3.0, Book.ABSENT), list(Book.ABSENT))).isEqualTo(certain(3, 3));
        assertThat(figure(Kind.SUM, list(3.0, null), list())).isEqualTo(certain(NONE, ALL));
        assertThat(figure(Kind.SUM, list(3.0), list((Double) null))).isEqualTo(certain(NONE, ALL));
    }

    @Test
    void boundsTheMinimumByWhatIsSure() {
        assertThat(figure(Kind.MIN, list(), list())).isEqualTo(Interval.ABSENT);
        assertThat(figure(Kind.MIN, list(Book.ABSENT), list())).isEqualTo(Interval.ABSENT);
        assertThat(figure(Kind.MIN, list(3.0, 7.0), list())).isEqualTo(certain(3, 3));
        assertThat(figure(Kind.MIN, list(3.0), list(-5.0, 4.0))).isEqualTo(certain(-5, 3));
        assertThat(figure(Kind.MIN, list(), list(-5.0, 4.0))).isEqualTo(orAbsent(-5, 4));
        assertThat(figure(Kind.MIN, list(5.0, null), list())).isEqualTo(certain(NONE, 5));
        assertThat(figure(Kind.MIN, list((Double) null), list(5.0))).isEqualTo(certain(NONE, ALL));
        assertThat(figure(Kind.MIN, list(5.0), list((Double) null))).isEqualTo(certain(NONE, 5));
        assertThat(figure(Kind.MIN, list(), list(5.0, null))).isEqualTo(orAbsent(NONE, ALL));
    }

    @Test
    void boundsTheMaximumByWhatIsSure() {
        assertThat(figure(Kind.MAX, list(), list())).isEqualTo(Interval.ABSENT);
        assertThat(figure(Kind.MAX, list(-3.0), list(-5.0, -1.0))).isEqualTo(certain(-3, -1));
        assertThat(figure(Kind.MAX, list(), list(-5.0, 4.0))).isEqualTo(orAbsent(-5, 4));
        assertThat(figure(Kind.MAX, list(5.0, null), list())).isEqualTo(certain(5, ALL));
        assertThat(figure(Kind.MAX, list(), list(5.0, null))).isEqualTo(orAbsent(NONE, ALL));
    }

    @Test
    void takesPossibleMembersIntoTheAverageWhileTheyMoveIt() {
        assertThat(figure(Kind.AVERAGE, list(), list())).isEqualTo(Interval.ABSENT);
        assertThat(figure(Kind.AVERAGE, list(2.0, 4.0), list())).isEqualTo(certain(3, 3));
        // 10 alone is 10; with 1: 5.5; with 1 and 4: 5; with 1, 4 and 6: 5.25. Upwards only 20 helps: 15.
        assertThat(figure(Kind.AVERAGE, list(10.0), list(20.0, 4.0, 1.0, 6.0))).isEqualTo(certain(5, 15));
        assertThat(figure(Kind.AVERAGE, list(), list(-2.0, 8.0))).isEqualTo(orAbsent(-2, 8));
        assertThat(figure(Kind.AVERAGE, list(-4.0, Book.ABSENT), list(-8.0))).isEqualTo(certain(-6, -4));
        assertThat(figure(Kind.AVERAGE, list(1.0, null), list())).isEqualTo(certain(NONE, ALL));
        assertThat(figure(Kind.AVERAGE, list(), list((Double) null))).isEqualTo(orAbsent(NONE, ALL));
    }

    @Test
    void addsExactlyInAnyOrder() {
        assertThat(figure(Kind.SUM, list(1e16, 1.0, -1e16), list())).isEqualTo(certain(1, 1));
        assertThat(figure(Kind.SUM, list(1e308, 1e308, -1e308), list())).isEqualTo(certain(1e308, 1e308));
        assertThat(figure(Kind.SUM, list(0.1, 0.2, 0.3), list()))
                .isEqualTo(figure(Kind.SUM, list(0.3, 0.2, 0.1), list()));
    }

    @ParameterizedTest
    @CsvSource({
        "GE, 0, TRUE",
        "LT, 0, FALSE",
        "NE, -1, TRUE",
        "EQ, -1, FALSE",
        "GT, 0, UNKNOWN",
        "EQ, 3, UNKNOWN",
        "LE, 1000, UNKNOWN"
    })
    void knowsOfAnUntoldCollectionOnlyThatItsCountIsNotNegative(
            Comparison comparison, double constant, Verdict verdict) {
        assertThat(Figure.untold(Kind.COUNT).compare(comparison, constant)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @EnumSource(Comparison.class)
    void knowsNothingElseOfAnUntoldCollection(Comparison comparison) {
        for (Kind kind : List.of(Kind.SUM, Kind.MIN, Kind.MAX, Kind.AVERAGE)) {
            assertThat(Figure.untold(kind).compare(comparison, 3)).isEqualTo(Verdict.UNKNOWN);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EQ, 4, UNKNOWN",
        "EQ, 1, FALSE",
        "EQ, 6, FALSE",
        "NE, 4, UNKNOWN",
        "NE, 1, TRUE",
        "LT, 2, FALSE",
        "LT, 2.5, UNKNOWN",
        "LT, 5, UNKNOWN",
        "LT, 5.5, TRUE",
        "LE, 1.5, FALSE",
        "LE, 2, UNKNOWN",
        "LE, 5, TRUE",
        "GT, 1.5, TRUE",
        "GT, 2, UNKNOWN",
        "GT, 5, FALSE",
        "GE, 2, TRUE",
        "GE, 5, UNKNOWN",
        "GE, 5.5, FALSE"
    })
    void comparesAnIntervalByItsEnds(Comparison comparison, double constant, Verdict verdict) {
        assertThat(certain(2, 5).compare(comparison, constant)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"EQ, 9, FALSE", "NE, 9, UNKNOWN", "NE, 4, UNKNOWN", "GE, 2, UNKNOWN", "GT, 5, FALSE", "LE, 5, UNKNOWN"})
    void lessIsTrueOfWhatMayBeAbsent(Comparison comparison, double constant, Verdict verdict) {
        assertThat(orAbsent(2, 5).compare(comparison, constant)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @EnumSource(Comparison.class)
    void nothingHoldsOfWhatIsAbsent(Comparison comparison) {
        assertThat(Interval.ABSENT.compare(comparison, 3)).isEqualTo(Verdict.FALSE);
    }

    @Property(tries = 500)
    void reachesWhatTheSubsetsReach(
            @ForAll @Size(max = 3) List<@IntRange(min = -9, max = 9) Integer> sure,
            @ForAll @Size(max = 6) List<@IntRange(min = -9, max = 9) Integer> possible) {
        List<@Nullable Double> sureValues = doubles(sure);
        List<@Nullable Double> possibleValues = doubles(possible);
        for (Kind kind : Kind.values()) {
            assertThat(figure(kind, sureValues, possibleValues)).isEqualTo(bruteForce(kind, sure, possible));
        }
    }

    @Property(tries = 300)
    void averagesToTheLastBitLikeTheSubsets(
            @ForAll @Size(max = 3) List<@DoubleRange(min = -1, max = 1) Double> sure,
            @ForAll @Size(max = 6) List<@DoubleRange(min = -1, max = 1) Double> possible) {
        List<@Nullable Double> sureValues = new ArrayList<>(sure);
        List<@Nullable Double> possibleValues = new ArrayList<>(possible);
        for (Kind kind : List.of(Kind.SUM, Kind.AVERAGE)) {
            assertThat(figure(kind, sureValues, possibleValues)).isEqualTo(bruteForce(kind, sure, possible));
        }
    }

    private static Interval bruteForce(Kind kind, List<? extends Number> sure, List<? extends Number> possible) {
        double low = ALL;
        double high = NONE;
        boolean absent = false;
        for (int subset = 0; subset < 1 << possible.size(); subset++) {
            List<Number> members = new ArrayList<>(sure);
            for (int i = 0; i < possible.size(); i++) {
                if ((subset >> i & 1) != 0) {
                    members.add(possible.get(i));
                }
            }
            if (members.isEmpty() && kind != Kind.COUNT && kind != Kind.SUM) {
                absent = true;
                continue;
            }
            double figure = plain(kind, members);
            low = Math.min(low, figure);
            high = Math.max(high, figure);
        }
        return new Interval(low, high, absent);
    }

    private static double plain(Kind kind, List<Number> members) {
        double[] values = members.stream().mapToDouble(Number::doubleValue).toArray();
        double sum = members.stream()
                .map(member -> new BigDecimal(member.doubleValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
        return switch (kind) {
            case COUNT -> values.length;
            case SUM -> sum;
            case MIN -> Arrays.stream(values).min().orElseThrow();
            case MAX -> Arrays.stream(values).max().orElseThrow();
            case AVERAGE -> sum / values.length;
        };
    }

    private static List<@Nullable Double> doubles(List<Integer> numbers) {
        List<@Nullable Double> doubles = new ArrayList<>();
        numbers.forEach(number -> doubles.add(number.doubleValue()));
        return doubles;
    }
}
