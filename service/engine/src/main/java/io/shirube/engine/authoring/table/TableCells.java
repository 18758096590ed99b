package io.shirube.engine.authoring.table;

import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The cells of a table file, before they mean anything: for whoever compares two tables or puts one together. Rows and
 * columns count from 1. Immutable, safe for use by many threads.
 */
public final class TableCells {

    private static final Set<String> FOR_PEOPLE = Set.of("owner", "review", "source", "grade", "purpose");

    private final Sheet sheet;
    private final int headingRow;

    private TableCells(Sheet sheet, int headingRow) {
        this.sheet = sheet;
        this.headingRow = headingRow;
    }

    /**
     * Returns the cells; empty when the text is no table with a row of headings.
     *
     * @param text with line feeds only
     */
    public static Optional<TableCells> read(String file, String text) {
        Report report = new Report();
        Optional<Sheet> sheet = CsvReader.read(file, text, report);
        if (sheet.isEmpty()) {
            return Optional.empty();
        }
        TableHead head = TableHead.read(sheet.get(), report);
        return head.headingRow() == 0 || report.hasErrors()
                ? Optional.empty()
                : Optional.of(new TableCells(sheet.get(), head.headingRow()));
    }

    /** Returns the number of the row of headings. */
    public int headingRow() {
        return headingRow;
    }

    /** Returns the headings, the last of them not blank. */
    public List<String> headings() {
        return row(headingRow, sheet.width(headingRow));
    }

    /** Returns the numbers of the rows above the headings that say something to the engine or to people, without remarks. */
    public List<Integer> headRows() {
        return written(1, headingRow);
    }

    /** Returns the numbers of the rows below the headings that are neither blank nor remarks. */
    public List<Integer> dataRows() {
        return written(headingRow + 1, sheet.height() + 1);
    }

    private List<Integer> written(int from, int to) {
        List<Integer> rows = new ArrayList<>();
        for (int row = from; row < to; row++) {
            if (sheet.width(row) > 0 && !TableHead.isComment(first(row))) {
                rows.add(row);
            }
        }
        return rows;
    }

    private String first(int row) {
        for (int column = 1; column <= sheet.width(row); column++) {
            if (!sheet.cell(row, column).isEmpty()) {
                return sheet.cell(row, column);
            }
        }
        return "";
    }

    /** Returns the first cells of a row without blanks around them. */
    public List<String> row(int row, int cells) {
        List<String> texts = new ArrayList<>();
        for (int column = 1; column <= cells; column++) {
            texts.add(sheet.cell(row, column));
        }
        return texts;
    }

    /** Returns how many rows there are, blank ones and remarks too. */
    public int height() {
        return sheet.height();
    }

    /** Returns the number of the last cell of a row that is not blank. */
    public int width(int row) {
        return sheet.width(row);
    }

    /** Returns the place of a cell. */
    public Position at(int row, int column) {
        return sheet.at(row, column);
    }

    /** Returns whether a column holds reasons or remarks, which no decision rests on. */
    public boolean isForPeople(int column) {
        return column <= sheet.width(headingRow) && Headings.isForPeople(sheet.cell(headingRow, column));
    }

    /** Returns whether a row above the headings says something that no decision rests on. */
    public boolean isHeadForPeople(int row) {
        return FOR_PEOPLE.contains(Words.fold(sheet.cell(row, 1)));
    }
}
