package io.shirube.io.simulate.page;

import io.shirube.engine.simulate.SimulationReport;
import io.shirube.engine.simulate.SimulationReport.EditEffect;
import java.util.Comparator;
import java.util.List;

/** Shows the edits and how many accounts each moved. */
record EditSection(Page page) {

    private static final int MOST = 100;

    void write(SimulationReport report) {
        page.section("edits", page.say("変更と、それが動かした会社", "The edits, and whom each moves"));
        if (report.effects().isEmpty()) {
            page.paragraph(page.say("今のルールと試すルールに違いはありません。", "The two rule folders do not differ."));
            page.html().close();
            return;
        }
        page.paragraph(page.say(
                "「社数」は、その変更が原因に含まれる会社です。「うち単独」は、その変更だけで動く会社です。" + "複数の変更が組になって動かす会社は、どの変更にも数えます。",
                "Accounts are those that the edit takes part in moving; by itself those it moves without any other. An account moved by two"
                        + " edits together counts for both."));
        List<EditEffect> shown = report.effects().stream()
                .sorted(Comparator.comparingLong(EditEffect::movers)
                        .reversed()
                        .thenComparing(effect -> effect.edit().number()))
                .limit(MOST)
                .toList();
        page.table(
                page.say("変更の一覧", "Edits"),
                List.of(
                        page.say("番号", "Edit"),
                        page.say("社数", "Accounts"),
                        page.say("うち単独", "By itself"),
                        page.say("年間契約額", "ARR"),
                        page.say("変更", "What was changed")));
        shown.forEach(this::row);
        page.endTable();
        rest(report, shown.size());
        page.html().close();
    }

    private void row(EditEffect effect) {
        String key = "edit." + effect.edit().id() + ".";
        Html html = page.html();
        html.open("tr", "id", effect.edit().id()).open("th", "scope", "row");
        html.element("span", effect.edit().id(), "data-text", "told").close();
        page.cell(page.numbers().count(key + "movers", effect.movers()));
        page.cell(page.numbers().count(key + "alone", effect.alone()));
        page.cell(page.numbers().money(key + "arr", effect.arr()));
        html.open("td", "class", "text").element("bdi", effect.edit().text().in(page.language()), "data-text", "told");
        if (effect.edit().forPeople()) {
            html.text(page.say("（説明文だけの変更）", " (words for people only)"));
        }
        html.close().close();
    }

    private void rest(SimulationReport report, int shown) {
        if (report.effects().size() > shown) {
            page.sentence(
                    page.say(
                            "社数の多い順です。ほか {0} か所は report.xlsx にあります。",
                            "Most accounts first; {0} more are in report.xlsx."),
                    page.numbers().count("edits.more", report.effects().size() - (long) shown));
        }
        if (report.unexplained() > 0) {
            page.sentence(
                    page.say(
                            "{0} 社は、組み合わせが多いため原因の変更を特定していません。",
                            "For {0} accounts the edits were not found: too many combinations."),
                    page.numbers().count("totals.unexplained", report.unexplained()));
        }
    }
}
