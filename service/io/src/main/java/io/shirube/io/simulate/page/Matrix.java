package io.shirube.io.simulate.page;

import io.shirube.engine.simulate.SimulationReport.Cell;
import io.shirube.engine.simulate.Sums;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes accounts by what they were and what they become, as a table whose cells are the darker the more accounts move there.
 *
 * @param key what figures begin with, such as {@code touches}
 * @param kind of the names
 */
record Matrix(Page page, String key, String kind) {

    private static final int DARKEST = 4;

    void write(String title, List<Cell> cells) {
        List<String> names = cells.stream()
                .flatMap(cell -> Stream.of(cell.before(), cell.after()))
                .distinct()
                .toList();
        List<String> rows = names.stream()
                .filter(name -> cells.stream().anyMatch(cell -> cell.before().equals(name)))
                .toList();
        List<String> columns = names.stream()
                .filter(name -> cells.stream().anyMatch(cell -> cell.after().equals(name)))
                .toList();
        long most = cells.stream()
                .filter(cell -> !cell.before().equals(cell.after()))
                .mapToLong(cell -> cell.all().accounts())
                .max()
                .orElse(0);
        Html html = page.html();
        html.open("div", "class", "wide", "tabindex", "0")
                .open("table", "class", "matrix")
                .element("caption", title);
        html.open("thead").open("tr").element("th", page.say("前 ＼ 後", "before \\ after"), "scope", "col");
        columns.forEach(name -> html.element("th", page.label(kind, name), "scope", "col", "class", "n"));
        html.close().close().open("tbody");
        for (String before : rows) {
            html.open("tr").element("th", page.label(kind, before), "scope", "row");
            columns.forEach(after -> cell(cells, before, after, most));
            html.close();
        }
        html.close().close().close();
    }

    private void cell(List<Cell> cells, String before, String after, long most) {
        Optional<Cell> cell = cells.stream()
                .filter(one -> one.before().equals(before) && one.after().equals(after))
                .findFirst();
        Html html = page.html();
        if (cell.isEmpty()) {
            html.element("td", "–", "class", "n none");
            return;
        }
        Sums sums = cell.get().all();
        String figures = key + "." + before + "." + after + ".";
        html.open("td", "class", "n " + look(before.equals(after), sums.accounts(), most));
        html.open("span", "class", "many")
                .figure("b", page.numbers().count(figures + "accounts", sums.accounts()))
                .text(page.say(" 社", ""))
                .close();
        html.figure("span", page.numbers().roughMoney(figures + "arr", sums.arr()));
        html.open("span")
                .figure(
                        "span",
                        page.numbers()
                                .hoursChange(
                                        figures + "careHoursChange", sums.careMilliAfter() - sums.careMilliBefore()))
                .text(page.say(" 時間", " h"))
                .close();
        html.close();
    }

    private static String look(boolean stays, long accounts, long most) {
        return stays ? "keeps" : "heat" + Math.max(1, Math.round((double) DARKEST * accounts / most));
    }
}
