package io.shirube.engine.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.shirube.engine.authoring.table.TableCells;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A table with the same headings on both sides, taken apart row by row and cell by cell. */
final class TableFile implements FilePart {

    private static final int NO_EDIT = -1;

    private final String path;
    private final List<Row> rows = new ArrayList<>();
    private final TableCells before;
    private final TableCells after;
    private final int columns;

    private TableFile(String path, TableCells before, TableCells after) {
        this.path = path;
        this.before = before;
        this.after = after;
        this.columns = before.headings().size();
    }

    /** A row on both sides, with the edits of its cells, or on one side, with the edit that adds or removes it. */
    private record Row(
            @Nullable List<String> before, @Nullable List<String> after, int edit, List<Integer> cells) {}

    /** Compares two tables and takes the edits into the list; empty when they cannot be compared row by row. */
    static Optional<TableFile> of(String path, TableCells before, TableCells after, EditList edits) {
        TableFile file = new TableFile(path, before, after);
        if (!before.headings().equals(after.headings())) {
            return Optional.empty();
        }
        Optional<List<Alignment.Pair>> head = Alignment.of(
                file.texts(before, before.headRows()), file.texts(after, after.headRows()), Likeness::ofHeads);
        Optional<List<Alignment.Pair>> data = Alignment.of(
                file.texts(before, before.dataRows()), file.texts(after, after.dataRows()), Likeness::ofRows);
        if (head.isEmpty() || data.isEmpty()) {
            return Optional.empty();
        }
        file.add(head.get(), before.headRows(), after.headRows(), edits);
        file.rows.add(new Row(before.headings(), before.headings(), NO_EDIT, List.of()));
        file.add(data.get(), before.dataRows(), after.dataRows(), edits);
        return Optional.of(file);
    }

    private List<List<String>> texts(TableCells cells, List<Integer> rows) {
        return rows.stream()
                .map(row -> cells.row(row, Math.max(columns, cells.width(row))))
                .toList();
    }

    private void add(List<Alignment.Pair> pairs, List<Integer> from, List<Integer> to, EditList edits) {
        for (Alignment.Pair pair : pairs) {
            int was = pair.before() < 0 ? 0 : from.get(pair.before());
            int is = pair.after() < 0 ? 0 : to.get(pair.after());
            rows.add(was > 0 && is > 0 ? changed(was, is, edits) : oneSided(was, is, edits));
        }
    }

    private Row oneSided(int was, int is, EditList edits) {
        TableCells side = was > 0 ? before : after;
        int row = was > 0 ? was : is;
        List<String> cells = side.row(row, Math.max(columns, side.width(row)));
        Position at = side.at(row, 1);
        String shown = shown(
                String.join(", ", cells.stream().filter(cell -> !cell.isEmpty()).toList()));
        Text text = was > 0
                ? new Text(at + " の行を削除: " + shown, at + ": row removed: " + shown)
                : new Text(at + " の行を追加: " + shown, at + ": row added: " + shown);
        boolean forPeople = row < side.headingRow() && side.isHeadForPeople(row);
        Edit.Kind kind = was > 0 ? Edit.Kind.ROW_REMOVED : Edit.Kind.ROW_ADDED;
        int edit = edits.add(kind, was > 0 ? at : null, was > 0 ? null : at, text, forPeople);
        return new Row(was > 0 ? cells : null, was > 0 ? null : cells, edit, List.of());
    }

    private Row changed(int was, int is, EditList edits) {
        int width = Math.max(columns, Math.max(before.width(was), after.width(is)));
        List<String> from = before.row(was, width);
        List<String> to = after.row(is, width);
        List<Integer> cells = new ArrayList<>();
        for (int column = 1; column <= width; column++) {
            String old = from.get(column - 1);
            String now = to.get(column - 1);
            cells.add(old.equals(now) ? NO_EDIT : cell(was, is, column, old, now, edits));
        }
        return new Row(from, to, NO_EDIT, cells);
    }

    private int cell(int was, int is, int column, String old, String now, EditList edits) {
        boolean inHead = was < before.headingRow();
        boolean forPeople = inHead ? before.isHeadForPeople(was) : before.isForPeople(column);
        String heading = inHead || column > columns ? "" : before.headings().get(column - 1);
        Position at = after.at(is, column);
        String change = quoted(old) + " → " + quoted(now);
        Text text = heading.isEmpty()
                ? new Text(at + ": " + change, at + ": " + change)
                : new Text(at + "「" + heading + "」: " + change, at + " (" + heading + "): " + change);
        return edits.add(Edit.Kind.CELL_CHANGED, before.at(was, column), at, text, forPeople);
    }

    private static String quoted(String cell) {
        return cell.isEmpty() ? "(blank)" : "\"" + shown(cell) + "\"";
    }

    private static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }

    @Override
    public void compose(IntPredicate applied, Map<String, byte[]> files) {
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            List<String> cells = cells(row, applied);
            if (cells != null) {
                CsvLine.append(cells, text);
            }
        }
        files.put(path, text.toString().getBytes(UTF_8));
    }

    private static @Nullable List<String> cells(Row row, IntPredicate applied) {
        if (row.before() == null || row.after() == null) {
            return applied.test(row.edit()) ? row.after() : row.before();
        }
        List<String> cells = new ArrayList<>(row.before());
        for (int i = 0; i < row.cells().size(); i++) {
            if (row.cells().get(i) != NO_EDIT && applied.test(row.cells().get(i))) {
                cells.set(i, row.after().get(i));
            }
        }
        return cells;
    }
}
