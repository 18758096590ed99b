package io.shirube.engine.authoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.Severity;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes are, the answer is findings. */
class HostileFilesTest {

    private static final String TABLE = """
            table,t
            hit,first
            従業員数,席利用率,戦略顧客,段階,タッチ,reason_ja,reason_en
            1000以上|不明,50%〜,○,更新以外,HIGH,従業員{employees}名,"{employees} people, more"
            ,,,,LOW,ほか,others
            """;
    private static final List<String> FILES = List.of(
            "signals.yml",
            "conclusions.yml",
            "actions.yml",
            "policies.yml",
            "calendar.yml",
            "2-segment/t.table.csv",
            "5-actions/r.drl");

    @Test
    void randomBytesGiveFindings() {
        Random random = new Random(1);
        for (int i = 0; i < 150; i++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            sound(RulesetReader.read(Folders.with(FILES.get(i % FILES.size()), bytes)));
        }
    }

    @Test
    void truncatedAndGarbledFilesGiveFindings() {
        Random random = new Random(2);
        Map<String, String> originals =
                Map.of("signals.yml", Folders.SIGNALS, "actions.yml", Folders.ACTIONS, "2-segment/t.table.csv", TABLE);
        originals.forEach((file, text) -> {
            byte[] bytes = text.getBytes(UTF_8);
            for (int i = 0; i < 100; i++) {
                byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
                for (int j = 0; j < i % 4 && cut.length > 0; j++) {
                    cut[random.nextInt(cut.length)] = "{}[],:|-\"'&*!%@`#\t\n〜".getBytes(UTF_8)[random.nextInt(20)];
                }
                sound(RulesetReader.read(Folders.with(file, cut)));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[", "{", "- ", "? ", "a: {", "!!a ", "&a ", "*a ", "\"", "|\n ", "(", ",", "%", "\u0000", "\uFEFF",
                "{a: "
            })
    void aFileFullOfOneOpeningGivesFindings(String piece) {
        String text = piece.repeat(100_000 / piece.length());
        for (String file : FILES) {
            Assertions.assertTimeout(
                    Duration.ofSeconds(20), () -> sound(RulesetReader.read(Folders.with(file, text.getBytes(UTF_8)))));
        }
    }

    @Test
    void aMillionBracketsAreTooMany() {
        ReadResult result = Folders.read("signals.yml", "[".repeat(1_000_000));

        assertThat(result.findings()).extracting(Finding::code).contains("file-too-large");
    }

    @Test
    void deepYamlIsRefusedWithoutBuildingIt() {
        ReadResult result = Folders.read("signals.yml", "{a: ".repeat(30_000));

        assertThat(result.findings()).extracting(Finding::code).contains("yaml-too-deep");
    }

    @Test
    void aBillionLaughsAreRefusedAtTheFirstAnchor() {
        ReadResult result =
                Folders.read("signals.yml", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nsignals: [*c, *c]\n");

        assertThat(result.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(finding -> finding.code() + " " + finding.at())
                .containsExactly("yaml-alias signals.yml:1:4");
    }

    @Test
    void anEmptyFolderIsToldWhatARuleFolderLooksLike() {
        ReadResult result = RulesetReader.read(RuleBundle.of(Map.of()));

        assertThat(result.model()).isNull();
        assertThat(result.findings())
                .singleElement()
                .returns("empty-folder", Finding::code)
                .returns("There are no rule files here.", Finding::whatEn)
                .returns("ルールのファイルが見つかりません。", Finding::whatJa);
    }

    @Test
    void anOverlongCellOrTableIsRefused() {
        assertThat(codes("table,t\nhit,collect\n従業員数,タッチ\n" + "9".repeat(2001) + ",HIGH\n"))
                .contains("table-too-large");
        assertThat(codes("table,t\nhit,collect\n" + "従業員数,".repeat(201) + "\n")).contains("table-too-large");
        assertThat(codes("table,t\nhit,collect\n従業員数,タッチ\n" + ",\n".repeat(50_001)))
                .contains("table-too-large");
    }

    private static List<String> codes(String table) {
        return Folders.read("2-segment/t.table.csv", table).findings().stream()
                .map(Finding::code)
                .toList();
    }

    private static void sound(ReadResult result) {
        boolean errors = result.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(result.model() == null).isEqualTo(errors);
        assertThat(result.findings())
                .extracting(Finding::code)
                .as("every failure is foreseen")
                .doesNotContain("unreadable");
        assertThat(result.findings())
                .allSatisfy(finding -> assertThat(finding.whatJa() + finding.whatEn() + finding.tryJa())
                        .doesNotContain("java", "Exception", "null pointer"));
    }
}
