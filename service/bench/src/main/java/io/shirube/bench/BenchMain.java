package io.shirube.bench;

import io.shirube.bench.measure.Benchmarks;
import io.shirube.bench.report.Document;
import io.shirube.bench.report.Figures;
import io.shirube.bench.report.Report;
import io.shirube.bench.subject.Subjects;
import io.shirube.bench.whole.TemporaryFolder;
import io.shirube.bench.whole.WholeRuns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** The command {@code bench}: measures, prints the tables, and writes them where it is told to. */
public final class BenchMain {

    private static final int COULD_NOT_RUN = 2;

    private BenchMain() {}

    /** Runs it and ends the program with the exit code: 0 measured, 2 could not run. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        if (arguments.contains("--help")) {
            System.out.print(Arguments.HELP);
            return 0;
        }
        try {
            Arguments read = Arguments.read(arguments);
            String tables = measure(read);
            System.out.println(tables);
            if (read.out() != null) {
                Document.write(read.out(), tables);
            }
            return 0;
        } catch (Arguments.UsageException e) {
            System.err.println("shirube bench: " + e.getMessage());
            System.err.print(Arguments.HELP);
        } catch (RunnerException | IOException e) {
            System.err.println("shirube bench: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return COULD_NOT_RUN;
    }

    private static String measure(Arguments arguments) throws RunnerException, IOException, InterruptedException {
        try (TemporaryFolder kept = new TemporaryFolder()) {
            System.setProperty(Subjects.KEPT, kept.path().toString());
            return measure(arguments, new Figures());
        }
    }

    private static String measure(Arguments arguments, Figures figures)
            throws RunnerException, IOException, InterruptedException {
        for (String part : arguments.parts()) {
            switch (part) {
                case Arguments.BATCH -> WholeRuns.measure(home().resolve("rules"), arguments.accounts(), figures);
                case Arguments.LOAD -> Benchmarks.measureLoading("LoadBench", arguments.quick(), figures);
                default -> Benchmarks.measure("(Phase|Twin|Decision)Bench", arguments.quick(), figures);
            }
        }
        return new Report(figures).markdown(Conditions.of(arguments));
    }

    private static Path home() {
        return Path.of(System.getProperty("shirube.home", "."));
    }
}
