package io.shirube.bench.measure;

import io.shirube.bench.report.Figures;
import io.shirube.bench.subject.Subjects;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks by JMH and takes down their figures. Stateless. */
public final class Benchmarks {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private Benchmarks() {}

    /**
     * Times one operation of each of some benchmarks, and what it allocates.
     *
     * @param pattern which, such as {@code PhaseBench}
     * @param quick in this program and for a moment, so that figures are rough
     * @throws RunnerException when a benchmark fails
     */
    public static void measure(String pattern, boolean quick, Figures figures) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("measure\\." + pattern)
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .shouldFailOnError(true)
                .addProfiler(GCProfiler.class)
                .forks(quick ? 0 : 1)
                .jvmArgsAppend("-D" + Subjects.KEPT + '=' + System.getProperty(Subjects.KEPT, ""))
                .warmupIterations(quick ? 2 : 4)
                .warmupTime(TimeValue.milliseconds(quick ? 500 : 1000))
                .measurementIterations(quick ? 3 : 5)
                .measurementTime(TimeValue.milliseconds(quick ? 500 : 1000));
        take(new Runner(options.build()).run(), figures);
    }

    /**
     * Times loading, which is slow enough to be timed one by one.
     *
     * @param pattern which, such as {@code LoadBench}
     * @throws RunnerException when a benchmark fails
     */
    public static void measureLoading(String pattern, boolean quick, Figures figures) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("measure\\." + pattern)
                .mode(Mode.SingleShotTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .shouldFailOnError(true)
                .forks(quick ? 0 : 1)
                .warmupIterations(quick ? 1 : 8)
                .measurementIterations(quick ? 1 : 5);
        take(new Runner(options.build()).run(), figures);
    }

    private static void take(Collection<RunResult> results, Figures figures) {
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark();
            String[] parts = name.split("\\.", -1);
            String rules = result.getParams().getParamsKeys().stream()
                    .sorted((one, other) -> other.compareTo(one))
                    .map(key -> result.getParams().getParam(key))
                    .collect(Collectors.joining(" "));
            figures.add(
                    parts[parts.length - 2] + '.' + parts[parts.length - 1],
                    rules,
                    new Figures.Figure(result.getPrimaryResult().getScore(), allocated(result)));
        }
    }

    private static double allocated(RunResult result) {
        for (String name : result.getSecondaryResults().keySet()) {
            if (name.endsWith(ALLOCATED)) {
                return result.getSecondaryResults().get(name).getScore();
            }
        }
        return Double.NaN;
    }
}
