package io.shirube.engine.authoring;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.Severity;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EncodingsTest {

    private static final String FILE = "2-segment/t.table.csv";
    private static final String TABLE =
            "table,t\r\nhit,collect\r\n従業員数,タッチ,reason_ja,reason_en\r\n６０万～,ハイタッチ,①㈱髙﨑です,a\r\n";

    @Test
    void readsWhatJapaneseExcelSavesAndSaysSo() {
        ReadResult result = RulesetReader.read(Folders.with(FILE, TABLE.getBytes(Charset.forName("windows-31j"))));

        assertThat(errors(result)).isEmpty();
        assertThat(result.findings())
                .filteredOn(finding -> finding.code().equals("cp932"))
                .singleElement()
                .returns("Shift_JIS（CP932）のファイルとして読みました。", Finding::whatJa)
                .returns("「CSV UTF-8」またはUTF-8で保存すると、文字化けの心配がありません。", Finding::tryJa)
                .returns("Read as a Shift_JIS (CP932) file.", Finding::whatEn)
                .returns("Saved as UTF-8 it cannot be misread.", Finding::tryEn);
        assertThat(Objects.requireNonNull(result.model()).units()).hasSize(1);
    }

    @Test
    void aByteOrderMarkAndCarriageReturnsChangeNothing() {
        ReadResult plain =
                RulesetReader.read(Folders.with(FILE, TABLE.replace("\r", "").getBytes(UTF_8)));
        ReadResult marked = RulesetReader.read(Folders.with(FILE, ("\uFEFF" + TABLE).getBytes(UTF_8)));

        assertThat(marked.findings()).isEqualTo(plain.findings());
        assertThat(Objects.requireNonNull(marked.model()).units())
                .isEqualTo(Objects.requireNonNull(plain.model()).units());
        assertThat(marked.model().revision()).isEqualTo(plain.model().revision());
    }

    @Test
    void aWorkbookUnderAnotherNameIsRecognised() {
        ReadResult result = RulesetReader.read(Folders.with(FILE, new byte[] {'P', 'K', 3, 4, 20, 0}));

        assertThat(errors(result))
                .singleElement()
                .returns("not-text", Finding::code)
                .returns("中身がExcelブック（.xlsx）です。テキストとして読めません。", Finding::whatJa)
                .returns("Excelで「CSV UTF-8（コンマ区切り）」を選んで保存し直してください。", Finding::tryJa)
                .returns("This is an Excel workbook (.xlsx) under another name.", Finding::whatEn)
                .returns("Save it again from Excel as \"CSV UTF-8 (comma delimited)\".", Finding::tryEn);
    }

    @Test
    void utf16IsRecognised() {
        ReadResult result = RulesetReader.read(Folders.with(FILE, ("\uFEFF" + TABLE).getBytes(UTF_16LE)));

        assertThat(errors(result))
                .singleElement()
                .returns("not-utf8", Finding::code)
                .returns("文字コードがUTF-16です。", Finding::whatJa)
                .returns("The file is encoded in UTF-16.", Finding::whatEn);
    }

    private static List<Finding> errors(ReadResult result) {
        return result.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }
}
