package io.shirube.io.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shirube.io.sheet.SheetCell.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTest {

    private static final SheetLimits SMALL = new SheetLimits(1 << 20, 1 << 20, 10_000, 100, 50);

    @TempDir
    Path folder;

    @Test
    void readsWhatTheSheetShowsOfDaysCodesPercentagesAndFlags() throws Exception {
        // 46113 is 2026-04-01; serial 1 is 1900-01-01 and 61 is 1900-03-01, around the leap day that never was
        List<SheetRow> rows = rows(new HandMadeWorkbook("""
                <sheetData><row r="1"><c r="A1" s="1"><v>46113</v></c><c r="B1" s="2"><v>42</v></c>\
                <c r="C1" s="3"><v>0.85</v></c><c r="D1" t="b"><v>1</v></c><c r="E1"><v>0.30000000000000004</v></c>\
                <c r="F1" t="inlineStr"><is><t>0012</t></is></c><c r="G1" s="4"><v>46113</v></c>\
                <c r="H1" s="1"><v>46113.75</v></c></row>\
                <row r="3"><c r="A3" s="1"><v>1</v></c><c r="B3" s="1"><v>61</v></c></row></sheetData>"""));
        assertThat(rows.get(0).cells())
                .containsExactly(
                        new SheetCell(Kind.DATE, "2026-04-01"),
                        new SheetCell(Kind.TEXT, "00042"),
                        new SheetCell(Kind.PERCENT, "0.85"),
                        new SheetCell(Kind.BOOLEAN, "true"),
                        new SheetCell(Kind.NUMBER, "0.3"),
                        new SheetCell(Kind.TEXT, "0012"),
                        new SheetCell(Kind.DATE, "2026-04-01"),
                        new SheetCell(Kind.DATE, "2026-04-01T18:00"));
        assertThat(rows.get(1).number()).isEqualTo(3);
        assertThat(rows.get(1).cells())
                .containsExactly(new SheetCell(Kind.DATE, "1900-01-01"), new SheetCell(Kind.DATE, "1900-03-01"));
    }

    @Test
    void takesTheStoredResultOfAFormulaAndComputesNone() throws Exception {
        List<SheetRow> rows = rows(new HandMadeWorkbook("""
                <sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c>\
                <c r="C1" t="str"><f>"a"</f><v>a</v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>\
                </row></sheetData>"""));
        assertThat(rows.get(0).cells())
                .containsExactly(
                        new SheetCell(Kind.NUMBER, "2"),
                        new SheetCell(Kind.UNCOMPUTED, "=1+1"),
                        new SheetCell(Kind.TEXT, "a"),
                        new SheetCell(Kind.BROKEN, "#DIV/0!"));
    }

    @Test
    void leavesTheReadingAidsOfJapaneseNamesOut() throws Exception {
        List<SheetRow> rows =
                rows(new HandMadeWorkbook("<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData>")
                        .sharedStrings("<si><t>霧島計測</t><rPh sb=\"0\" eb=\"2\"><t>キリシマケイソク</t></rPh></si>"));
        assertThat(rows.get(0).cells()).containsExactly(SheetCell.text("霧島計測"));
    }

    @Test
    void showsAMergedCellInEachOfItsPlaces() throws Exception {
        List<SheetRow> rows = rows(new HandMadeWorkbook("""
                <sheetData><row r="1"><c r="A1"><v>7</v></c><c r="C1"><v>1</v></c></row>\
                <row r="2"><c r="C2"><v>2</v></c></row><row r="3"><c r="C3"><v>3</v></c></row></sheetData>\
                <mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>"""));
        assertThat(rows)
                .extracting(row -> row.cells().stream().map(SheetCell::text).toList())
                .containsExactly(List.of("7", "7", "1"), List.of("7", "7", "2"), List.of("", "", "3"));
    }

    @Test
    void refusesMoreColumnsThanAllowedHoweverTheyAreAddressed() {
        refused(new HandMadeWorkbook(cells("<c r=\"AY1\"><v>1</v></c>")), "too many columns");
        refused(new HandMadeWorkbook(cells("<c r=\"ZZZZ1\"><v>1</v></c>")), "too many columns");
        refused(new HandMadeWorkbook(cells("<c r=\"AAAAAAAA1\"><v>1</v></c>")), "too many columns");
        refused(new HandMadeWorkbook(cells("<c><v>1</v></c>".repeat(51))), "too many columns");
    }

    @Test
    void refusesMoreRowsThanAllowed() {
        refused(new HandMadeWorkbook("<sheetData>" + "<row/>".repeat(101) + "</sheetData>"), "too many rows");
        refused(new HandMadeWorkbook("<sheetData><row r=\"2000000000\"/></sheetData>"), "too many rows");
    }

    @Test
    void refusesAPartThatUnpacksToMoreThanAllowed() {
        refused(
                new HandMadeWorkbook(cells("<c r=\"A1\" t=\"s\"><v>0</v></c>"))
                        .sharedStrings("<si><t>" + "0".repeat(20_000) + "</t></si>"),
                "too large");
    }

    @Test
    void refusesDocumentTypesAndFetchesNothing() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        String type = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        refused(
                new HandMadeWorkbook(cells("<c r=\"A1\"><v>1</v></c>"))
                        .part("xl/sharedStrings.xml", type + "<sst><si><t>&e;</t></si></sst>"),
                "document type");
        refused(
                new HandMadeWorkbook("")
                        .part(
                                "xl/worksheets/sheet1.xml",
                                "<!DOCTYPE x [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><worksheet>&b;</worksheet>"),
                "document type");
    }

    @Test
    void saysSoWhenAFileIsNoWorkbookOrADamagedOne() throws Exception {
        Path text = Files.writeString(folder.resolve("text.xlsx"), "account.id\nA-1\n");
        assertThatThrownBy(() -> Workbook.open(text, SMALL))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("no .xlsx workbook");
        refused(new HandMadeWorkbook("<sheetData><row><c>"), "damaged");
        refused(new HandMadeWorkbook("").part("xl/workbook.xml", "<workbook/>"), "damaged");
        refused(new HandMadeWorkbook(cells("<c r=\"A1\" t=\"s\"><v>7</v></c>")), "damaged");
    }

    @Test
    void writesTheSameBytesForTheSameRowsAndReadsThemBack() throws Exception {
        List<SheetCell> row = List.of(
                SheetCell.text("0012"),
                new SheetCell(Kind.NUMBER, "1234.5"),
                SheetCell.BLANK,
                new SheetCell(Kind.DATE, "2026-04-01"),
                new SheetCell(Kind.BOOLEAN, "false"),
                SheetCell.text("=1+1"));
        Path first = written(row, "first.xlsx");
        assertThat(first).hasSameBinaryContentAs(written(row, "second.xlsx"));
        assertThat(read(first).get(0).cells()).isEqualTo(row);
    }

    private Path written(List<SheetCell> row, String name) throws IOException {
        Path file = folder.resolve(name);
        try (var out = Files.newOutputStream(file);
                WorkbookWriter writer = new WorkbookWriter(out, "portfolio")) {
            writer.write(row);
        }
        return file;
    }

    private static String cells(String cells) {
        return "<sheetData><row r=\"1\">" + cells + "</row></sheetData>";
    }

    private void refused(HandMadeWorkbook workbook, String why) {
        assertThatThrownBy(() -> rows(workbook))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining(why);
    }

    private List<SheetRow> rows(HandMadeWorkbook workbook) throws IOException {
        return read(Files.write(folder.resolve("hand-made.xlsx"), workbook.bytes()));
    }

    private static List<SheetRow> read(Path file) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        try (Workbook workbook = Workbook.open(file, SMALL);
                SheetRows sheet = workbook.rows(workbook.sheetNames().get(0))) {
            for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                rows.add(row);
            }
        }
        return rows;
    }
}
