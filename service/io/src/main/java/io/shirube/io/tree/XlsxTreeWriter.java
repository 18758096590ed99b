package io.shirube.io.tree;

import io.shirube.io.sheet.SheetCell;
import io.shirube.io.sheet.WorkbookWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes entries as the rows of an Excel workbook. */
final class XlsxTreeWriter implements TreeWriter {

    private final WorkbookWriter workbook;
    private final List<String> headings;

    XlsxTreeWriter(OutputStream out, List<String> headings) throws IOException {
        this.workbook = new WorkbookWriter(out, "portfolio");
        this.headings = List.copyOf(headings);
        workbook.write(headings.stream().map(SheetCell::text).toList());
    }

    @Override
    public void write(Map<String, @Nullable Object> entry) throws IOException {
        workbook.write(FlatEntry.cells(entry, headings));
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
