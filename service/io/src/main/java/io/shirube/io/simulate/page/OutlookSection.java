package io.shirube.io.simulate.page;

import io.shirube.engine.simulate.Outlook;
import io.shirube.engine.simulate.SimulationReport.CurvePoint;
import io.shirube.engine.simulate.SimulationReport.MonthRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Shows curves over the values of a setting, and the months to come, where they were asked for. */
record OutlookSection(Page page) {

    private static final List<String> TOUCHES = List.of("HIGH", "LOW", "TECH");
    private static final long MILLI = 1_000;

    void write(Outlook outlook) {
        if (!outlook.sweep().isEmpty()) {
            sweep(outlook.sweep());
        }
        if (!outlook.months().isEmpty()) {
            months(outlook);
        }
    }

    private void sweep(List<CurvePoint> curve) {
        String setting = curve.get(0).setting();
        List<String> values = curve.stream().map(CurvePoint::value).distinct().toList();
        page.section("sweep", page.say("設定の値を動かしたとき", "When a setting takes other values"));
        page.sentence(
                page.say("動かした設定: {0}。ほかの章は、最後の値で計算しています。", "The setting: {0}. All other sections use its last value."),
                setting);
        page.html().open("div", "class", "charts");
        chart(
                "sweep-accounts",
                page.say("社数", "Accounts"),
                curve,
                values,
                CurvePoint::accounts,
                value -> String.format(Locale.ROOT, "%,d", value));
        chart(
                "sweep-arr",
                page.say("年間契約額", "ARR"),
                curve,
                values,
                CurvePoint::arr,
                value -> page.numbers().roughMoney("", value).shown());
        chart(
                "sweep-care",
                page.say("年間の対応時間", "Hours of care a year"),
                curve,
                values,
                point -> point.careMilli() / MILLI,
                value -> String.format(Locale.ROOT, "%,d", value));
        chart(
                "sweep-actions",
                page.say("開いているアクションの時間", "Hours of open actions"),
                curve,
                values,
                point -> point.workMilli() / MILLI,
                value -> String.format(Locale.ROOT, "%,d", value));
        page.html().close();
        table(setting, curve, values);
        page.html().close();
    }

    private void chart(
            String id,
            String title,
            List<CurvePoint> curve,
            List<String> values,
            ToLongFunction<CurvePoint> figure,
            LongFunction<String> mark) {
        page.html().open("div").element("h3", title);
        List<LineChart.Line> lines = touches(curve).stream()
                .map(touch -> new LineChart.Line(
                        page.label(Names.TOUCH, touch),
                        touch.toLowerCase(Locale.ROOT),
                        values.stream()
                                .map(value -> curve.stream()
                                        .filter(point -> point.value().equals(value)
                                                && point.touch().equals(touch))
                                        .mapToLong(figure)
                                        .sum())
                                .toList()))
                .toList();
        new LineChart(
                        page,
                        id,
                        title,
                        page.say(
                                "設定の値ごとに、タッチ別に示します。同じ数字は下の表にあります。",
                                "By value and touch; the table below has the same figures."))
                .draw(curve.get(0).setting(), values, lines, mark);
        page.html().close();
    }

    private static List<String> touches(List<CurvePoint> curve) {
        return Stream.concat(TOUCHES.stream(), curve.stream().map(CurvePoint::touch))
                .distinct()
                .filter(touch -> curve.stream().anyMatch(point -> point.touch().equals(touch)))
                .toList();
    }

    private void table(String setting, List<CurvePoint> curve, List<String> values) {
        page.table(
                setting,
                List.of(
                        page.say("値", "Value"),
                        page.say("タッチ", "Touch"),
                        page.say("社数", "Accounts"),
                        page.say("年間契約額", "ARR"),
                        page.say("対応時間/年", "Care h a year"),
                        page.say("アクション時間", "Action h")));
        for (String value : values) {
            curve.stream().filter(point -> point.value().equals(value)).forEach(this::row);
        }
        page.endTable();
    }

