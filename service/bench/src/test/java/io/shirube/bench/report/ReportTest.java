package io.shirube.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.bench.report.Figures.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final Figures figures = new Figures();

    @Test
    void setsTheTwinBesideWhatItJudges() {
        figures.add("TwinBench.rules", "", new Figure(200, 48));
        figures.add("PhaseBench.drools", "frozen", new Figure(7000, 4321));
        assertThat(markdown())
                .contains("| rule phase by Drools beside its twin | ≤ 50.0× | 35.0× | met |")
                .contains("| … and what it allocates | ≤ 8.00 kB | 4.32 kB | met |")
                .contains("| 41 frozen rules | 0.200 µs, 48.0 B | – | 7.00 µs, 35.0×, 4.32 kB | – | – | – |");
    }

    @Test
    void setsARenderedExplanationBesideItsGoal() {
        figures.add("DecisionBench.fullBytes", "shipped", new Figure(400_000, 1));
        assertThat(markdown())
                .contains("| a full explanation of the shipped rules, rendered | ≤ 1.00 ms | 400 µs | met |");
    }

    @Test
    void saysWhichGoalIsMissed() {
        figures.add("LoadBench.load", "5000 false", new Figure(2.5e9, Double.NaN));
        assertThat(markdown()).contains("| loading a table of 5,000 rows, warm | ≤ 2.00 s | 2.50 s | missed |");
    }

    @Test
    void leavesADashForWhatWasNotMeasured() {
        assertThat(markdown()).contains("| a table of 5,000 rows by Drools | ≤ 20.0 µs | – | not measured |");
    }

    @Test
    void setsABatchBesideWhatDecidesNothing() {
        figures.add(Batch.COMPARATOR, Batch.PLAIN, new Figure(20_000, Double.NaN));
        figures.add(Batch.ALONE, Batch.PLAIN, new Figure(250_000, Double.NaN));
        assertThat(markdown()).contains("| 1 thread | 250 µs | 12.5× |");
    }

    private String markdown() {
        return new Report(figures).markdown(List.of("a machine"));
    }
}
