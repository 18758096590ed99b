package io.shirube.engine.authoring.table;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Dates;
import io.shirube.engine.authoring.words.Hint;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.Position;
import io.shirube.engine.names.NearestName;
import io.shirube.engine.rules.Table.Hit;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines above the heading row: what the table is called, how it hits, who owns it. */
final class TableHead {

    private static final List<String> KEYS =
            List.of("table", "hit", "owner", "review", "source", "grade", "from", "until", "purpose");
    private static final Set<String> DATES = Set.of("review", "from", "until");

    private final Sheet sheet;
    private final Report report;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Position> places = new LinkedHashMap<>();
    private int headingRow;

    private TableHead(Sheet sheet, Report report) {
        this.sheet = sheet;
        this.report = report;
    }

    /** Reads the head; whatever is wrong with it is reported. */
    static TableHead read(Sheet sheet, Report report) {
        TableHead head = new TableHead(sheet, report);
        head.read();
        return head;
    }

    private void read() {
        for (int row = 1; row <= sheet.height(); row++) {
            String first = sheet.cell(row, 1);
            int width = sheet.width(row);
            if (width == 0 || isComment(first)) {
                continue;
            }
            String key = Words.fold(first);
            if (KEYS.contains(key) && width <= 2) {
                entry(key, row);
            } else if (KEYS.contains(key) && looksLikeEntry(row)) {
                extraCells(key, row, width);
            } else if (width <= 2
                    && !values.containsKey("hit")
                    && NearestName.of(first, KEYS).isPresent()) {
                unknownKey(first, row);
            } else {
                headingRow = row;
                break;
            }
        }
        require("table", "table,表の名前 を書いてください。", "Write table,NAME.");
        require(
                "hit",
                "hit,single（当てはまる行は1つだけ）、hit,first（上から最初の1行）、hit,collect（当てはまる行すべて）のどれかを書いてください。",
                "Write hit,single (at most one row is true), hit,first (the topmost true row) or hit,collect (every true row).");
    }

    /** Returns whether a row is a remark for people. */
    static boolean isComment(String firstCell) {
        boolean marked = firstCell.startsWith("※") || firstCell.startsWith("#") || firstCell.startsWith("＃");
        return marked && !CellChecks.isExcelError(firstCell);
    }

    /** Returns the row of the headings, 0 when there is none. */
    int headingRow() {
        return headingRow;
    }

    String name() {
        return values.getOrDefault("table", sheet.file());
    }

    /** Returns which rows fire; single while the table does not say it well. */
    Hit hit() {
        String written = values.getOrDefault("hit", "single");
        List<String> known = Arrays.stream(Hit.values())
                .map(hit -> hit.name().toLowerCase(Locale.ROOT))
                .toList();
        String word = Words.fold(written);
        if (known.contains(word)) {
            return Hit.valueOf(word.toUpperCase(Locale.ROOT));
        }
        report.error(
                "unknown-hit",
                places.getOrDefault("hit", sheet.at(1, 1)),
                say("hit の値「" + written + "」はありません。", "There is no hit \"" + written + "\"."),
                Hint.of(written, known));
        return Hit.SINGLE;
    }

    @Nullable
    LocalDate date(String key) {
        return Dates.read(values.getOrDefault(key, "")).orElse(null);
    }

    /** Returns everything but name and hit, as written. */
    Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>(values);
        metadata.remove("table");
        metadata.remove("hit");
        return metadata;
    }

    private void entry(String key, int row) {
        String value = sheet.cell(row, 2);
        Position at = sheet.at(row, 2);
        if (values.putIfAbsent(key, value) != null) {
            report.error(
                    "duplicate-key",
                    sheet.at(row, 1),
                    say("「" + key + "」の行が2つあります。", "There are two lines \"" + key + "\"."),
                    say("どちらか一方を消してください。", "Delete one of the two."));
            return;
        }
        places.put(key, at);
        if (DATES.contains(key) && !value.isEmpty() && Dates.read(value).isEmpty()) {
            report.error(
                    "not-a-date",
                    at,
                    say("「" + value + "」は日付として読めません。", "\"" + value + "\" is not a date."),
                    say("2027-03-31 のように書いてください。", "Write it as 2027-03-31."));
        }
        period(key, at);
    }

    private void period(String key, Position at) {
        Optional<LocalDate> from = Dates.read(values.getOrDefault("from", ""));
        Optional<LocalDate> until = Dates.read(values.getOrDefault("until", ""));
        boolean ends = key.equals("from") || key.equals("until");
        if (ends && from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            report.error(
                    "range-inverted",
                    at,
                    say("until が from より前の日付です。", "until is before from."),
                    say("2つの日付を入れ替えてください。", "Swap the two dates."));
        }
    }

    private boolean looksLikeEntry(int row) {
        return !values.containsKey("hit") || row <= 2 || !values.containsKey("table");
    }

    private void extraCells(String key, int row, int width) {
        values.putIfAbsent(key, sheet.cell(row, 2));
        report.error(
                "extra-cell",
                sheet.at(row, width),
                say("「" + key + "」の行の値は1つだけです。", "The line \"" + key + "\" has more than one value."),
                say("値にカンマを含めるときは、全体を「\"」で囲んでください。", "Put a value with commas in quotation marks."));
    }

    private void unknownKey(String first, int row) {
        report.error(
                "unknown-key",
                sheet.at(row, 1),
                say("「" + first + "」という行はありません。", "There is no line \"" + first + "\"."),
                Hint.of(first, KEYS));
        NearestName.of(first, KEYS).ifPresent(key -> values.putIfAbsent(key, sheet.cell(row, 2)));
    }

    private void require(String key, String ja, String en) {
        if (!values.containsKey(key) || values.getOrDefault(key, "").isEmpty()) {
            values.remove(key);
            report.error(
                    "missing-" + key,
                    sheet.at(1, 1),
                    say("見出しの上に「" + key + "」の行がありません。", "There is no line \"" + key + "\" above the headings."),
                    say(ja, en));
        }
    }
}
