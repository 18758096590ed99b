package io.shirube.io.map;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a rule table: its head, its headings, a row for each row of the sheet. */
final class RuleTableWriter {

    private RuleTableWriter() {}

    static void write(RuleTable table, TableRows rows, OutputStream out, MapReport report) throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        table.head().forEach(csv::writeRecord);
        csv.writeRecord(table.headings());
        long written = 0;
        for (TableRows.Row row = rows.next(); row != null; row = rows.next()) {
            for (Map<String, Expr> columns : table.rows()) {
                List<String> cells = new ArrayList<>();
                for (Expr column : columns.values()) {
                    cells.add(cell(column.value(row.values())));
                }
                csv.writeRecord(cells);
                written++;
            }
        }
        csv.flush();
        report.count("rows.written", written);
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof BigDecimal number ? NumberText.shown(number) : value.toString();
    }
}
