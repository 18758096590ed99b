package io.shirube.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The merged jar as users start it: {@code java -jar}. */
class RunnableJarIT {

    private static final Path JAR = Path.of("target", "shirube.jar");

    @Test
    void knowsTheVersionItWasBuiltAs() throws Exception {
        Run run = run("--version");

        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).matches("shirube \\d+\\.\\d+\\.\\d+.*\\R");
    }

    @Test
    void exitsWithTwoWhenItCannotRun() throws Exception {
        assertThat(run("frobnicate").exitCode()).isEqualTo(2);
    }

    private static Run run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), output);
    }

    private record Run(int exitCode, String output) {}
}
