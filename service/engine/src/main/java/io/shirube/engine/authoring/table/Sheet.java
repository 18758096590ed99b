package io.shirube.engine.authoring.table;

import io.shirube.engine.model.Position;
import java.util.List;

/**
 * The cells of a table file. Row and column numbers are those a spreadsheet shows, so blank rows count.
 *
 * @param rows cells by row; rows may differ in length
 */
record Sheet(String file, List<List<String>> rows) {

    /** Returns the text of a 1-based row and column without blanks around it, empty where there is no cell. */
    String cell(int row, int column) {
        List<String> cells = rows.get(row - 1);
        return column <= cells.size() ? strip(cells.get(column - 1)) : "";
    }

    /** Returns the number of the last cell of a row that is not blank, 0 for a blank row. */
    int width(int row) {
        List<String> cells = rows.get(row - 1);
        for (int column = cells.size(); column > 0; column--) {
            if (!strip(cells.get(column - 1)).isEmpty()) {
                return column;
            }
        }
        return 0;
    }

    int height() {
        return rows.size();
    }

    /** Returns the place of a cell. */
    Position at(int row, int column) {
        return Position.inTable(file, row, column);
    }

    private static String strip(String text) {
        return text.replace('\u00A0', ' ').strip();
    }
}
