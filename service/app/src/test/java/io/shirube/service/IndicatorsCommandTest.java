package io.shirube.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forty accounts as of Friday 2026-11-20, of which half leave in April; rules that know the signals and decide nothing. */
class IndicatorsCommandTest {

    private static final String ACCOUNT = """
        {"account":{"id":"A-%d"},"contract":{"start":"2023-04-01","end":"2027-03-31","arr":1200000},\
        "signals":{"licensedSeats":{"value":10,"at":"2026-11-20"},"activeUsers30d":{"value":4,"at":"2026-11-20"}}}
        """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void aBookAndWhatBecameOfIt() throws Exception {
        Files.createDirectory(folder.resolve("rules"));
        Files.writeString(folder.resolve("rules/signals.yml"), """
            signals:
              licensedSeats: {type: number, ja: 契約席数, en: Licensed seats, source: s, grade: m}
              activeUsers30d: {type: number, ja: 利用者数, en: Active users, source: s, grade: m}
            """);
        StringBuilder book = new StringBuilder();
        StringBuilder outcomes = new StringBuilder("accountId,decisionDate,outcome,arrBefore,arrAfter\n");
        for (int i = 0; i < 40; i++) {
            book.append(ACCOUNT.formatted(i));
            outcomes.append("A-%d,2026-04-15,,1200000,%d%n".formatted(i, i < 20 ? 0 : 1_200_000));
        }
        Files.writeString(folder.resolve("book.ndjson"), book);
        Files.writeString(folder.resolve("outcomes.csv"), outcomes);
    }

    @Test
    void aTableSaysFigureIntervalAndNumber() {
        assertThat(indicators("--outcomes", folder + "/outcomes.csv", "--goal", "1%"))
                .isZero();
        assertThat(out.toString(UTF_8).lines().map(line -> line.replaceAll(" {2,}", " | ")))
                .contains(
                        "40 accounts as of 2026-11-20. The month is 2026-10-01 to 2026-10-31, the 12 months are 2025-11-01 to"
                                + " 2026-10-31.",
                        // 20 of 40; Wilson's interval around a half is symmetric
                        "Logo churn in 12 months | 50.0% (35.2–64.8) n=40 | – | 50.0% (35.2–64.8) n=40 | –",
                        "* All: 50.0% of this segment left in 12 months (n=40). A goal of 1.0% is unrealistic; set one that can be"
                                + " reached in steps.")
                .anyMatch(line -> line.startsWith("Active rate | 40.0% (40.0–40.0) n=40"));
    }

    @Test
    void theSameInJapanese() {
        assertThat(indicators("--lang", "ja")).isZero();
        assertThat(out.toString(UTF_8))
                .contains("2026-11-20 時点、顧客企業 40 社。月は 2026-10-01〜2026-10-31")
                .contains("更新・解約の結果がないため、解約率・維持率・増額は求められません。")
                .contains("ロータッチ（40社）");
    }

    @Test
    void jsonHoldsEveryFigureAsANumber() throws Exception {
        assertThat(indicators("--outcomes", folder + "/outcomes.csv", "--format", "json"))
                .isZero();
        JsonNode report = new ObjectMapper().readTree(out.toString(UTF_8));
        JsonNode grr = report.at("/segments/0/indicators/4");
        assertThat(grr.get("name").asText()).isEqualTo("GRR");
        assertThat(grr.get("value").doubleValue()).isEqualTo(0.5);
        assertThat(grr.get("part").longValue()).isEqualTo(24_000_000);
        assertThat(grr.get("whole").longValue()).isEqualTo(48_000_000);
        assertThat(report.at("/segments/0/chain")).hasSize(6);
        assertThat(report.at("/segments/0/benchmark").isNull()).isTrue();
    }

    @Test
    void aCellThatCannotBeReadIsNamed() throws Exception {
        Files.writeString(
                folder.resolve("outcomes.csv"),
                "accountId,decisionDate,arrBefore,arrAfter\nA-1,2026/04/15,1200000,0\n,2026-04-15,-5,0\n");
        assertThat(indicators("--outcomes", folder + "/outcomes.csv")).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .contains("outcomes.csv!B2 (2026/04/15): a day such as 2026-11-20 is needed.")
                .contains("outcomes.csv!C3 (-5): a whole amount of 0 or more is needed.")
                .contains("outcomes.csv!A3: there is no account id.");
    }

    @Test
    void anAccountThatCannotBeUsedIsNamedAndLeftOut() throws Exception {
        Path book = folder.resolve("book.ndjson");
        Files.writeString(book, Files.readString(book) + "{\"account\":{}}\n");
        assertThat(indicators("--lang", "ja")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("41 行目を除きました: ");
        assertThat(out.toString(UTF_8)).contains("顧客企業 40 社");
    }

    @Test
    void aShareOfMoreThanAllIsRefused() {
        assertThat(indicators("--goal", "120%")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("--goal must be a share such as 5% or 0.05");
        assertThat(indicators("--market", "HUGE=5%")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("--market must be a share");
    }

    private int indicators(String... more) {
        List<String> arguments = new ArrayList<>(List.of("indicators", "--rules", folder + "/rules"));
        arguments.addAll(List.of("--portfolio", folder + "/book.ndjson", "--as-of", "2026-11-20"));
        arguments.addAll(List.of(more));
        return ShirubeMain.run(
                arguments.toArray(String[]::new),
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }
}
