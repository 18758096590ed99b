package io.shirube.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shirube.engine.decide.HealthScore.Part;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthScoreTest {

    @Test
    void weighsTheScoresOfDimensionsWithData() {
        HealthScore total = HealthScore.of(List.of(new Part(47.0, 20), new Part(59.0, 15), new Part(21.0, 22)));
        assertThat(total.score()).isCloseTo(2287.0 / 57, within(1e-12));
        assertThat(total.coverage()).isEqualTo(1);
    }

    @Test
    void sharesTheWeightOfSilentDimensionsAmongTheOthers() {
        HealthScore total = HealthScore.of(List.of(new Part(80.0, 30), new Part(null, 40), new Part(20.0, 30)));
        assertThat(total.score()).isEqualTo(50);
        assertThat(total.coverage()).isEqualTo(0.6);
        assertThat(total.effectiveWeight(0)).isEqualTo(0.5);
        assertThat(total.effectiveWeight(1)).isZero();
    }

    @ParameterizedTest(name = "a total of {0} is {1}")
    @CsvSource({"0, RED", "39.99, RED", "40, YELLOW", "69.96, YELLOW", "69.999999, YELLOW", "70, GREEN", "100, GREEN"})
    void bandsTheUnroundedTotal(double score, String band) {
        assertThat(HealthScore.of(List.of(new Part(score, 1))).band(70, 40, 0.6, null))
                .isEqualTo(band);
    }

    @ParameterizedTest(name = "{0} under a cap of {1} is {2}")
    @CsvSource({"90, YELLOW, YELLOW", "90, RED, RED", "90, GREEN, GREEN", "20, YELLOW, RED", "50, YELLOW, YELLOW"})
    void capsTheBand(double score, String cap, String band) {
        assertThat(HealthScore.of(List.of(new Part(score, 1))).band(70, 40, 0.6, cap))
                .isEqualTo(band);
    }

    @Test
    void isUnknownUnderTheMinimumCoverageUnlessACapAllowsOnlyRed() {
        HealthScore total = HealthScore.of(List.of(new Part(90.0, 59), new Part(null, 41)));
        assertThat(total.band(70, 40, 0.6, null)).isEqualTo("UNKNOWN");
        assertThat(total.band(70, 40, 0.6, "YELLOW")).isEqualTo("UNKNOWN");
        assertThat(total.band(70, 40, 0.6, "RED")).isEqualTo("RED");
        assertThat(HealthScore.of(List.of(new Part(90.0, 60), new Part(null, 40)))
                        .band(70, 40, 0.6, null))
                .isEqualTo("GREEN");
    }

    @Test
    void hasNoScoreWithoutDataOrWeight() {
        assertThat(HealthScore.of(List.of(new Part(null, 40))).score()).isNull();
        assertThat(HealthScore.of(List.of(new Part(50.0, 0))).score()).isNull();
        assertThat(HealthScore.of(List.of()).coverage()).isZero();
    }

    @Test
    void liftsAndCutsADimension() {
        assertThat(HealthScore.dimension(50.0, 80.0, null)).isEqualTo(80);
        assertThat(HealthScore.dimension(50.0, 80.0, 20.0)).isEqualTo(20);
        assertThat(HealthScore.dimension(90.0, 80.0, null)).isEqualTo(90);
        assertThat(HealthScore.dimension(null, 80.0, null)).isEqualTo(80);
        assertThat(HealthScore.dimension(null, null, 20.0)).isEqualTo(20);
        assertThat(HealthScore.dimension(10.0, null, 20.0)).isEqualTo(10);
        assertThat(HealthScore.dimension(null, null, null)).isNull();
    }
}
