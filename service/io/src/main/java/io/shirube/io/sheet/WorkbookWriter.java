package io.shirube.io.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a workbook sheet by sheet, row by row. Same rows, same bytes: no part says when it was made. Codes stay texts, so
 * leading zeros stay too. Used by one thread; closing ends the workbook and leaves the stream open.
 */
public final class WorkbookWriter implements AutoCloseable {

    /** The most rows a sheet can have. */
    public static final int MOST_ROWS = 1_048_576;

    private static final int ROWS_IN_MEMORY = 200;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String CREATED = "<dcterms:created[^>]*>[^<]*</dcterms:created>";

    private final OutputStream out;
    private final Path unfinished;
    private final OutputStream unfinishedStream;
    private final Workbook workbook;
    private Worksheet sheet;
    private int rows;

    public WorkbookWriter(OutputStream out, String sheetName) throws IOException {
        this.out = out;
        this.unfinished = Files.createTempFile("shirube", ".xlsx");
        this.unfinishedStream = Files.newOutputStream(unfinished);
        this.workbook = new Workbook(unfinishedStream, "Shirube", "1.0");
        this.sheet = workbook.newWorksheet(sheetName);
        sheet.freezePane(0, 1);
    }

    /** Ends the sheet and begins another. */
    public void sheet(String sheetName) throws IOException {
        sheet.finish();
        sheet = workbook.newWorksheet(sheetName);
        sheet.freezePane(0, 1);
        rows = 0;
    }

    /** @throws UnreadableFileException when the sheet is full */
    public void write(List<SheetCell> cells) throws IOException {
        if (rows >= MOST_ROWS) {
            throw new UnreadableFileException(
                    "Excelのシートには " + MOST_ROWS + " 行までしか書けません。.csv か .ndjson にしてください。",
                    "A sheet of Excel holds at most " + MOST_ROWS + " rows. Write .csv or .ndjson instead.");
        }
        for (int column = 0; column < cells.size(); column++) {
            cell(rows, column, cells.get(column));
        }
        rows++;
        if (rows % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private void cell(int row, int column, SheetCell cell) {
        if (cell.text().isEmpty()) {
            return;
        }
        switch (cell.kind()) {
            case NUMBER, PERCENT -> sheet.value(row, column, new BigDecimal(cell.text()));
            case BOOLEAN -> sheet.value(row, column, Boolean.valueOf(cell.text()));
            case DATE -> {
                sheet.value(row, column, LocalDate.parse(cell.text()));
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case TEXT, BROKEN, UNCOMPUTED -> sheet.inlineString(row, column, cell.text());
        }
    }

    @Override
    public void close() throws IOException {
        try {
            workbook.finish();
            unfinishedStream.close();
            copyWithoutTimes();
        } finally {
            unfinishedStream.close();
            Files.deleteIfExists(unfinished);
        }
    }

    private void copyWithoutTimes() throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        try (ZipFile parts = new ZipFile(unfinished.toFile())) {
            for (ZipEntry part : Collections.list(parts.entries())) {
                ZipEntry copy = new ZipEntry(part.getName());
                copy.setTimeLocal(NO_TIME);
                zip.putNextEntry(copy);
                try (InputStream in = parts.getInputStream(part)) {
                    if (part.getName().equals("docProps/core.xml")) {
                        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                        zip.write(text.replaceFirst(CREATED, "").getBytes(StandardCharsets.UTF_8));
                    } else {
                        in.transferTo(zip);
                    }
                }
                zip.closeEntry();
            }
        }
        zip.finish();
    }
}
