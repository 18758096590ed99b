package io.shirube.bench.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparatorTest {

    @TempDir
    private Path folder;

    private Path portfolio;
    private Path decisions;
    private Path out;

    @BeforeEach
    void write() throws IOException {
        portfolio = folder.resolve("portfolio.ndjson");
        decisions = folder.resolve("decisions.ndjson");
        out = folder.resolve("out.ndjson");
        String text = "x".repeat(200_000);
        Files.writeString(portfolio, "{\"a\":1}\n{\"long\":\"" + text + "\"}\n{\"b\":[true,2.5]}\n");
        Files.writeString(decisions, "one\n" + text + "\nthree\n");
    }

    @Test
    void writesTheSameBytes() throws IOException {
        Comparator.run(portfolio, decisions, out);
        assertThat(out).hasSameBinaryContentAs(decisions);
    }

    @Test
    void readsEveryValue() throws IOException {
        long sum = Comparator.run(portfolio, decisions, out);
        long names = 6; // a, long, b
        long numbers = Double.doubleToLongBits(1) + Double.doubleToLongBits(2.5);
        assertThat(sum).isEqualTo(names + 200_000 + numbers);
    }

    @Test
    void refusesDecisionsOfAnotherPortfolio() throws IOException {
        Files.writeString(decisions, "one\n");
        assertThatThrownBy(() -> Comparator.run(portfolio, decisions, out)).hasMessage("fewer decisions than entries");
    }
}
