package io.shirube.io.map;

import io.shirube.engine.authoring.words.Widths;
import io.shirube.engine.model.Text;
import io.shirube.engine.names.NearestName;
import io.shirube.io.sheet.UnreadableFileException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which column of a file is which of a mapping's.
 *
 * @param columns positions by the order of the mapping's columns; -1 for one that may be missing
 * @param months last days of the months by position, for a table to unpivot
 */
record Binding(List<Integer> columns, Map<Integer, LocalDate> months) {

    private static final Pattern MONTH = Pattern.compile("(?:(\\d{4})[-/年.])?(\\d{1,2})月?(?:度|分)?");
    private static final Pattern FISCAL_YEAR =
            Pattern.compile(".*?(\\d{4})年度.*|.*?FY(\\d{4}).*", Pattern.CASE_INSENSITIVE);

    Binding {
        columns = List.copyOf(columns);
    }

    /** @throws UnreadableFileException naming every heading that is missing, stands twice or leaves its unit open */
    static Binding of(TableSpec spec, Headings headings, TableFile file, int fiscalYearStart, MapReport report)
            throws UnreadableFileException {
        List<Integer> columns = new ArrayList<>();
        List<Text> wrong = new ArrayList<>();
        Set<Integer> used = new LinkedHashSet<>();
        for (ColumnSpec column : spec.columns()) {
            List<Integer> found = headings.find(column.heading());
            if (found.size() == 1) {
                used.add(found.get(0));
                unit(column, headings.whole(found.get(0))).ifPresent(wrong::add);
                if (file.isHidden(found.get(0))) {
                    report.add(
                            MapReport.Kind.NOTICE,
                            "hidden-column",
                            file.place(1, found.get(0)),
                            new Text(
                                    "非表示の列「" + column.name() + "」を読みました。",
                                    "The hidden column \"" + column.name() + "\" was read."));
                }
            } else if (!found.isEmpty() || !column.optional()) {
                wrong.add(missing(column, headings, found));
            }
            columns.add(found.size() == 1 ? found.get(0) : -1);
        }
        TableSpec.Unpivot unpivot = spec.unpivot();
        Map<Integer, LocalDate> months = unpivot == null ? Map.of() : months(unpivot, headings, fiscalYearStart, wrong);
        used.addAll(months.keySet());
        if (!wrong.isEmpty()) {
            throw new UnreadableFileException(new Text(
                    file.label() + ": "
                            + String.join(" ", wrong.stream().map(Text::ja).toList()),
                    file.label() + ": "
                            + String.join(" ", wrong.stream().map(Text::en).toList())));
        }
        for (int position = 0; position < headings.size(); position++) {
            if (!used.contains(position) && !headings.whole(position).isEmpty()) {
                report.add(
                        MapReport.Kind.DROPPED,
                        "unused-column",
                        file.place(1, position),
                        new Text(
                                "列「" + headings.whole(position) + "」は mapping にありません。",
                                "The column \"" + headings.whole(position) + "\" is not in the mapping."));
            }
        }
        return new Binding(columns, months);
    }

    int column(int index) {
        return columns.get(index);
    }

    private static Optional<Text> unit(ColumnSpec column, String heading) {
        Optional<String> unit = Units.in(heading);
        return column.type() == Type.NUMBER && column.unit() == null
                ? unit.map(word -> new Text(
                        "見出し「" + heading + "」の単位は " + word + " です。列「" + column.name() + "」に unit: " + word
                                + " と書いてください。",
                        "The heading \"" + heading + "\" counts in " + word + ". Say unit: " + word + " for column \""
                                + column.name() + "\"."))
                : Optional.empty();
    }

    private static Text missing(ColumnSpec column, Headings headings, List<Integer> found) {
        if (found.size() > 1) {
            return new Text(
                    "見出し「" + column.heading() + "」が" + found.size() + "つあります（" + column.at() + "）。",
                    "The heading \"" + column.heading() + "\" stands " + found.size() + " times (" + column.at()
                            + ").");
        }
        List<String> there = new ArrayList<>();
        for (int position = 0; position < headings.size(); position++) {
            there.add(headings.whole(position));
        }
        String near = NearestName.of(column.heading(), there).orElse("");
        return new Text(
                "見出し「" + column.heading() + "」がありません（" + column.at() + "）。"
                        + (near.isEmpty() ? "" : "「" + near + "」のことですか。"),
                "There is no heading \"" + column.heading() + "\" (" + column.at() + ")."
                        + (near.isEmpty() ? "" : " Did you mean \"" + near + "\"?"));
    }

    private static Map<Integer, LocalDate> months(
            TableSpec.Unpivot unpivot, Headings headings, int fiscalYearStart, List<Text> wrong) {
        Map<Integer, LocalDate> months = new LinkedHashMap<>();
        for (int position = 0; position < headings.size(); position++) {
            Matcher month = MONTH.matcher(Widths.narrow(headings.lower(position)));
            if (!month.matches()
                    || Integer.parseInt(month.group(2)) < 1
                    || Integer.parseInt(month.group(2)) > 12
                    || !headings.lower(position).matches(".*[月/年.-].*")) {
                continue;
            }
            int number = Integer.parseInt(month.group(2));
            int year = month.group(1) != null
                    ? Integer.parseInt(month.group(1))
                    : year(unpivot, headings.upper(position), number, fiscalYearStart);
            if (year == 0) {
                wrong.add(new Text(
                        "見出し「" + headings.whole(position) + "」の年度が分かりません。unpivot に fiscalYear: 2026 のように書いてください。",
                        "The year of heading \"" + headings.whole(position)
                                + "\" is not known. Say fiscalYear: 2026 under unpivot."));
            } else {
                months.put(position, YearMonth.of(year, number).atEndOfMonth());
            }
        }
        if (months.isEmpty() && wrong.isEmpty()) {
            wrong.add(new Text("月の見出し（4月、2026年4月 など）がありません。", "There are no headings that are months, such as 4月."));
        }
        return months;
    }

    private static int year(TableSpec.Unpivot unpivot, String upper, int month, int fiscalYearStart) {
        Matcher named = FISCAL_YEAR.matcher(upper);
        int fiscal = unpivot.fiscalYear();
        if (named.matches()) {
            fiscal = Integer.parseInt(named.group(1) != null ? named.group(1) : named.group(2));
        }
        return fiscal == 0 || month >= fiscalYearStart ? fiscal : fiscal + 1;
    }
}
