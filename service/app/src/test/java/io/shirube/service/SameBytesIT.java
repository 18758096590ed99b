package io.shirube.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.io.PortfolioFormat;
import io.shirube.io.generate.PortfolioGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The same accounts through every door, with the shipped rules. {@code -Dshirube.doors.accounts=300} for more of them. */
@ExtendWith(ShippedService.class)
class SameBytesIT {

    private static final int ACCOUNTS = Integer.getInteger("shirube.doors.accounts", 30);
    private static final String DAY = "2026-11-20";
    private static final String RULES = RunningService.HOME.resolve("rules").toString();

    /** In the middle of the others, because an account that cannot be decided must not move those behind it. */
    private static final String WRONG = "{\"account\":{\"id\":\"A-1\",\"employees\":\"many\",\"staff\":1}}";

    private final RunningService service;
    private final List<String> accounts = new ArrayList<>();

    @TempDir
    Path folder;

    SameBytesIT(RunningService service) {
        this.service = service;
    }

    @BeforeEach
    void generate() throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        new PortfolioGenerator(ACCOUNTS, 2_026, LocalDate.parse(DAY)).write(lines, PortfolioFormat.NDJSON);
        lines.toString(UTF_8).lines().forEach(accounts::add);
    }

    @Test
    void givesTheSameBytesThroughEveryDoor() throws Exception {
        Path portfolio = folder.resolve("portfolio.ndjson");
        List<String> lines = new ArrayList<>(accounts);
        lines.add(ACCOUNTS / 2, WRONG);
        Files.writeString(portfolio, String.join("\n", lines) + "\n");
        String query = "?explain=full&lang=ja&asOf=" + DAY;
        String[] words = {"--rules", RULES, "--explain", "full", "--lang", "ja", "--as-of", DAY};

        String answer = batch(query, Files.readString(portfolio));
        List<String> answers = answer.lines().toList();

        assertThat(answers).hasSize(ACCOUNTS + 1);
        assertThat(answers.get(ACCOUNTS / 2)).startsWith("{\"line\":" + (ACCOUNTS / 2 + 1) + ",\"error\":");
        List<String> decisions = new ArrayList<>(answers);
        decisions.remove(ACCOUNTS / 2);
        assertThat(decisions)
                .doesNotHaveDuplicates()
                .allMatch(line -> line.contains(",\"problems\":[],\"explanation\":{"));
        assertThat(single(query)).isEqualTo(decisions);
        assertThat(decide(portfolio, words)).isEqualTo(answer);
        assertThat(batch(portfolio, 1, words)).isEqualTo(answer);
        assertThat(batch(portfolio, 2, words)).isEqualTo(answer);
        System.out.printf(
                "%d accounts: REST one by one, REST batch, decide, batch with 1 and 2 threads gave the same %d bytes%n",
                ACCOUNTS, answer.getBytes(UTF_8).length);
    }

    private List<String> single(String query) throws IOException, InterruptedException {
        List<String> decisions = new ArrayList<>();
        for (String account : accounts) {
            HttpResponse<String> answer = service.post("/api/v1/decisions" + query, account);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            decisions.add(answer.body());
        }
        return decisions;
    }

    private String batch(String query, String portfolio) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                service.post("/api/v1/decisions/batch" + query, portfolio, "Content-Type", "application/x-ndjson");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String decide(Path portfolio, String... words) {
        return run("decide", words, "--input", portfolio.toString());
    }

    private String batch(Path portfolio, int threads, String... words) throws IOException {
        Path out = folder.resolve("out-" + threads + ".ndjson");
        run(
                "batch",
                words,
                "--portfolio",
                portfolio.toString(),
                "--out",
                out.toString(),
                "--threads",
                String.valueOf(threads));
        return Files.readString(out);
    }

    /** Runs a command line, which must find the wrong account and nothing else to complain of. */
    private static String run(String command, String[] words, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of(words));
        arguments.addAll(List.of(more));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = ShirubeMain.run(
                arguments.toArray(String[]::new),
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
        assertThat(exitCode).as(err.toString(UTF_8)).isEqualTo(1);
        return out.toString(UTF_8);
    }
}
