package io.shirube.engine.authoring.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Position;
import io.shirube.engine.rules.BuiltinFields;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.Table.Cell;
import io.shirube.engine.rules.Table.IsKnown;
import io.shirube.engine.rules.Table.IsNull;
import io.shirube.engine.rules.Table.Part;
import io.shirube.engine.rules.Table.Range;
import io.shirube.engine.rules.Table.Value;
import io.shirube.engine.rules.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellReaderTest {

    private static final Vocabulary VOCABULARY = new Vocabulary(
            BuiltinFields.register(new EnumType("ActionName", List.of("X"), Map.of(), Map.of()), List.of())
                    .fields(),
            List.of(),
            BuiltinFields.enums());
    private static final Position AT = Position.inTable("t.table.csv", 4, 1);

    private final Report report = new Report();
    private final List<String> texts = new ArrayList<>();
    private final CellReader reader = new CellReader(report, text -> {
        texts.add(text);
        return texts.size() - 1;
    });

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "1000〜 ¦ [1000,∞)",
                "1000～ ¦ [1000,∞)",
                "1000以上 ¦ [1000,∞)",
                "1,000名以上 ¦ [1000,∞)",
                ">=1000 ¦ [1000,∞)",
                "≧1000 ¦ [1000,∞)",
                "1000から ¦ [1000,∞)",
                "300〜999 ¦ [300,999]",
                "300～999名 ¦ [300,999]",
                "100名〜999名 ¦ [100,999]",
                "300~999 ¦ [300,999]",
                "300-999 ¦ [300,999]",
                "300..999 ¦ [300,999]",
                "300以上999以下 ¦ [300,999]",
                "300 〜 999 ¦ [300,999]",
                "〜99 ¦ (-∞,99]",
                "99以下 ¦ (-∞,99]",
                "99まで ¦ (-∞,99]",
                "<=99 ¦ (-∞,99]",
                "100未満 ¦ (-∞,100)",
                "〜100未満 ¦ (-∞,100)",
                "<100 ¦ (-∞,100)",
                "100超 ¦ (100,∞)",
                "100を超える ¦ (100,∞)",
                ">100 ¦ (100,∞)",
                "100超200未満 ¦ (100,200)",
                "300〜500未満 ¦ [300,500)",
                "42 ¦ 42",
                "42人 ¦ 42",
                "1万以上 ¦ [10000,∞)",
                "1万2000以上 ¦ [12000,∞)",
                "百万未満 ¦ error",
                "1百万未満 ¦ (-∞,1000000)",
                "10k以上 ¦ [10000,∞)"
            })
    void readsNumbersAndRanges(String written, String expected) {
        assertThat(shown(field("employees"), written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "60万以上240万未満 ¦ [600000,2400000)",
                "60万円以上240万円未満 ¦ [600000,2400000)",
                "¥600,000以上 ¦ [600000,∞)",
                "1億2000万円以上 ¦ [120000000,∞)",
                "600千円以上 ¦ [600000,∞)",
                "0〜60万 ¦ [0,600000]",
                "1.5億超 ¦ (150000000,∞)"
            })
    void readsMoney(String written, String expected) {
        assertThat(shown(VOCABULARY.required(FactType.CONTRACT, "arr"), written))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "50%以上 ¦ [0.5,∞)",
                "50% ¦ 0.5",
                "50〜80% ¦ [0.5,0.8]",
                "0.3〜0.5未満 ¦ [0.3,0.5)",
                "5割以上 ¦ [0.5,∞)",
                "12.5%未満 ¦ (-∞,0.125)"
            })
    void readsRatios(String written, String expected) {
        assertThat(shown(VOCABULARY.required(FactType.HEALTH, "coverage"), written))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "-60以上-30未満 ¦ [-60,-30)",
                "-5 ¦ -5",
                "-10〜-5 ¦ [-10,-5]",
                "〜-5 ¦ (-∞,-5]",
                "−5以上 ¦ [-5,∞)",
                "1-5 ¦ [1,5]",
                "90日以内 ¦ (-∞,90]",
                "90日以下 ¦ (-∞,90]"
            })
    void readsNegativeNumbersAndDays(String written, String expected) {
        assertThat(shown(VOCABULARY.required(FactType.CONTRACT, "startDaysAgo"), written))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "RENEWAL ¦ 4",
                "renewal ¦ 4",
                "更新 ¦ 4",
                "Renewal ¦ 4",
                "ONBOARDING|RENEWAL ¦ 2 or 4",
                "オンボーディング｜更新 ¦ 2 or 4",
                "オンボーディングまたは更新 ¦ 2 or 4",
                "オンボーディング、更新 ¦ 2 or 4",
                "更新以外 ¦ not 4",
                "!RENEWAL ¦ not 4",
                "ONBOARDING|RENEWAL以外 ¦ not 2 or 4",
                "!ONBOARDING|RENEWAL ¦ error",
                "更新|不明 ¦ 4 or unknown",
                "不明 ¦ unknown",
                "unknown ¦ unknown",
                "未取得 ¦ unknown",
                "既知 ¦ known",
                "known ¦ known",
                "すべて ¦ any",
                "更新| ¦ error",
                "以外 ¦ error"
            })
    void readsNamesAlternativesAndTheUnknown(String written, String expected) {
        assertThat(shown(VOCABULARY.required(FactType.STAGE, "value"), written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "はい", "○", "◯", "有", "あり", "yes", "✓"})
    void readsYes(String written) {
        assertThat(shown(VOCABULARY.required(FactType.CONTRACT, "autoRenew"), written))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "いいえ", "×", "無", "なし", "no", "✕"})
    void readsNo(String written) {
        assertThat(shown(VOCABULARY.required(FactType.CONTRACT, "autoRenew"), written))
                .isEqualTo("0");
    }

    @Test
    void aBlankCellIsAnyValue() {
        assertThat(shown(field("employees"), "")).isEqualTo("any");
    }

    @Test
    void textsKeepTheirPunctuation() {
        assertThat(shown(field("industry"), "製造、卸売|\"A or B\"")).isEqualTo("0 or 1");
        assertThat(texts).containsExactly("製造、卸売", "A or B");
    }

    @Test
    void datesAreOnlyKnownOrUnknown() {
        Field start = VOCABULARY.required(FactType.CONTRACT, "start");

        assertThat(shown(start, "不明")).isEqualTo("unknown");
        assertThat(shown(start, "既知")).isEqualTo("known");
        assertThat(shown(start, "2026-04-01")).isEqualTo("error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"１０００以上", "1000以上、５００", "＞５", "１，０００"})
    void saysWhenItNarrowedFullWidthCharacters(String written) {
        reader.read(field("employees"), written, AT);

        assertThat(report.findings()).extracting(Finding::code).containsExactly("full-width");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1000以上999以上",
                "1,00",
                "1e5",
                "∞",
                "NaN",
                "60万240万",
                "1万1億",
                "10%",
                "10円",
                "9999999999999999999",
                "以上",
                "〜",
                "..",
                "-",
                "1000以上〜以下",
                "0x10",
                "100 200"
            })
    void refusesWhatIsNoRangeOfPeople(String written) {
        assertThat(shown(field("employees"), written)).isEqualTo("error");
        assertThat(report.hasErrors()).isTrue();
    }

    private static Field field(String name) {
        return VOCABULARY.required(FactType.ACCOUNT, name);
    }

    private String shown(Field field, String written) {
        Optional<Cell> cell = reader.read(field, written, AT);
        if (cell.isEmpty()) {
            return "error";
        }
        if (cell.get().isAny()) {
            return "any";
        }
        List<String> parts =
                cell.get().parts().stream().map(CellReaderTest::shown).toList();
        return (cell.get().negated() ? "not " : "") + String.join(" or ", parts);
    }

    private static String shown(Part part) {
        if (part instanceof Range range) {
            return (range.lowIncluded() ? "[" : "(") + plain(range.low()) + "," + plain(range.high())
                    + (range.highIncluded() ? "]" : ")");
        }
        if (part instanceof Value value) {
            return plain(value.value());
        }
        return part instanceof IsNull ? "unknown" : part instanceof IsKnown ? "known" : "?";
    }

    private static String plain(double value) {
        if (Double.isInfinite(value)) {
            return value < 0 ? "-∞" : "∞";
        }
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
