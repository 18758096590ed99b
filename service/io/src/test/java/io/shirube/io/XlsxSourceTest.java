package io.shirube.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shirube.engine.input.Assembled;
import io.shirube.engine.model.InputException;
import io.shirube.io.generate.PortfolioGenerator;
import io.shirube.io.sheet.HandMadeWorkbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class XlsxSourceTest {

    private static final SnapshotReader READER = new SnapshotReader(ZoneId.of("Asia/Tokyo"));

    @Test
    void readsFromAWorkbookWhatItReadsFromCsv() throws Exception {
        List<Assembled> sheet = generated(PortfolioFormat.XLSX);
        assertThat(sheet).hasSize(40);
        List<Assembled> csv = generated(PortfolioFormat.CSV);
        for (int i = 0; i < sheet.size(); i++) {
            assertThat(sheet.get(i).orThrow()).isEqualTo(csv.get(i).orThrow());
        }
    }

    private static List<Assembled> generated(PortfolioFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PortfolioGenerator(40, 5, LocalDate.of(2026, 1, 1)).write(out, format);
        return entries(out.toByteArray(), format);
    }

    @Test
    void namesTheCellWhoseFormulaHasNoStoredResultAndReadsTheOtherRows() throws Exception {
        List<Assembled> read = entries(new HandMadeWorkbook("""
                <sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>account.id</t></is></c>\
                <c r="B1" t="inlineStr"><is><t>account.employees</t></is></c></row>\
                <row r="2"><c r="A2" t="inlineStr"><is><t>0012</t></is></c><c r="B2"><f>A1*2</f></c></row>\
                <row r="3"><c r="A3" t="inlineStr"><is><t>0013</t></is></c><c r="B3"><f>2*2</f><v>4</v></c></row>\
                </sheetData>""").bytes(), PortfolioFormat.XLSX);
        assertThatThrownBy(() -> read.get(0).orThrow())
                .isInstanceOfSatisfying(
                        InputException.class,
                        e -> assertThat(e.problems()).singleElement().satisfies(problem -> {
                            assertThat(problem.code()).isEqualTo("INVALID_XLSX");
                            assertThat(problem.field()).isEqualTo("account.employees");
                            assertThat(problem.detail().en()).contains("cell B2");
                            assertThat(problem.detail().ja()).contains("セル B2");
                        }));
        assertThat(read.get(1).orThrow().account().employees()).isEqualTo(4);
    }

    @Test
    void saysWhichHeadingIsMissing() {
        assertThatThrownBy(() -> entries(
                        new HandMadeWorkbook("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>")
                                .bytes(),
                        PortfolioFormat.XLSX))
                .isInstanceOf(PortfolioException.class)
                .hasMessageContaining("account.id");
    }

    private static List<Assembled> entries(byte[] bytes, PortfolioFormat format) throws IOException {
        List<Assembled> read = new ArrayList<>();
        try (EntrySource source = format.open(new ByteArrayInputStream(bytes), READER, SignalTypes.UNKNOWN, null)) {
            for (EntrySource.Entry entry = source.next(); entry != null; entry = source.next()) {
                read.add(entry.read());
            }
        }
        return read;
    }
}
