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

/** Three accounts as of Friday 2026-11-20, of which one is called and two are just below the rate at which one calls. */
class InsightCommandTest {

    private static final String ACCOUNT = """
        {"account":{"id":"A-%d"},"signals":{"seats":{"value":60,"at":"2026-11-20"},"rate":{"value":%s,"at":"2026-11-20"}}}
        """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void aBookAndARule() throws Exception {
        Path rules = Files.createDirectory(folder.resolve("rules"));
        Files.createDirectory(rules.resolve("5-actions"));
        Files.writeString(rules.resolve("signals.yml"), """
            signals:
              seats: {type: number, unit: seats, min: 0, step: 1, ja: 席数, en: Seats}
              rate: {type: number, unit: ratio, min: 0, max: 1, step: 0.001, ja: 利用率, en: Rate}
            """);
        Files.writeString(rules.resolve("actions.yml"), """
            actions:
              CALL: {ja: 電話, en: Call, class: S, driver: EXPANSION, purpose: {ja: 話す, en: Talk}, owner: CSM,
                     effortHours: [2, 2, 2], due: {workingDays: 10}, proof: {indicator: seats}}
            """);
        Files.writeString(rules.resolve("policies.yml"), "currency: JPY\n");
        Files.writeString(rules.resolve("calendar.yml"), "until: 2027-12-31\n");
        Files.writeString(rules.resolve("5-actions/call.drl"), """
            rule "Large and used"
              @review("2026-01-31") @reason_ja("席{seats}") @reason_en("seats {seats}")
            when
              Signals( seats >= 50, rate >= 0.9 )
            then
              propose(CALL);
            end
            """);
        Files.writeString(
                folder.resolve("book.ndjson"),
                ACCOUNT.formatted(1, "0.95") + ACCOUNT.formatted(2, "0.88") + ACCOUNT.formatted(3, "0.87"));
    }

    @Test
    void saysWhatStandsInTheWayAndWhatRelaxingBrings() {
        assertThat(insight()).isZero();
        assertThat(out.toString(UTF_8).lines())
                .contains(
                        "2 of 3 accounts have nothing to do as of 2026-11-20.",
                        "    One condition short of Call: rate >= 0.9 (false for 2 accounts, 2 of them within reach)",
                        "      relax Rate from 90 % to 85 % → +2 accounts with something to do (+2 actions), +4.0 h in 30 days",
                        "Rules past their review date (1)");
    }

    @Test
    void theSameInJapanese() {
        assertThat(insight("--lang", "ja")).isZero();
        assertThat(out.toString(UTF_8).lines())
                .contains(
                        "2026-11-20 時点、顧客企業 3 社のうち 2 社はすることがありません。",
                        "    「電話」まであと1条件: rate >= 0.9（満たさない 2 社、うちあと一歩 2 社）",
                        "      利用率を 90% から 85% に緩めると、打ち手のある顧客企業 +2 社（アクション +2 件）、30日以内の工数 +4.0 時間",
                        "見直し日を過ぎたルール（1）");
    }

    @Test
    void jsonHoldsTheSameAsNumbers() throws Exception {
        assertThat(insight("--format", "json")).isZero();
        JsonNode report = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(report.get("nothingToDo").asInt()).isEqualTo(2);
        JsonNode obstacle = report.at("/obstacles/0");
        assertThat(obstacle.get("condition").asText()).isEqualTo("rate >= 0.9");
        assertThat(obstacle.at("/relaxations/0/to").doubleValue()).isEqualTo(0.85);
        assertThat(obstacle.at("/relaxations/0/hours").doubleValue()).isEqualTo(4);
        assertThat(report.at("/vitals/0/sign").asText()).isEqualTo("REVIEW_OVERDUE");
    }

    @Test
    void aLineThatCannotBeReadIsNamedOnce() throws Exception {
        Path book = folder.resolve("book.ndjson");
        Files.writeString(book, Files.readString(book) + "{\"account\":{}}\n");
        assertThat(insight()).isEqualTo(1);
        assertThat(err.toString(UTF_8).lines().filter(line -> line.startsWith("line 4 is left out")))
                .hasSize(1);
        assertThat(out.toString(UTF_8)).contains("2 of 3 accounts");
    }

    @Test
    void anotherFormatIsRefused() {
        assertThat(insight("--format", "xml")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("--format must be text or json, not xml.");
    }

    private int insight(String... more) {
        List<String> arguments = new ArrayList<>(List.of("insight", "--rules", folder + "/rules"));
        arguments.addAll(List.of("--portfolio", folder + "/book.ndjson", "--as-of", "2026-11-20"));
        arguments.addAll(List.of(more));
        return ShirubeMain.run(
                arguments.toArray(String[]::new),
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }
}
