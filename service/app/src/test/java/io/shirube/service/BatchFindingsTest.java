package io.shirube.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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

/** Three accounts of one book ask for SSO; the findings of the shipped catalogue are written beside the decisions. */
class BatchFindingsTest {

    private static final String ASKED = """
        {"account":{"id":"A-%d"},"contract":{"arr":1000000},"signals":{"requestThemes":["SSO"]}}
        """;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void aBookAndRules() throws Exception {
        Path rules = Files.createDirectory(folder.resolve("rules"));
        Files.copy(Path.of("../../rules/findings.yml"), rules.resolve("findings.yml"));
        Files.writeString(
                rules.resolve("signals.yml"),
                "signals:\n  requestThemes: {type: textset, ja: 要望テーマ, en: Request themes, source: s, grade: m}\n");
        Files.writeString(folder.resolve("book.ndjson"), ASKED.formatted(1) + ASKED.formatted(2) + ASKED.formatted(3));
    }

    @Test
    void aLineSaysWhatTheAccountsShareAndWhoAnswersByWhen() throws Exception {
        assertThat(batch("f.ndjson", "--lang", "ja")).isZero();
        // 20 working days from Friday 2026-11-20 in a folder without a calendar
        assertThat(Files.readAllLines(folder.resolve("f.ndjson")))
                .containsExactly(
                        "{\"type\":\"PRODUCT_FEEDBACK\",\"key\":\"SSO\",\"title\":\"製品への要望\",\"ownerRole\":\"PRODUCT\","
                                + "\"dueOn\":\"2026-12-18\",\"accounts\":3,\"cohort\":3,\"high\":0,\"arr\":3000000,\"renewals\":0,"
                                + "\"text\":\"「SSO」の要望が3社(計3,000,000円、うち半年以内に更新0社)から出ています。\","
                                + "\"accountIds\":[\"A-1\",\"A-2\",\"A-3\"]}");
        assertThat(Files.readAllLines(folder.resolve("o.ndjson"))).hasSize(3);
    }

    @Test
    void aJsonFileHoldsOneArrayInEnglish() throws Exception {
        assertThat(batch("f.json")).isZero();
        assertThat(Files.readString(folder.resolve("f.json")))
                .startsWith("[{\"type\":\"PRODUCT_FEEDBACK\"")
                .contains("\"text\":\"\\\"SSO\\\" asked by 3 accounts (¥3,000,000, 0 renewing within six months).\"")
                .endsWith("]}]\n");
    }

    @Test
    void anotherEndingIsRefusedBeforeAnythingIsDecided() {
        assertThat(batch("f.csv")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("--findings must be an .ndjson or .json file");
        assertThat(folder.resolve("o.ndjson")).doesNotExist();
    }

    private int batch(String findings, String... more) {
        List<String> arguments = new ArrayList<>(List.of("batch", "--rules", folder + "/rules"));
        arguments.addAll(List.of("--portfolio", folder + "/book.ndjson", "--out", folder + "/o.ndjson"));
        arguments.addAll(List.of("--as-of", "2026-11-20", "--findings", folder + "/" + findings));
        arguments.addAll(List.of(more));
        return ShirubeMain.run(
                arguments.toArray(String[]::new),
                InputStream.nullInputStream(),
                new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }
}
