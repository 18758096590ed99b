package io.shirube.io.map;

import io.shirube.engine.model.Text;
import io.shirube.engine.names.NearestName;
import io.shirube.io.sheet.CsvRows;
import io.shirube.io.sheet.ExcelRows;
import io.shirube.io.sheet.SheetLimits;
import io.shirube.io.sheet.SheetRow;
import io.shirube.io.sheet.SheetRows;
import io.shirube.io.sheet.UnreadableFileException;
import io.shirube.io.sheet.Workbook;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One table's rows, wherever they lie. */
final class TableFile implements Closeable {

    private final SheetRows rows;
    private final @Nullable Workbook workbook;
    private final String label;

    private TableFile(SheetRows rows, @Nullable Workbook workbook, String label) {
        this.rows = rows;
        this.workbook = workbook;
        this.label = label;
    }

    /** @param in a folder, or the one file itself */
    static TableFile open(TableSpec table, Path in, MapReport report) throws IOException {
        Path file = file(table, in);
        String name = String.valueOf(file.getFileName());
        if (!name.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            CsvRows rows = CsvRows.open(file, table.encoding(), SheetLimits.DEFAULT);
            if (rows.said() != null) {
                report.add(
                        MapReport.Kind.GUESSED,
                        "encoding",
                        name,
                        new Text(
                                "CP932（Shift_JIS）として読みました。違う場合は表に encoding: utf-8 と書いてください。",
                                "Read as CP932 (Shift_JIS). Say encoding: utf-8 for the table if it is not."));
            }
            return new TableFile(rows, null, name);
        }
        Workbook workbook = Workbook.open(file, SheetLimits.DEFAULT);
        try {
            List<String> sheets = workbook.sheetNames();
            String sheet = table.sheet() == null ? sheets.get(0) : table.sheet();
            if (!sheets.contains(sheet)) {
                String near = NearestName.of(sheet, sheets).orElse(String.join(", ", sheets));
                throw new UnreadableFileException(
                        name + " にシート「" + sheet + "」がありません。あるもの: " + near,
                        name + " has no sheet \"" + sheet + "\". Did you mean: " + near + "?");
            }
            return new TableFile(workbook.rows(sheet), workbook, name + "[" + sheet + "]");
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    private static Path file(TableSpec table, Path in) throws IOException {
        if (!Files.isDirectory(in)) {
            return in;
        }
        if (table.file() == null) {
            throw new UnreadableFileException(
                    "表「" + table.name() + "」に file がないので、--in にはフォルダーではなくファイルを指定してください。",
                    "Table \"" + table.name() + "\" names no file, so --in must be a file, not a folder.");
        }
        Path file = in.resolve(table.file()).normalize();
        if (!file.startsWith(in.normalize())) {
            throw new UnreadableFileException(
                    "file はフォルダーの中のファイルにしてください: " + table.file(), "file must lie in the folder: " + table.file());
        }
        if (!Files.isRegularFile(file)) {
            try (Stream<Path> there = Files.list(in)) {
                List<String> names = there.map(path -> String.valueOf(path.getFileName()))
                        .sorted()
                        .limit(1000)
                        .toList();
                String near = NearestName.of(table.file(), names).orElse("");
                throw new UnreadableFileException(
                        in + " に " + table.file() + " がありません。" + (near.isEmpty() ? "" : near + " のことですか。"),
                        "There is no " + table.file() + " in " + in + "."
                                + (near.isEmpty() ? "" : " Did you mean " + near + "?"));
            }
        }
        return file;
    }

    @Nullable
    SheetRow next() throws IOException {
        return rows.next();
    }

    /** Returns a cell's place, such as {@code file.csv!B7}. */
    String place(int row, int column) {
        return label + "!" + SheetRow.cellName(row, column);
    }

    /** Returns a row's place. */
    String place(int row) {
        return label + "!" + row;
    }

    String label() {
        return label;
    }

    boolean isHidden(int column) {
        return rows instanceof ExcelRows excel && excel.isHidden(column);
    }

    @Override
    public void close() throws IOException {
        rows.close();
        if (workbook != null) {
            workbook.close();
        }
    }
}
