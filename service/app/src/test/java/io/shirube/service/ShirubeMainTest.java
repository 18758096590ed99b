package io.shirube.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ShirubeMainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsItsVersionOnStdout() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString(UTF_8)).startsWith("shirube ");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void refusesAnUnknownCommandByNameAndPrintsUsageOnStderr() {
        assertThat(run("frobnicate")).isEqualTo(2);
        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(err.toString(UTF_8)).contains("'frobnicate'").contains("usage: shirube COMMAND");
    }

    @Test
    void printsUsageWhenNoCommandIsGiven() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("usage: shirube COMMAND");
    }

    private int run(String... arguments) {
        return ShirubeMain.run(
                arguments,
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }
}
