package io.shirube.engine.authoring.table;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a table of the rule model out of the cells of one file. */
final class SheetReader {

    private final Sheet sheet;
    private final Phase phase;
    private final TableContext context;
    private final Headings known;
    private final Report report;

    SheetReader(Sheet sheet, Phase phase, TableContext context, Headings known, Report report) {
        this.sheet = sheet;
        this.phase = phase;
        this.context = context;
        this.known = known;
        this.report = report;
    }

    /**
     * Returns the table with everything of it that could be read; what could not is reported.
     *
     * @param number of the table in the ruleset
     */
    Optional<Table> read(int number) {
        TableHead head = TableHead.read(sheet, report);
        Table.Hit hit = head.hit();
        if (head.headingRow() == 0) {
            report.error(
                    "missing-headings",
                    sheet.at(1, 1),
                    say("見出しの行がありません。", "There is no row of headings."),
                    say(
                            "hit の行の下に、従業員数,段階,タッチ のような見出しの行を書いてください。",
                            "Below the line hit write a row of headings, such as employees,stage,touch."));
            return Optional.empty();
        }
        List<@Nullable Heading> headings = headings(head.headingRow());
        return Optional.of(new Table(
                number,
                head.name(),
                phase,
                sheet.at(1, 1),
                head.date("from"),
                head.date("until"),
                hit,
                columns(headings, head.headingRow()),
                rows(headings, head.headingRow()),
                head.metadata()));
    }

    private List<Table.Column> columns(List<@Nullable Heading> headings, int headingRow) {
        List<Table.Column> columns = new ArrayList<>();
        for (int column = 1; column <= headings.size(); column++) {
            if (headings.get(column - 1) instanceof Heading.Test test) {
                columns.add(new Table.Column(test.field(), sheet.at(headingRow, column)));
            }
        }
        return columns;
    }

    private List<Table.Row> rows(List<@Nullable Heading> headings, int headingRow) {
        RowReader rowReader = new RowReader(sheet, phase, context, headings, report);
        List<Table.Row> rows = new ArrayList<>();
        boolean anyRow = false;
        for (int row = headingRow + 1; row <= sheet.height(); row++) {
            if (sheet.width(row) > 0 && !TableHead.isComment(firstWritten(row))) {
                anyRow = true;
                rowReader.read(row, rows.size()).ifPresent(rows::add);
            }
        }
        if (!anyRow) {
            report.warning(
                    "no-rows",
                    sheet.at(headingRow, 1),
                    say("見出しの下に行がありません。", "There is no row below the headings."),
                    say("条件と結論の行を書き加えるか、ファイルを消してください。", "Add rows, or delete the file."));
        }
        return rows;
    }

    private String firstWritten(int row) {
        for (int column = 1; column <= sheet.width(row); column++) {
            if (!sheet.cell(row, column).isEmpty()) {
                return sheet.cell(row, column);
            }
        }
        return "";
    }

    private List<@Nullable Heading> headings(int row) {
        List<@Nullable Heading> headings = new ArrayList<>();
        Map<Heading, Position> seen = new HashMap<>();
        for (int column = 1; column <= sheet.width(row); column++) {
            String written = sheet.cell(row, column);
            Position at = sheet.at(row, column);
            if (written.isEmpty()) {
                headings.add(null);
                continue;
            }
            Optional<Heading> heading = known.read(written, at);
            // because a column whose heading is reported may not lose its place, nor be reported cell by cell
            headings.add(heading.orElse(Heading.Special.COMMENT));
            if (heading.isPresent() && heading.get() != Heading.Special.COMMENT) {
                duplicate(written, at, seen.putIfAbsent(heading.get(), at));
            }
        }
        complete(headings, row);
        return headings;
    }

    private void duplicate(String written, Position at, @Nullable Position first) {
        if (first != null) {
            report.error(
                    "duplicate-heading",
                    at,
                    say(
                            "見出し「" + written + "」は " + first.cell() + " の列と同じ項目です。",
                            "The heading \"" + written + "\" is the same field as column " + first.cell() + "."),
                    say(
                            "1つの列にまとめてください。2つの値は「|」で並べられます。",
                            "Make them one column; two values can stand in a cell with \"|\" between them."));
        }
    }

    private void complete(List<@Nullable Heading> headings, int row) {
        boolean concludes = headings.stream()
                .anyMatch(heading -> heading instanceof Heading.Conclude
                        || heading == Heading.Special.PROPOSE
                        || heading == Heading.Special.HOLD);
        if (!concludes) {
            report.error(
                    "no-conclusion",
                    sheet.at(row, 1),
                    say("結論の列がありません。", "There is no column for a conclusion."),
                    say(
                            "このフォルダー（" + phase.folder() + "）の表には " + example() + " のような列が要ります。",
                            "A table of this folder (" + phase.folder() + ") needs a column such as " + example()
                                    + "."));
            return;
        }
        boolean wanted = headings.stream()
                .anyMatch(heading -> heading == Heading.Special.PROPOSE
                        || heading == Heading.Special.HOLD
                        || (heading instanceof Heading.Conclude conclude && RowReader.wantsReason(conclude.field())));
        for (Heading.Special reason : List.of(Heading.Special.REASON_JA, Heading.Special.REASON_EN)) {
            if (wanted && !headings.contains(reason)) {
                String name = reason == Heading.Special.REASON_JA ? "reason_ja" : "reason_en";
                Text what = say("理由の列「" + name + "」がありません。", "There is no column " + name + " for the reason.");
                Text tryThis = say("なぜそうなるかを書く列を足してください。", "Add a column that says why.");
                if (headings.contains(Heading.Special.PROPOSE)) {
                    report.error("missing-reason-column", sheet.at(row, 1), what, tryThis);
                } else {
                    report.warning("missing-reason-column", sheet.at(row, 1), what, tryThis);
                }
            }
        }
    }

    private String example() {
        return switch (phase) {
            case LIFECYCLE -> "stage";
            case SEGMENT -> "touch";
            case HEALTH -> "adoption";
            case SUCCESS -> "success";
            case ACTIONS -> "propose";
        };
    }
}
