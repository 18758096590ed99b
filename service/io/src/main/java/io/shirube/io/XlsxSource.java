package io.shirube.io;

import io.shirube.engine.input.Assembled;
import io.shirube.engine.input.InputCode;
import io.shirube.engine.input.ProblemList;
import io.shirube.engine.input.SnapshotAssembler;
import io.shirube.engine.input.Unreadable;
import io.shirube.io.sheet.SheetCell;
import io.shirube.io.sheet.SheetLimits;
import io.shirube.io.sheet.SheetRow;
import io.shirube.io.sheet.SheetRows;
import io.shirube.io.sheet.UnreadableFileException;
import io.shirube.io.sheet.Workbook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a portfolio from the first visible sheet of an Excel workbook: headings and rows as in CSV, see {@link CsvSource}.
 * Days, numbers and codes shown with leading zeros are what the sheet shows. A formula counts by its stored result; one
 * without makes its row an entry that names the cell.
 */
public final class XlsxSource implements EntrySource {

    private final SnapshotAssembler assembler;
    private final Path copy;
    private final long size;
    private final Workbook workbook;
    private final SheetRows rows;
    private final CsvColumns columns;
    private boolean ended;
    private int line;

    /**
     * Reads the headings. The stream is copied first, because a workbook's parts are not in the order they are needed in.
     *
     * @throws UnreadableFileException when it is no workbook, breaks a limit, or its headings cannot be understood
     */
    public XlsxSource(InputStream in, SnapshotReader reader, SignalTypes signals) throws IOException {
        this.assembler = reader.assembler();
        this.copy = Workbook.spool(in, SheetLimits.DEFAULT);
        Workbook opened = null;
        try {
            this.size = Files.size(copy);
            opened = Workbook.open(copy, SheetLimits.DEFAULT);
            this.workbook = opened;
            this.rows = opened.rows(opened.sheetNames().get(0));
            SheetRow headings = rows.next();
            this.columns = CsvColumns.of(headings == null ? List.of() : texts(headings), signals);
        } catch (IOException e) {
            if (opened != null) {
                opened.close();
            }
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private static List<String> texts(SheetRow row) {
        return row.cells().stream()
                .map(cell -> cell.isUsable() ? cell.text() : "")
                .toList();
    }

    @Override
    public @Nullable Entry next() throws IOException {
        try {
            while (!ended) {
                SheetRow row = rows.next();
                if (row == null) {
                    return null;
                }
                line = row.number();
                if (!row.isBlank()) {
                    return new Row(row, columns, assembler);
                }
            }
            return null;
        } catch (UnreadableFileException e) {
            ended = true;
            return new Damaged(line + 1, e, assembler);
        }
    }

    /** Returns the size of the workbook: it is read as a whole before the first entry. */
    @Override
    public long bytesRead() {
        return ended ? size : 0;
    }

    @Override
    public void close() throws IOException {
        rows.close();
        workbook.close();
        Files.deleteIfExists(copy);
    }

    private record Row(SheetRow row, CsvColumns columns, SnapshotAssembler assembler) implements Entry {
        @Override
        public long line() {
            return row.number();
        }

        @Override
        public Assembled read() {
            ProblemList problems = new ProblemList();
            for (int column = 0; column < row.cells().size(); column++) {
                SheetCell cell = row.cell(column);
                String name = SheetRow.cellName(row.number(), column);
                if (!cell.isUsable()) {
                    problems.add(
                            InputCode.INVALID_XLSX,
                            columns.heading(column),
                            cell.kind() == SheetCell.Kind.UNCOMPUTED
                                    ? "セル " + name + " の数式に計算結果が保存されていません。Excelで開いて保存し直すか、値で貼り付けてください。"
                                    : "セル " + name + " がエラー値（" + cell.text() + "）です。",
                            cell.kind() == SheetCell.Kind.UNCOMPUTED
                                    ? "The formula in cell " + name
                                            + " has no stored result. Save it again from Excel, or paste the value."
                                    : "Cell " + name + " holds an error value (" + cell.text() + ").");
                } else if (column >= columns.size() && !cell.isBlank()) {
                    problems.add(
                            InputCode.INVALID_XLSX,
                            "",
                            "セル " + name + " の上に見出しがありません。",
                            "There is no heading above cell " + name + ".");
                }
            }
            return assembler.assemble(columns.tree(texts(row)), problems);
        }
    }

    private record Damaged(long line, UnreadableFileException why, SnapshotAssembler assembler) implements Entry {
        @Override
        public Assembled read() {
            ProblemList problems = new ProblemList();
            problems.add(InputCode.INVALID_XLSX, "", why.text().ja(), why.text().en());
            return assembler.assemble(Unreadable.VALUE, problems);
        }
    }
}
