package io.shirube.io.map;

import io.shirube.engine.model.Text;
import io.shirube.io.sheet.SheetCell;
import io.shirube.io.sheet.SheetRow;
import io.shirube.io.sheet.UnreadableFileException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a table into rows of values: converted, unpivoted, joined, derived, and none from after asOf. */
final class TableRows implements AutoCloseable {

    private static final Pattern NOTE = Pattern.compile("[※*＊注].*", Pattern.DOTALL);
    private static final Pattern TOTAL = Pattern.compile("(総?合計|小計|総計|計|total)[:：]?", Pattern.CASE_INSENSITIVE);
    private static final int PROGRESS = 100_000;

    private final TableSpec spec;
    private final TableFile file;
    private final MapReport report;
    private final LocalDate asOf;
    private final Map<String, Lookup> lookups;
    private final MapProgress progress;
    private final Binding binding;
    private final @Nullable Object[] above;
    private final Deque<Row> waiting = new ArrayDeque<>();
    private long read;

    /**
     * One row of values.
     *
     * @param number of the row in its file
     */
    @SuppressWarnings("ArrayRecordComponent") // because rows are many and never compared
    record Row(int number, @Nullable Object[] values) {}

    TableRows(
            TableSpec spec,
            TableFile file,
            LocalDate asOf,
            int fiscalYearStart,
            Map<String, Lookup> lookups,
            MapReport report,
            MapProgress progress)
            throws IOException {
        this.spec = spec;
        this.file = file;
        this.asOf = asOf;
        this.lookups = lookups;
        this.report = report;
        this.progress = progress;
        this.above = new Object[spec.names().size()];
        this.binding = Binding.of(spec, headings(), file, fiscalYearStart, report);
    }

    private Headings headings() throws IOException {
        @Nullable SheetRow first = null;
        for (SheetRow row = file.next(); row != null; row = file.next()) {
            boolean upper =
                    spec.headers().size() == 2 && row.number() == spec.headers().get(0);
            if (upper) {
                first = row;
            } else if (spec.headers().isEmpty()
                    ? !row.isBlank()
                    : row.number() >= spec.headers().get(spec.headers().size() - 1)) {
                return new Headings(first, row);
            }
        }
        throw new UnreadableFileException(file.label() + " に見出しの行がありません。", file.label() + " has no row of headings.");
    }

    /** Returns the next row, or null after the last. */
    @Nullable
    Row next() throws IOException {
        while (waiting.isEmpty()) {
            SheetRow row = file.next();
            if (row == null) {
                progress.rows(spec.name(), read);
                report.count("rows." + spec.name(), read);
                return null;
            }
            if (++read % PROGRESS == 0) {
                progress.rows(spec.name(), read);
            }
            accept(row);
        }
        return waiting.remove();
    }

    private void accept(SheetRow row) {
        if (row.isBlank()) {
            return;
        }
        String first = row.cells().stream()
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .map(cell -> cell.text().strip())
                .orElse("");
        if (NOTE.matcher(first).matches()
                && row.cells().stream()
                                .filter(cell -> !cell.isBlank())
                                .map(SheetCell::text)
                                .distinct()
                                .count()
                        == 1) {
            report.add(
                    MapReport.Kind.DROPPED,
                    "note-row",
                    file.place(row.number()),
                    new Text("注記の行を除きました: " + shortened(first), "A footnote row was left out: " + shortened(first)));
            return;
        }
        if (TOTAL.matcher(first).matches()) {
            report.add(
                    MapReport.Kind.DROPPED,
                    "total-row",
                    file.place(row.number()),
                    new Text("「" + first + "」の行を除きました。", "The row of totals \"" + first + "\" was left out."));
            return;
        }
        @Nullable Object[] values = new Object[spec.names().size()];
        values[0] = asOf;
        for (int i = 0; i < spec.columns().size(); i++) {
            ColumnSpec column = spec.columns().get(i);
            values[column.number()] = value(row, binding.column(i), column, values);
        }
        TableSpec.Unpivot unpivot = spec.unpivot();
        if (unpivot == null) {
            finish(row.number(), values);
        } else {
            binding.months().forEach((position, month) -> {
                @Nullable Object[] copy = values.clone();
                copy[unpivot.month()] = month;
                Object value = value(row, position, unpivot.value(), copy);
                copy[unpivot.value().number()] = value;
                if (value != null) {
                    finish(row.number(), copy);
                }
            });
        }
    }

    private @Nullable Object value(SheetRow row, int position, ColumnSpec column, @Nullable Object[] values) {
        SheetCell cell = position < 0 ? SheetCell.BLANK : row.cell(position);
        if (column.fillDown() && cell.isBlank()) {
            Object same = above[column.number()];
            if (same != null) {
                report.add(
                        MapReport.Kind.GUESSED,
                        "same-as-above",
                        file.place(row.number(), Math.max(0, position)),
                        new Text("空白を上と同じ「" + same + "」としました。", "The blank was taken for \"" + same + "\" as above."));
            }
            return same;
        }
        Reading reading = CellReader.read(cell, column, values);
        MapReport.Kind outcome = reading.outcome();
        if (outcome != null) {
            report.add(outcome, reading.code(), file.place(row.number(), Math.max(0, position)), reading.why());
        }
        if (column.fillDown()) {
            above[column.number()] = reading.value();
        }
        return reading.value();
    }

    private void finish(int number, @Nullable Object[] values) {
        if (spec.day() >= 0 && values[spec.day()] instanceof LocalDate day && day.isAfter(asOf)) {
            report.add(
                    MapReport.Kind.DROPPED,
                    "after-as-of",
                    file.place(number),
                    new Text(
                            day + " の行は判定日 " + asOf + " より後なので除きました。",
                            "The row of " + day + " is after " + asOf + " and was left out."));
            return;
        }
        for (ColumnSpec column : spec.columns()) {
            hideUnknownYet(number, column, values);
        }
        for (TableSpec.Join join : spec.joins()) {
            Lookup lookup = Objects.requireNonNull(lookups.get(join.table()));
            if (!lookup.take(join, values) && values[join.on()] != null) {
                report.add(
                        MapReport.Kind.DROPPED,
                        "no-partner",
                        file.place(number),
                        new Text(
                                "「" + values[join.on()] + "」が表「" + join.table() + "」にありません。",
                                "\"" + values[join.on()] + "\" is not in table \"" + join.table() + "\"."));
            }
        }
        spec.derived().forEach((place, expr) -> values[place] = expr.value(values));
        Expr where = spec.where();
        if (where == null || Boolean.TRUE.equals(where.value(values))) {
            waiting.add(new Row(number, values));
        } else {
            report.count("filtered." + spec.name(), 1);
        }
    }

    /** Forgets a value that was known only later than asOf, or on a day that has not come. */
    private void hideUnknownYet(int number, ColumnSpec column, @Nullable Object[] values) {
        if (column.knownOn() < 0 || values[column.number()] == null) {
            return;
        }
        Object known = values[column.knownOn()];
        boolean itself = column.knownOn() == column.number();
        if (known instanceof LocalDate day ? day.isAfter(asOf) : !itself) {
            values[column.number()] = null;
            report.add(
                    MapReport.Kind.DROPPED,
                    "known-later",
                    file.place(number),
                    new Text(
                            "「" + column.name() + "」は判定日 " + asOf + " にはまだ分からないので除きました。",
                            "\"" + column.name() + "\" was not known on " + asOf + " and was left out."));
        }
    }

    /** Returns a row's place. */
    String place(Row row) {
        return file.place(row.number());
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
