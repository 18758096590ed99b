package io.shirube.io.sheet;

import java.util.List;

/**
 * One row of a table.
 *
 * @param number of the row in its file, or for CSV of the line it starts in; first is 1
 * @param cells from column A on; as many as the row has
 */
public record SheetRow(int number, List<SheetCell> cells) {

    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** Returns the cell of a column, first is 0; blank behind the row's end. */
    public SheetCell cell(int column) {
        return column < cells.size() ? cells.get(column) : SheetCell.BLANK;
    }

    /** Returns whether no cell holds anything. */
    public boolean isBlank() {
        return cells.stream().allMatch(SheetCell::isBlank);
    }

    /** Returns a cell's name, such as B7. */
    public static String cellName(int row, int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.append(row).toString();
    }
}
