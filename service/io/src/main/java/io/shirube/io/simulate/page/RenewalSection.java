package io.shirube.io.simulate.page;

import io.shirube.engine.simulate.SimulationReport;
import io.shirube.engine.simulate.SimulationReport.RenewalRow;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Shows when customers decide on their renewals, by the Japanese fiscal year from April to March. */
record RenewalSection(Page page) {

    private static final int YEARS = 3;
    private static final int MONTHS = 12;
    private static final int DARKEST = 4;
    private static final Month FIRST = Month.APRIL;

    /** What falls into a month; of accounts that change something, by the month they have by the rules tried. */
    private record Sum(long accounts, long arr, long movers) {

        static final Sum NONE = new Sum(0, 0, 0);

        Sum plus(RenewalRow row) {
            return new Sum(
                    accounts + row.after().accounts(),
                    arr + row.after().arr(),
                    movers + row.after().accounts() - row.after().unmoved());
        }
    }

    void write(SimulationReport report) {
        page.section("renewals", page.say("更新カレンダー（更新判断期限の月）", "Renewal calendar, by the month of the decision date"));
        Map<String, Sum> months = new LinkedHashMap<>();
        report.renewals()
                .forEach(row -> months.merge(
                        row.month(),
                        Sum.NONE.plus(row),
                        (sum, more) -> new Sum(
                                sum.accounts() + more.accounts(),
                                sum.arr() + more.arr(),
                                sum.movers() + more.movers())));
        int from = fiscalYear(YearMonth.from(report.asOf()));
        page.note(page.say(
                "年度は4月から3月までです。マスには社数、年間契約額、うち判定が変わる社数を示します。色の濃い月ほど社数が多い月です。",
                "Fiscal years from April to March. A cell holds accounts, ARR, and of these the accounts that change; the darker, the more"
                        + " accounts."));
        calendar(months, from, report.asOf());
        others(months, from);
        touches(report, from);
        page.html().close();
    }

    private void calendar(Map<String, Sum> months, int from, LocalDate asOf) {
        long most = months.entrySet().stream()
                .filter(month -> within(month.getKey(), from))
                .mapToLong(month -> month.getValue().accounts())
                .max()
                .orElse(0);
        Html html = page.html();
        html.open("div", "class", "wide", "tabindex", "0").open("table", "class", "matrix calendar");
        html.element("caption", page.say("更新カレンダー", "Renewal calendar"));
        html.open("thead").open("tr").element("th", page.say("年度", "Fiscal year"), "scope", "col");
        for (int month = 0; month < MONTHS; month++) {
            html.element("th", monthName(FIRST.plus(month)), "scope", "col", "class", "n", "data-text", "scale");
        }
        html.close().close().open("tbody");
        for (int year = from; year < from + YEARS; year++) {
            html.open("tr").element("th", yearName(year), "scope", "row", "data-text", "scale");
            for (int month = 0; month < MONTHS; month++) {
                YearMonth at = YearMonth.of(year, FIRST).plusMonths(month);
                cell(at, months.getOrDefault(at.toString(), Sum.NONE), most, at.isBefore(YearMonth.from(asOf)));
            }
            html.close();
        }
        html.close().close().close();
    }

    private void cell(YearMonth month, Sum sum, long most, boolean past) {
        Html html = page.html();
        if (sum.accounts() == 0) {
            html.element("td", "–", "class", past ? "n none past" : "n none");
            return;
        }
        String key = "renewals." + month + ".";
        long heat = Math.max(1, Math.round((double) DARKEST * sum.accounts() / most));
        html.open("td", "class", "n heat" + heat + (past ? " past" : ""));
        html.open("span", "class", "many")
                .figure("b", page.numbers().count(key + "accounts", sum.accounts()))
                .text(page.say("社", ""))
                .close();
        html.figure("span", page.numbers().roughMoney(key + "arr", sum.arr()));
        if (sum.movers() > 0) {
            html.open("span", "class", "moves")
                    .text(page.say("変更 ", "changes: "))
                    .figure("b", page.numbers().count(key + "movers", sum.movers()))
                    .close();
        }
        html.close();
    }

    private void others(Map<String, Sum> months, int from) {
        Sum before = Sum.NONE;
        Sum later = Sum.NONE;
        String first = YearMonth.of(from, FIRST).toString();
        for (Map.Entry<String, Sum> month : months.entrySet()) {
            Sum sum = month.getValue();
            if (!month.getKey().isEmpty() && !within(month.getKey(), from)) {
                if (month.getKey().compareTo(first) < 0) {
                    before = new Sum(before.accounts() + sum.accounts(), 0, 0);
                } else {
                    later = new Sum(later.accounts() + sum.accounts(), 0, 0);
                }
            }
        }
        page.sentence(
                page.say(
                        "表にない会社: 期限がこれより前 {0} 社、これより後 {1} 社、期限が分からない {2} 社。",
                        "Accounts outside the table: earlier {0}, later {1}, without a known decision date {2}."),
                page.numbers().count("renewals.earlier", before.accounts()),
                page.numbers().count("renewals.later", later.accounts()),
                page.numbers()
                        .count(
                                "renewals.unknown",
                                months.getOrDefault("", Sum.NONE).accounts()));
    }

    /** Only months in which a touch has other accounts than before are worth a table. */
    private void touches(SimulationReport report, int from) {
        List<RenewalRow> changed = report.renewals().stream()
                .filter(row -> within(row.month(), from)
                        && row.before().accounts() != row.after().accounts())
                .toList();
        if (changed.isEmpty()) {
            page.paragraph(page.say("どの月も、タッチごとの社数は変わりません。", "In no month does a touch have more or fewer accounts."));
            return;
        }
        List<String> columns = new ArrayList<>(List.of(page.say("月", "Month")));
        List<String> touches = List.of("HIGH", "LOW", "TECH");
        for (String touch : touches) {
            columns.add(page.label(Names.TOUCH, touch) + page.say("（前）", " before"));
            columns.add(page.say("（後）", "after"));
        }
        page.table(page.say("タッチごとの社数が変わる月", "Months in which touches have more or fewer accounts"), columns);
        for (String month :
                new TreeSet<>(changed.stream().map(RenewalRow::month).toList())) {
            page.row(month);
            for (String touch : touches) {
                RenewalRow row = report.renewals().stream()
                        .filter(one -> one.month().equals(month) && one.touch().equals(touch))
                        .findFirst()
                        .orElse(null);
                String key = "renewals." + month + "." + touch + ".";
                page.cell(page.numbers()
                        .count(
                                key + "accountsBefore",
                                row == null ? 0 : row.before().accounts()));
                page.cell(page.numbers()
                        .count(
                                key + "accountsAfter",
                                row == null ? 0 : row.after().accounts()));
            }
            page.endRow();
        }
        page.endTable();
    }

    private static boolean within(String month, int from) {
        if (month.isEmpty()) {
            return false;
        }
        int year = fiscalYear(YearMonth.parse(month));
        return year >= from && year < from + YEARS;
    }

    private static int fiscalYear(YearMonth month) {
        return month.getMonthValue() < FIRST.getValue() ? month.getYear() - 1 : month.getYear();
    }

    private String yearName(int year) {
        return page.say(year + "年度", "FY" + year);
    }

    private String monthName(Month month) {
        return page.say(month.getValue() + "月", month.getDisplayName(java.time.format.TextStyle.SHORT, Locale.ENGLISH));
    }
}
