package io.shirube.engine.authoring.table;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts comma-separated text into cells (RFC 4180) within caps. Written by hand because an author has to hear in which cell
 * a quotation mark was left open.
 */
final class CsvReader {

    static final int MOST_COLUMNS = 200;
    static final int MOST_ROWS = 50_000;
    static final int MOST_CHARACTERS = 2_000;

    private final String file;
    private final String text;
    private final Report report;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private int next;

    private CsvReader(String file, String text, Report report) {
        this.file = file;
        this.text = text;
        this.report = report;
    }

    /** Returns the cells, or reports why there are none. Lines end in line feeds only. */
    static Optional<Sheet> read(String file, String text, Report report) {
        CsvReader reader = new CsvReader(file, text, report);
        return !reader.otherSeparator() && reader.read() ? Optional.of(new Sheet(file, reader.rows)) : Optional.empty();
    }

    private boolean read() {
        while (next < text.length()) {
            Optional<String> cell = text.charAt(next) == '"' ? quoted() : plain();
            if (cell.isEmpty() || !fits(cell.get())) {
                return false;
            }
            row.add(cell.get());
            boolean lastOfFile = next >= text.length();
            boolean lastOfRow = lastOfFile || text.charAt(next) == '\n';
            boolean openEnd = !lastOfFile && !lastOfRow && next + 1 == text.length();
            next++;
            if (openEnd) {
                row.add("");
            }
            if (lastOfRow || openEnd) {
                rows.add(row);
                row = new ArrayList<>();
            }
        }
        return true;
    }

    private Optional<String> plain() {
        int start = next;
        while (next < text.length() && text.charAt(next) != ',' && text.charAt(next) != '\n') {
            next++;
        }
        return Optional.of(text.substring(start, next));
    }

    private Optional<String> quoted() {
        StringBuilder cell = new StringBuilder();
        int start = next++;
        while (next < text.length()) {
            char c = text.charAt(next++);
            if (c != '"') {
                cell.append(c);
            } else if (next < text.length() && text.charAt(next) == '"') {
                cell.append('"');
                next++;
            } else {
                return closed(cell.toString());
            }
        }
        next = start;
        report.error(
                "unclosed-quote",
                here(),
                say("引用符「\"」が閉じていません。", "A quotation mark (\") is not closed."),
                say("セルの終わりに「\"」を書いてください。", "Write \" at the end of the cell."));
        return Optional.empty();
    }

    private Optional<String> closed(String cell) {
        if (next < text.length() && text.charAt(next) != ',' && text.charAt(next) != '\n') {
            report.error(
                    "after-quote",
                    here(),
                    say("閉じた引用符「\"」のあとに文字があります。", "There is text behind a closing quotation mark (\")."),
                    say(
                            "セル全体を「\"」で囲み、中の「\"」は2つ重ねてください。",
                            "Put the whole cell in quotation marks and double those inside."));
            return Optional.empty();
        }
        return Optional.of(cell);
    }

    private boolean fits(String cell) {
        if (rows.size() >= MOST_ROWS) {
            return tooLarge("行が多すぎます（上限" + MOST_ROWS + "行）。", "There are too many rows (at most " + MOST_ROWS + ").");
        }
        if (row.size() >= MOST_COLUMNS) {
            return tooLarge(
                    "列が多すぎます（上限" + MOST_COLUMNS + "列）。", "There are too many columns (at most " + MOST_COLUMNS + ").");
        }
        if (cell.length() > MOST_CHARACTERS) {
            return tooLarge(
                    "セルが長すぎます（上限" + MOST_CHARACTERS + "文字）。引用符の閉じ忘れかもしれません。",
                    "The cell is too long (at most " + MOST_CHARACTERS
                            + " characters); perhaps a quotation mark is not closed.");
        }
        return true;
    }

    private boolean tooLarge(String ja, String en) {
        report.error("table-too-large", here(), say(ja, en), say("表を分けてください。", "Split the table."));
        return false;
    }

    private boolean otherSeparator() {
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        boolean comma = first.indexOf(',') >= 0;
        if (!comma && first.indexOf('\t') >= 0) {
            separator("タブ", "tabs");
            return true;
        }
        if (!comma && first.indexOf(';') >= 0) {
            separator("セミコロン「;」", "semicolons");
            return true;
        }
        return false;
    }

    private void separator(String ja, String en) {
        report.error(
                "wrong-separator",
                Position.inTable(file, 1, 1),
                say("列が" + ja + "で区切られています。", "The columns are separated by " + en + "."),
                say("カンマ区切り（CSV UTF-8）で保存し直してください。", "Save it again with commas (\"CSV UTF-8\")."));
    }

    private Position here() {
        return Position.inTable(file, rows.size() + 1, row.size() + 1);
    }
}
