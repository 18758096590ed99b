package io.shirube.service.cli;

import io.shirube.engine.indicators.Interval;
import io.shirube.engine.model.Text;
import io.shirube.engine.portfolio.report.BookReport;
import io.shirube.engine.portfolio.report.BookReport.State;
import io.shirube.engine.portfolio.report.Indicator;
import io.shirube.service.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says the indicators of a book as tables. */
final class IndicatorText {

    private static final double PER_CENT = 100;

    private final Language language;

    IndicatorText(Language language) {
        this.language = language;
    }

    List<String> lines(BookReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(say(
                report.asOf() + " 時点、顧客企業 " + report.accounts() + " 社。月は " + report.monthFrom() + "〜" + report.until()
                        + "、12か月は " + report.yearFrom() + "〜" + report.until() + "。",
                report.accounts() + " accounts as of " + report.asOf() + ". The month is " + report.monthFrom() + " to "
                        + report.until() + ", the 12 months are " + report.yearFrom() + " to " + report.until() + "."));
        report.notices().forEach(notice -> lines.add(language.of(notice)));
        lines.add("");
        lines.addAll(figures(report));
        lines.add("");
        lines.add(say("指標の連鎖（直近6か月の変化）", "The chain of indicators (change over six months)"));
        lines.addAll(chain(report));
        lines.add("");
        lines.add(say("隣り合う指標の相関", "Correlation of neighbours"));
        lines.addAll(neighbours(report));
        lines.addAll(remarks(report));
        lines.add("");
        lines.add(say(
                "値（95%信頼区間）n=社数。「– n=12」はデータ不足（" + BookReport.LEAST + " 社以上必要）、「–」は元の値がないことを示します。相関は原因を示しません。",
                "Value (95 % interval) n = accounts. \"– n=12\": not enough data, " + BookReport.LEAST
                        + " accounts are needed; \"–\": not told. A correlation names no cause."));
        return lines;
    }

    private List<String> figures(BookReport report) {
        Grid grid = new Grid();
        grid.row(heading(report, say("指標", "Indicator")));
        for (Indicator indicator : Indicator.values()) {
            List<String> row = new ArrayList<>(List.of(language.of(indicator.label())));
            for (BookReport.Segment segment : report.segments()) {
                BookReport.Figure figure = segment.figure(indicator);
                row.add(cell(figure.state(), figure.value(), figure.interval(), figure.n(), indicator.unit()));
            }
            grid.row(row);
        }
        return grid.lines();
    }

    private List<String> chain(BookReport report) {
        Grid grid = new Grid();
        grid.row(heading(report, say("段階", "Link")));
        for (int i = 0; i < report.segments().get(0).chain().size(); i++) {
            List<String> row = new ArrayList<>();
            row.add(language.of(report.segments().get(0).chain().get(i).link().label()));
            for (BookReport.Segment segment : report.segments()) {
                BookReport.Link link = segment.chain().get(i);
                String arrow = arrow(link.direction());
                String change = cell(link.state(), link.change(), link.interval(), link.n(), null);
                row.add(arrow.isEmpty() ? change : arrow + " " + change);
            }
            grid.row(row);
        }
        return grid.lines();
    }

    private String arrow(BookReport.Direction direction) {
        return switch (direction) {
            case RISES -> say("上昇", "rises");
            case FALLS -> say("低下", "falls");
            case LEVEL -> say("横ばい", "level");
            case UNKNOWN -> "";
        };
    }

    private List<String> neighbours(BookReport report) {
        Grid grid = new Grid();
        grid.row(heading(report, say("前 → 後", "Earlier → later")));
        for (int i = 0; i < report.segments().get(0).neighbours().size(); i++) {
            List<String> row = new ArrayList<>();
            BookReport.Neighbours first = report.segments().get(0).neighbours().get(i);
            row.add(language.of(first.earlier().label()) + " → "
                    + language.of(first.later().label()));
            for (BookReport.Segment segment : report.segments()) {
                BookReport.Neighbours pair = segment.neighbours().get(i);
                row.add(cell(pair.state(), pair.r(), pair.interval(), pair.n(), null) + (pair.broken() ? " !" : ""));
            }
            grid.row(row);
        }
        return grid.lines();
    }

    private List<String> remarks(BookReport report) {
        List<String> lines = new ArrayList<>();
        for (BookReport.Segment segment : report.segments()) {
            String name = name(segment.touch());
            segment.neighbours().stream()
                    .filter(BookReport.Neighbours::broken)
                    .forEach(pair -> lines.add("! " + name + ": " + language.of(pair.text())));
            BookReport.Benchmark benchmark = segment.benchmark();
            if (benchmark != null) {
                lines.add("* " + name + ": " + language.of(benchmark.text()));
            }
        }
        if (report.segments().stream()
                .flatMap(segment -> segment.neighbours().stream())
                .anyMatch(BookReport.Neighbours::broken)) {
            lines.add(say(
                    "! の間で何が止まっているか、顧客企業ごとに担当と確かめてください。",
                    "Look with the CSMs, account by account, at what stops where there is a \"!\"."));
        }
        if (!lines.isEmpty()) {
            lines.add(0, "");
        }
        return lines;
    }

    private List<String> heading(BookReport report, String first) {
        List<String> cells = new ArrayList<>(List.of(first));
        report.segments()
                .forEach(segment -> cells.add(
                        name(segment.touch()) + say("（" + segment.accounts() + "社）", " (" + segment.accounts() + ")")));
        return cells;
    }

    private String name(String touch) {
        return switch (touch) {
            case BookReport.ALL -> say("全体", "All");
            case "HIGH" -> say("ハイタッチ", "High touch");
            case "LOW" -> say("ロータッチ", "Low touch");
            case "TECH" -> say("テックタッチ", "Tech touch");
            default -> touch;
        };
    }

    private static String cell(
            State state, @Nullable Double value, @Nullable Interval interval, long n, Indicator.@Nullable Unit unit) {
        if (value == null) {
            return state == State.NOT_ENOUGH ? "– n=" + n : "–";
        }
        String between = interval == null
                ? ""
                : " (" + shown(interval.low(), unit, false) + "–" + shown(interval.high(), unit, false) + ")";
        return shown(value, unit, true) + between + " n=" + n;
    }

    private static String shown(double value, Indicator.@Nullable Unit unit, boolean whole) {
        if (unit == null) {
            String written = String.format(Locale.ROOT, "%.2f", value);
            return written.equals("-0.00") ? "0.00" : written;
        }
        return switch (unit) {
            case RATIO -> String.format(Locale.ROOT, whole ? "%.1f%%" : "%.1f", value * PER_CENT);
            case POINTS, NUMBER -> String.format(Locale.ROOT, "%.1f", value);
            case MONEY -> String.format(Locale.ROOT, "%,.0f", value);
        };
    }

    private String say(String ja, String en) {
        return language.of(new Text(ja, en));
    }
}
