package io.shirube.io.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** An Excel workbook (.xlsx) that kept the limits. Used by one thread; its rows are read one sheet at a time. */
public final class Workbook implements Closeable {

    private static final int BUFFER = 64 * 1024;

    private final ReadableWorkbook workbook;
    private final Map<String, SheetShape> shapes;

    private Workbook(ReadableWorkbook workbook, Map<String, SheetShape> shapes) {
        this.workbook = workbook;
        this.shapes = shapes;
    }

    /**
     * Looks through the whole file, then opens it.
     *
     * @throws UnreadableFileException when it is no workbook or breaks a limit
     */
    public static Workbook open(Path file, SheetLimits limits) throws IOException {
        if (Files.size(file) > limits.fileBytes()) {
            throw WorkbookGuard.tooLarge();
        }
        Map<String, SheetShape> shapes = WorkbookGuard.look(file, limits);
        try {
            ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
            if (workbook.getSheets().findAny().isEmpty()) {
                workbook.close();
                throw damaged();
            }
            return new Workbook(workbook, shapes);
        } catch (RuntimeException e) {
            // because the library says in its own exceptions that parts are missing or contradict each other
            throw damaged();
        }
    }

    /** Copies a stream, at most as long as allowed, to a file that the caller deletes, then opens that. */
    public static Path spool(InputStream in, SheetLimits limits) throws IOException {
        Path file = Files.createTempFile("shirube", ".xlsx");
        try (var out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            long left = limits.fileBytes();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw WorkbookGuard.tooLarge();
                }
                out.write(buffer, 0, read);
            }
            return file;
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Returns the names of its sheets in order, those that are shown first. */
    public List<String> sheetNames() {
        return Stream.concat(
                        workbook.getSheets().filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE),
                        workbook.getSheets().filter(sheet -> sheet.getVisibility() != SheetVisibility.VISIBLE))
                .map(Sheet::getName)
                .toList();
    }

    /**
     * Returns the rows of a sheet.
     *
     * @param name one of {@link #sheetNames}
     */
    public ExcelRows rows(String name) throws IOException {
        Sheet sheet = workbook.findSheet(name).orElseThrow(() -> new IllegalArgumentException("no sheet " + name));
        try {
            return new ExcelRows(
                    sheet.openStream(),
                    new ExcelCells(workbook.isDate1904()),
                    shapes.getOrDefault(name, new SheetShape(List.of(), List.of())));
        } catch (RuntimeException e) {
            throw damaged();
        }
    }

    static UnreadableFileException damaged() {
        return new UnreadableFileException(
                "ブックの中身が壊れています。Excelで開いて保存し直してください。",
                "The workbook's content is damaged. Open it in Excel and save it again.");
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
