package io.shirube.io.tree;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.shirube.io.sheet.SheetCell;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes entries as CSV, with a byte order mark because that is what spreadsheets read as UTF-8. */
final class CsvTreeWriter implements TreeWriter {

    private final CsvWriter csv;
    private final List<String> headings;

    CsvTreeWriter(OutputStream out, List<String> headings) throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        this.headings = List.copyOf(headings);
        csv.writeRecord(headings);
    }

    @Override
    public void write(Map<String, @Nullable Object> entry) {
        csv.writeRecord(
                FlatEntry.cells(entry, headings).stream().map(SheetCell::text).toList());
    }

    @Override
    public void close() throws IOException {
        csv.flush();
    }
}