    private void row(CurvePoint point) {
        String key = "sweep." + point.value() + "." + point.touch() + ".";
        page.row(point.value());
        page.cell(page.label(Names.TOUCH, point.touch()));
        page.cell(page.numbers().count(key + "accounts", point.accounts()));
        page.cell(page.numbers().money(key + "arr", point.arr()));
        page.cell(page.numbers().hours(key + "careHours", point.careMilli()));
        page.cell(page.numbers().hours(key + "actionHours", point.workMilli()));
        page.endRow();
    }

    private void months(Outlook outlook) {
        page.section("months", page.say("これからの月", "The months to come"));
        page.sentence(
                page.say(
                        "期間中にタッチが変わってから元に戻る会社: 前 {0} 社、後 {1} 社。シグナルの値を保ったまま時計を進めた結果です（シナリオで動かした場合を除く）。",
                        "Accounts that leave a touch and come back to it: before {0}, after {1}. The clock moves on while signals hold their"
                                + " values, unless a scenario moves them."),
                page.numbers().count("months.flapsBefore", outlook.flapsBefore()),
                page.numbers().count("months.flapsAfter", outlook.flapsAfter()));
        List<MonthRow> rows = outlook.months();
        int last = rows.get(rows.size() - 1).month();
        List<String> months = Stream.iterate(0, month -> month <= last, month -> month + 1)
                .map(String::valueOf)
                .toList();
        List<LineChart.Line> lines = TOUCHES.stream()
                .filter(touch -> rows.stream().anyMatch(row -> row.touch().equals(touch)))
                .flatMap(touch -> Stream.of(
                        line(rows, months, touch, MonthRow::before, page.say("（前）", " before"), " was-line"),
                        line(rows, months, touch, MonthRow::after, page.say("（後）", " after"), "")))
                .toList();
        page.beside();
        new LineChart(
                        page,
                        "months-chart",
                        page.say("月ごとのタッチの社数", "Accounts by touch, month by month"),
                        page.say(
                                "点線が前、実線が後です。同じ数字は隣の表にあります。",
                                "Dashed lines are before, full lines after; the table beside has the same figures."))
                .draw(
                        page.say("何か月後か", "months from now"),
                        months,
                        lines,
                        value -> String.format(Locale.ROOT, "%,d", value));
        table(rows, months);
        page.html().close().close();
    }

    private void table(List<MonthRow> rows, List<String> months) {
        List<String> touches = Stream.concat(TOUCHES.stream(), rows.stream().map(MonthRow::touch))
                .distinct()
                .filter(touch -> rows.stream().anyMatch(row -> row.touch().equals(touch)))
                .toList();
        List<String> columns = new ArrayList<>(List.of(page.say("何か月後", "Month")));
        for (String touch : touches) {
            columns.add(page.label(Names.TOUCH, touch) + page.say("（前）", " before"));
            columns.add(page.say("（後）", "after"));
        }
        page.table(page.say("月ごとのタッチの社数", "Accounts by touch, month by month"), columns);
        for (String month : months) {
            page.row(month);
            for (String touch : touches) {
                String key = "months." + month + "." + touch + ".";
                page.cell(page.numbers().count(key + "before", sum(rows, month, touch, MonthRow::before)));
                page.cell(page.numbers().count(key + "after", sum(rows, month, touch, MonthRow::after)));
            }
            page.endRow();
        }
        page.endTable();
    }

    private static long sum(List<MonthRow> rows, String month, String touch, ToLongFunction<MonthRow> side) {
        return rows.stream()
                .filter(row ->
                        String.valueOf(row.month()).equals(month) && row.touch().equals(touch))
                .mapToLong(side)
                .sum();
    }

    private LineChart.Line line(
            List<MonthRow> rows,
            List<String> months,
            String touch,
            ToLongFunction<MonthRow> side,
            String suffix,
            String look) {
        return new LineChart.Line(
                page.label(Names.TOUCH, touch) + suffix,
                touch.toLowerCase(Locale.ROOT) + look,
                months.stream().map(month -> sum(rows, month, touch, side)).toList());
    }
}
