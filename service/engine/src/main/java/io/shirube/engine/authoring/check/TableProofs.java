package io.shirube.engine.authoring.check;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Table.Hit;
import io.shirube.engine.rules.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Proves about one table, over everything its columns may hold: that rows of a {@code single} table never overlap, that
 * every input is answered, that every row can hit. Unknown values count as inputs.
 */
final class TableProofs {

    private static final int MOST_OVERLAPS = 20;
    private static final int MOST_GAPS = 3;

    private final Table table;
    private final List<String> texts;
    private final Report report;
    private final List<Atoms> atoms = new ArrayList<>();
    private final Spans[][] rows;

    private TableProofs(Table table, List<String> texts, Report report) {
        this.table = table;
        this.texts = texts;
        this.report = report;
        this.rows = new Spans[table.rows().size()][table.columns().size()];
    }

    /**
     * Reports what can be proved wrong with a table, or that looking took too long. In a table with errors nothing is said of
     * gaps, because rows are missing from it.
     */
    static void check(Table table, Vocabulary vocabulary, List<String> texts, Report report) {
        TableProofs proofs = new TableProofs(table, texts, report);
        boolean whole = !report.hasErrors(table.position().file());
        if (proofs.cut(vocabulary)) {
            proofs.cellsThatNeverHit();
            proofs.overlaps();
            if (whole) {
                proofs.gaps();
                proofs.rowsThatNeverHit();
            }
        }
    }

    private boolean cut(Vocabulary vocabulary) {
        for (int column = 0; column < table.columns().size(); column++) {
            int index = column;
            Field field = table.columns().get(column).field();
            Optional<Atoms> cut = Atoms.of(
                    Possible.column(field, vocabulary),
                    table.rows().stream().map(row -> row.cells().get(index)).toList());
            if (cut.isEmpty()) {
                gaveUp(
                        "列「" + field.labelJa() + "」の値の組み合わせが多すぎる",
                        "the column \"" + field.labelEn() + "\" has too many combinations");
                return false;
            }
            atoms.add(cut.get());
            for (int row = 0; row < rows.length; row++) {
                rows[row][column] =
                        cut.get().spans(table.rows().get(row).cells().get(column));
            }
        }
        return true;
    }

