package io.shirube.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.bench.report.Figures;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.RunnerException;

class BenchmarksTest {

    @Test
    void takesDownTimeAndAllocationByTheNameOfTheBenchmark() throws RunnerException {
        Figures figures = new Figures();
        Benchmarks.measure("TwinBench.rules", true, figures);
        assertThat(figures.nanos("TwinBench.rules", "").orElseThrow()).isPositive();
        assertThat(figures.bytes("TwinBench.rules", "").orElseThrow()).isPositive();
    }
}
