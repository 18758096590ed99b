package io.shirube.bench.whole;

import io.shirube.bench.report.Batch;
import io.shirube.bench.report.Figures;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** Starts whole runs and takes down their figures. Stateless. */
public final class WholeRuns {

    /** With reasons a decision takes so much longer that so many accounts tell enough. */
    public static final long REASONS_ACCOUNTS = 10_000;

    /** The heap that a run must do with, however large the book. */
    public static final String HEAP = "512m";

    private WholeRuns() {}

    /**
     * Runs batches in a program of its own.
     *
     * @param rules the folder of the rules
     * @throws IOException when it cannot be started or fails
     */
    public static void measure(Path rules, long accounts, Figures figures) throws IOException, InterruptedException {
        try (TemporaryFolder temporary = new TemporaryFolder()) {
            Path folder = temporary.path();
            Path result = folder.resolve("figures.properties");
            int exit = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx" + HEAP,
                            "-cp",
                            System.getProperty("java.class.path"),
                            WholeRunProgram.class.getName(),
                            rules.toString(),
                            Long.toString(accounts),
                            folder.toString(),
                            result.toString()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IOException("the whole run ended with exit code " + exit);
            }
            Properties read = new Properties();
            try (Reader in = Files.newBufferedReader(result)) {
                read.load(in);
            }
            for (String kind : List.of(Batch.PLAIN, Batch.REASONS)) {
                for (String what : List.of(Batch.COMPARATOR, Batch.ALONE, Batch.TOGETHER)) {
                    double nanos = Double.parseDouble(read.getProperty(kind + what));
                    figures.add(what, kind, new Figures.Figure(nanos, Double.NaN));
                }
            }
        }
    }
}