    private void cellsThatNeverHit() {
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length; column++) {
                if (rows[row][column].isEmpty()) {
                    Table.Cell cell = table.rows().get(row).cells().get(column);
                    Field field = table.columns().get(column).field();
                    report.warning(
                            "row-never-hits",
                            cell.origin().at(),
                            say(
                                    "「" + cell.origin().text() + "」に当てはまる「" + field.labelJa()
                                            + "」の値はないため、この行は決して当てはまりません。",
                                    "No value of \"" + field.labelEn() + "\" is \""
                                            + cell.origin().text() + "\", so this row never hits."),
                            say("値を直すか、行を消してください。", "Mend the value, or delete the row."));
                }
            }
        }
    }

    private void overlaps() {
        if (table.hit() != Hit.SINGLE) {
            return;
        }
        @Nullable List<int[]> pairs = new Overlaps(rows).find(MOST_OVERLAPS);
        if (pairs == null) {
            gaveUp("行が多すぎて重なりを調べきれない", "there are too many rows to look for overlaps");
            return;
        }
        for (int[] pair : pairs) {
            Text example = common(pair[0], pair[1]);
            Position first = table.rows().get(pair[0]).position();
            report.error(
                    "overlapping-rows",
                    table.rows().get(pair[1]).position(),
                    say(
                            "この行は " + first.line() + "行目と重なっています（例: " + example.ja() + "）。",
                            "This row overlaps row " + first.line() + " (for example " + example.en() + ")."),
                    blankBelow(pair[0], pair[1])
                            ? say(
                                    "空欄は「何でもよい」の意味です。セルの結合や「上と同じ」のつもりなら、値を全部の行に書いてください。",
                                    "A blank cell means any value. If it was merged or meant the same as above, write the value in every row.")
                            : say(
                                    "境目を「以上」「未満」でそろえるか、hit を first にしてください。",
                                    "Let one range begin where the other ends (>=, <), or make it hit,first."));
        }
    }

    private boolean blankBelow(int upper, int lower) {
        for (int column = 0; column < table.columns().size(); column++) {
            boolean above = table.rows().get(upper).cells().get(column).isAny();
            if (!above && table.rows().get(lower).cells().get(column).isAny()) {
                return true;
            }
        }
        return false;
    }

    private void gaps() {
        if (table.hit() == Hit.COLLECT || rows.length == 0) {
            return;
        }
        boolean first = table.hit() == Hit.FIRST;
        @Nullable List<int[]> gaps = new Coverage(first ? notFalse() : rows, sizes(), first).gaps(MOST_GAPS);
        if (gaps == null) {
            gaveUp("組み合わせが多すぎて抜けを調べきれない", "there are too many combinations to look for gaps");
            return;
        }
        for (int[] gap : gaps) {
            Text example = example(gap);
            report.warning(
                    "table-gap",
                    table.columns().isEmpty()
                            ? table.position()
                            : table.columns().get(0).position(),
                    say(
                            "どの行も答えない入力があります（例: " + example.ja() + "）。",
                            "Some inputs are answered by no row (for example " + example.en() + ")."),
                    say(
                            "その値の行を足してください。結論が要らないなら、結論を空欄にした行を足します。",
                            "Add a row for them; leave its conclusions blank when nothing should follow."));
        }
    }

    private void rowsThatNeverHit() {
        if (table.hit() != Hit.FIRST) {
            return;
        }
        Coverage coverage = new Coverage(notFalse(), sizes(), false);
        for (int row = 1; row < rows.length; row++) {
            boolean alreadySaid = false;
            for (Spans cell : rows[row]) {
                alreadySaid |= cell.isEmpty();
            }
            if (alreadySaid) {
                continue;
            }
            @Nullable Boolean reachable = coverage.reachable(row, rows[row]);
            if (reachable == null) {
                gaveUp("組み合わせが多すぎて届かない行を調べきれない", "there are too many combinations to look for rows that never hit");
                return;
            }
            if (!reachable) {
                report.warning(
                        "row-never-hits",
                        table.rows().get(row).position(),
                        say(
                                "上の行がすべて先に当てはまるため、この行は決して選ばれません。",
                                "The rows above take everything, so this row never hits."),
                        say("行の順番を見直すか、行を消してください。", "Look at the order of the rows, or delete this one."));
            }
        }
    }

    private Spans[][] notFalse() {
        Spans[][] result = new Spans[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            result[row] = new Spans[rows[row].length];
            for (int column = 0; column < rows[row].length; column++) {
                result[row][column] = rows[row][column].notFalse();
            }
        }
        return result;
    }

    private int[] sizes() {
        return atoms.stream().mapToInt(Atoms::size).toArray();
    }

    private Text common(int one, int other) {
        int[] input = new int[atoms.size()];
        for (int column = 0; column < input.length; column++) {
            boolean any = rows[one][column].isAll(atoms.get(column).size())
                    && rows[other][column].isAll(atoms.get(column).size());
            int known = rows[one][column].firstCommon(
                    rows[other][column], atoms.get(column).firstKnown());
            input[column] = any ? -1 : known >= 0 ? known : rows[one][column].firstCommon(rows[other][column], 0);
        }
        return example(input);
    }

    private Text example(int[] input) {
        List<String> ja = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (int column = 0; column < input.length; column++) {
            if (input[column] >= 0) {
                Field field = table.columns().get(column).field();
                Text shown = atoms.get(column).shown(input[column], texts);
                ja.add(field.labelJa() + "=" + shown.ja());
                en.add(field.labelEn() + "=" + shown.en());
            }
        }
        return ja.isEmpty() ? new Text("どんな値でも", "any values") : new Text(String.join("、", ja), String.join(", ", en));
    }

    private void gaveUp(String ja, String en) {
        report.notice(
                "proof-given-up",
                table.position(),
                say(ja + "ため、この表の一部の確認を省きました。", "Part of the proof of this table was left out: " + en + "."),
                say("表を分けると確認できます。", "Split the table to have it proved."));
    }
}
