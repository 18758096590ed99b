package io.shirube.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void writesBookOutcomesAndTheBookOfEachMonth() throws IOException {
        assertThat(generate("--history", "2", "--outcomes", folder + "/o.csv", "--monthly", folder + "/months"))
                .isZero();
        assertThat(files())
                .containsExactly(
                        "book.ndjson",
                        "months/2026-09/portfolio.ndjson",
                        "months/2026-10/portfolio.ndjson",
                        "months/2026-11/portfolio.ndjson",
                        "o.csv");
        assertThat(Files.readAllLines(folder.resolve("book.ndjson"))).hasSize(60);
        assertThat(Files.readAllLines(folder.resolve("months/2026-11/portfolio.ndjson")))
                .hasSize(60);
        assertThat(Files.readAllLines(folder.resolve("o.csv")))
                .hasSizeGreaterThan(50)
                .first()
                .isEqualTo("accountId,month,decisionDate,outcome,arrBefore,arrAfter");
    }

    @Test
    void writesNothingWhenOutcomesAreAskedForInAnotherFormatOrInTheSameFile() throws IOException {
        assertThat(generate("--outcomes", folder + "/o.json")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("--outcomes must be a .csv file, not ");
        err.reset();
        assertThat(run(
                        "generate",
                        "--accounts",
                        "1",
                        "--seed",
                        "1",
                        "--out",
                        folder + "/o.csv",
                        "--outcomes",
                        folder + "/x/../o.csv"))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("--outcomes and --out must be two files, not both ");
        assertThat(files()).isEmpty();
    }

    @Test
    void refusesMoreHistoryThanSixtyMonthsAndDaysFarAway() throws IOException {
        assertThat(generate("--history", "61")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("--history").contains("60");
        err.reset();
        assertThat(run(
                        "generate",
                        "--accounts",
                        "1",
                        "--seed",
                        "1",
                        "--out",
                        folder + "/b.csv",
                        "--as-of",
                        "2099-01-01"))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .contains("--as-of must be a day from 1990-01-01 to 2090-12-31, not 2099-01-01.");
        assertThat(files()).isEmpty();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private int generate(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "generate",
                "--accounts",
                "60",
                "--seed",
                "3",
                "--as-of",
                "2026-11-20",
                "--out",
                folder + "/book.ndjson"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return ShirubeMain.run(
                arguments,
                InputStream.nullInputStream(),
                new PrintStream(OutputStream.nullOutputStream(), true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }
}
