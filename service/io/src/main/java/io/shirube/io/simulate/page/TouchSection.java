package io.shirube.io.simulate.page;

import io.shirube.engine.simulate.SimulationReport;
import io.shirube.engine.simulate.SimulationReport.Cell;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Shows where accounts go: from touch to touch as ribbons, and from touch, stage and band to each other as tables. */
record TouchSection(Page page) {

    void write(SimulationReport report) {
        page.section("touches", page.say("タッチの移動", "From touch to touch"));
        boolean moves = report.changed().touch() > 0;
        if (!moves) {
            page.paragraph(page.say("タッチが変わる会社はありません。", "No account moves to another touch."));
        }
        page.beside();
        if (moves) {
            new Ribbons(page, report.touches()).draw();
        }
        page.html().open("div");
        list(report.touches());
        totals(report.touches());
        page.html().close().close().close();
        page.section("matrices", page.say("区分移動表（前 → 後）", "Migration matrices, before → after"));
        page.paragraph(page.say(
                "行が今のルール、列が試すルールです。マスには社数、年間契約額、年間の対応時間の増減を示します。枠線のマスは変わらない会社、色の濃いマスほど多くの会社が移ります。",
                "Rows are today's rules, columns the rules tried. A cell holds accounts, ARR, and the change of hours of care a year."
                        + " Framed cells stay; the darker a cell, the more accounts move there."));
        page.html().open("div", "class", "matrices");
        new Matrix(page, "touches", Names.TOUCH).write(page.say("タッチ", "Touch"), report.touches());
        new Matrix(page, "bands", Names.BAND).write(page.say("健康度", "Health band"), report.bands());
        new Matrix(page, "stages", Names.STAGE).write(page.say("段階", "Stage"), report.stages());
        page.html().close().close();
    }

    private void list(List<Cell> cells) {
        page.table(
                page.say("タッチごとの移動", "Moves by touch"),
                List.of(
                        page.say("前 → 後", "Before → after"),
                        page.say("社数", "Accounts"),
                        page.say("年間契約額", "ARR"),
                        page.say("対応時間/年の増減", "Hours of care a year, change")));
        for (Cell cell : cells) {
            String key = "touches." + cell.before() + "." + cell.after() + ".";
            boolean stays = cell.before().equals(cell.after());
            page.row(
                    stays
                            ? page.label(Names.TOUCH, cell.before()) + page.say("のまま", ", stays")
                            : page.label(Names.TOUCH, cell.before()) + " → " + page.label(Names.TOUCH, cell.after()));
            page.cell(page.numbers().count(key + "accounts", cell.all().accounts()));
            page.cell(page.numbers().money(key + "arr", cell.all().arr()));
            page.cell(page.numbers()
                    .hoursChange(
                            key + "careHoursChange",
                            cell.all().careMilliAfter() - cell.all().careMilliBefore()));
            page.endRow();
        }
        page.endTable();
    }

    private void totals(List<Cell> cells) {
        page.table(
                page.say("タッチごとの社数", "Accounts by touch"),
                List.of(page.say("タッチ", "Touch"), page.say("前", "Before"), page.say("後", "After")));
        List<String> touches = cells.stream()
                .flatMap(cell -> Stream.of(cell.before(), cell.after()))
                .distinct()
                .toList();
        for (String touch : touches) {
            page.row(page.label(Names.TOUCH, touch));
            page.cell(page.numbers()
                    .count(
                            "touch." + touch + ".before",
                            accounts(cells, cell -> cell.before().equals(touch))));
            page.cell(page.numbers()
                    .count(
                            "touch." + touch + ".after",
                            accounts(cells, cell -> cell.after().equals(touch))));
            page.endRow();
        }
        page.endTable();
    }

    private static long accounts(List<Cell> cells, Predicate<Cell> which) {
        return cells.stream()
                .filter(which)
                .mapToLong(cell -> cell.all().accounts())
                .sum();
    }
}
