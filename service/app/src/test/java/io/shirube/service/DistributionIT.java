package io.shirube.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.engine.ProgramVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The archive that is handed out, unpacked on a host whose Maven and javac do nothing but tell that they were asked for. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the archive is unpacked and started by a POSIX shell")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class DistributionIT {

    private static final String NAME = "shirube-" + ProgramVersion.current();
    private static final Path ARCHIVE = Path.of("target", NAME + ".tar.gz").toAbsolutePath();

    @TempDir
    static Path host;

    private static Path home;
    private static Path asked;

    @BeforeAll
    static void unpack() throws Exception {
        assertThat(run(host, "tar", "-xzf", ARCHIVE.toString()).exitCode()).isZero();
        home = host.resolve(NAME);
        asked = host.resolve("asked");
        Path programs = Files.createDirectory(host.resolve("bin"));
        for (String program : List.of("mvn", "javac")) {
            Path decoy = programs.resolve(program);
            Files.writeString(decoy, "#!/bin/sh\necho " + program + " >>'" + asked + "'\nexit 1\n");
            assertThat(decoy.toFile().setExecutable(true)).isTrue();
        }
    }

    @Test
    void runsWithoutMavenAndWithoutACompiler() throws Exception {
        Run version = run(host, home + "/shirube", "--version");
        assertThat(version.exitCode()).as(version.errors()).isZero();
        assertThat(version.output()).isEqualTo("shirube " + ProgramVersion.current() + "\n");

        Run check = run(home, "./shirube", "check", "rules");
        assertThat(check.exitCode()).as(check.errors()).isZero();

        Run decide = run(
                home,
                "./shirube",
                "decide",
                "--rules",
                "rules",
                "--input",
                "fixtures/accounts/story-3-upsell-waits.json",
                "--as-of",
                "2026-11-20");
        assertThat(decide.exitCode()).as(decide.errors()).isZero();
        JsonNode decision = new ObjectMapper().readTree(decide.output());
        assertThat(decision.at("/actions/0/type").asText()).isEqualTo("SUPPORT_ESCALATION");

        assertThat(asked).doesNotExist();
    }

    @Test
    void saysWhatItDoesNotHave() throws Exception {
        Run bench = run(home, "./shirube", "bench");

        assertThat(bench.exitCode()).isEqualTo(2);
        assertThat(bench.errors()).contains("it runs from the sources").contains("ソースから実行してください");
        assertThat(asked).doesNotExist();
    }

    @Test
    void saysWhenItsJarIsGone() throws Exception {
        Path other = Files.createDirectories(host.resolve("other"));
        assertThat(run(other, "tar", "-xzf", ARCHIVE.toString()).exitCode()).isZero();
        Files.delete(other.resolve(NAME).resolve("lib/shirube.jar"));

        Run run = run(other, NAME + "/shirube", "--version");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors())
                .contains("lib/shirube.jar is missing or damaged")
                .contains("もう一度展開してください");
    }

    @Test
    void belongsToNobodyAndNoDaySoThatTheSameSourcesGiveTheSameArchive() throws Exception {
        Run list = run(host, "tar", "--full-time", "--utc", "--numeric-owner", "-tvzf", ARCHIVE.toString());

        List<String> entries = list.output().lines().toList();
        assertThat(entries)
                .hasSizeGreaterThan(50)
                .allSatisfy(entry -> assertThat(entry)
                        .containsPattern("^[d-]rw[x-]r-[x-]r-[x-] +0/0 +[0-9]+ 2026-01-01 00:00:00 +" + NAME + "/"));
        assertThat(entries).anyMatch(entry -> entry.startsWith("-rwxr-xr-x") && entry.endsWith("/shirube"));
        assertThat(home.resolve("rules/README.md")).exists();
        assertThat(home.resolve("docs/openapi.json")).exists();
        assertThat(home.resolve("data")).doesNotExist();
    }

    private record Run(int exitCode, String output, String errors) {}

    private static Run run(Path folder, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(host, "output", ".txt");
        Path errors = Files.createTempFile(host, "errors", ".txt");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        Map<String, String> environment = builder.environment();
        environment.remove("JAVA_HOME");
        environment.put(
                "PATH",
                host.resolve("bin") + ":" + System.getProperty("java.home") + "/bin:" + environment.get("PATH"));
        int exitCode = builder.start().waitFor();
        return new Run(exitCode, Files.readString(output, UTF_8), Files.readString(errors, UTF_8));
    }
}
