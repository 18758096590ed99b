package io.shirube.engine.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a rule folder: a line and column of a text file, or a cell of a table.
 *
 * @param file path relative to the rule folder, with {@code /} between its parts
 * @param line first line is 1
 * @param column first column is 1, counted in UTF-16 units of the line
 * @param cell spreadsheet name of the cell such as {@code B7}, or null for a text file
 */
public record Position(
        String file, int line, int column, @Nullable String cell) implements Comparable<Position> {

    public Position {
        Objects.requireNonNull(file, "file");
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("line and column start at 1");
        }
    }

    /** Returns a place in a text file. */
    public static Position inText(String file, int line, int column) {
        return new Position(file, line, column, null);
    }

    /** Returns the cell in the given 1-based row and column of a table. */
    public static Position inTable(String file, int row, int column) {
        return new Position(file, row, column, cellName(row, column));
    }

    private static String cellName(int row, int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.append(row).toString();
    }

    @Override
    public int compareTo(Position other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    /** Returns {@code file:line:column}, or {@code file!cell} in a table. */
    @Override
    public String toString() {
        return cell == null ? file + ":" + line + ":" + column : file + "!" + cell;
    }
}
