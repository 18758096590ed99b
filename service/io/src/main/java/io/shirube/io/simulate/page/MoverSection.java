package io.shirube.io.simulate.page;

import io.shirube.engine.model.Text;
import io.shirube.engine.simulate.Blame;
import io.shirube.engine.simulate.Compared;
import io.shirube.engine.simulate.Mover;
import io.shirube.engine.simulate.Outcome;
import io.shirube.engine.simulate.SimulationReport;
import java.util.List;
import java.util.Set;

/** Names the accounts that change, with the reasons before and after and the edits that did it. */
record MoverSection(Page page) {

    private static final int MOST_PRINTED = 100;

    void write(SimulationReport report) {
        page.section("movers", page.say("判定が変わる会社", "Accounts that change"));
        List<Compared> movers = report.largest();
        if (movers.isEmpty()) {
            page.paragraph(page.say("判定が変わる会社はありません。", "No account changes."));
            page.html().close();
            return;
        }
        if (report.movers() > movers.size()) {
            page.sentence(
                    page.say(
                            "年間契約額の大きい {0} 社を示します。全 {1} 社は movers.csv にあります。",
                            "The {0} with the largest ARR; all {1} are in movers.csv."),
                    page.numbers().count("movers.shown", movers.size()),
                    page.numbers().count("totals.movers", report.movers()));
        }
        if (movers.size() > MOST_PRINTED) {
            page.html().open("p", "class", "printed");
            page.html()
                    .sentence(
                            page.say(
                                    "印刷では年間契約額の大きい {0} 社だけを載せています。",
                                    "In print, only the {0} with the largest ARR are listed."),
                            page.numbers().count("movers.printed", MOST_PRINTED))
                    .close();
        }
        search();
        table(movers);
        page.html().close();
    }

    /** The field does nothing without the script, so the script shows it. */
    private void search() {
        page.html().open("p", "class", "search", "hidden", "hidden").open("label", "for", "search");
        page.html()
                .text(page.say("社名・ID・理由・アクションで探す ", "Find by name, id, reason or action "))
                .close();
        page.html().open("input", "id", "search", "type", "search", "autocomplete", "off");
        page.html()
                .element("span", "", "id", "found", "role", "status", "data-unit", page.say(" 社", " shown"))
                .close();
    }

    private void table(List<Compared> movers) {
        Html html = page.html();
        html.open("div", "class", "wide", "tabindex", "0").open("table", "id", "mover-list", "class", "movers");
        html.element("caption", page.say("判定が変わる会社", "Accounts that change"));
        html.open("thead").open("tr");
        for (String heading : List.of(
                page.say("会社", "Account"),
                page.say("年間契約額", "ARR"),
                page.say("タッチ", "Touch"),
                page.say("変わること", "What changes"),
                page.say("影響した変更", "Edits"),
                page.say("理由（前）", "Reasons before"),
                page.say("理由（後）", "Reasons after"))) {
            html.element("th", heading, "scope", "col");
        }
        html.close().close().open("tbody");
        int place = 0;
        for (Compared account : movers) {
            place++;
            row(account, account.mover().orElseThrow(), place > MOST_PRINTED);
        }
        html.close().close().close();
    }

    private void row(Compared account, Mover mover, boolean screenOnly) {
        Html html = page.html();
        html.open("tr", "data-account", account.accountId(), "class", screenOnly ? "screen" : "");
        html.open("th", "scope", "row", "data-sort", account.name() == null ? account.accountId() : account.name());
        if (account.name() != null) {
            html.element("bdi", account.name(), "data-text", "told").open("br");
        }
        html.element("bdi", account.accountId(), "class", "id", "data-text", "told")
                .close();
        if (account.arr() == null) {
            html.element("td", page.say("不明", "unknown"), "class", "n", "data-sort", "-1");
        } else {
            Figure money = page.numbers().money("mover." + account.accountId() + ".arr", account.arr());
            html.figure("td", money, "class", "n", "data-sort", money.value());
        }
        Outcome before = account.before().outcome();
        Outcome after = account.after().outcome();
        html.element(
                "td",
                change(Names.TOUCH, before.touch(), after.touch()),
                "data-told",
                before.touch() + ">" + after.touch());
        html.open("td");
        changes(before, after, mover);
        html.close().open("td");
        blame(mover.blame());
        html.close();
        reasons(mover.reasonsBefore());
        reasons(mover.reasonsAfter());
        html.close();
    }

    private String change(String kind, String before, String after) {
        return before.equals(after)
                ? page.label(kind, before)
                : page.label(kind, before) + " → " + page.label(kind, after);
    }

    private void changes(Outcome before, Outcome after, Mover mover) {
        boolean actions = !mover.opened().isEmpty()
                || !mover.withdrawn().isEmpty()
                || !mover.held().isEmpty();
        boolean rest = !before.programme().equals(after.programme())
                || !before.stage().equals(after.stage())
                || !before.band().equals(after.band())
                || !before.success().equals(after.success());
        if (!actions && !rest) {
            page.html().text(page.say("タッチだけ", "touch only"));
            return;
        }
        page.html().open("ul");
        changed(page.say("プログラム", "programme"), Names.PROGRAMME, before.programme(), after.programme());
        changed(page.say("段階", "stage"), Names.STAGE, before.stage(), after.stage());
        changed(page.say("健康度", "health"), Names.BAND, before.band(), after.band());
        changed(page.say("成果", "success"), Names.SUCCESS, before.success(), after.success());
        actions(page.say("新たに開く", "opens"), mover.opened());
        actions(page.say("取り下げ", "withdrawn"), mover.withdrawn());
        actions(page.say("見合わせ", "held"), mover.held());
        page.html().close();
    }

    private void changed(String what, String kind, String before, String after) {
        if (!before.equals(after)) {
            page.html().element("li", what + ": " + change(kind, before, after));
        }
    }

    private void actions(String what, List<String> names) {
        for (String name : names) {
            int colon = name.indexOf(':');
            String type = colon < 0 ? name : name.substring(0, colon);
            String key = colon < 0 || name.endsWith(":main") ? "" : " (" + name.substring(colon + 1) + ")";
            page.html()
                    .open("li")
                    .text(what + ": ")
                    .element("bdi", page.label(Names.ACTION, type) + key, "data-text", "told")
                    .close();
        }
    }

    private void blame(Blame blame) {
        Html html = page.html();
        if (blame.sets().isEmpty()) {
            html.text(page.say("特定していません", "not found"));
            return;
        }
        boolean first = true;
        for (Set<Integer> set : blame.sets()) {
            html.text(first ? "" : page.say(" または ", " or "));
            first = false;
            String plus = "";
            for (int number : set) {
                String id = "E" + (number + 1);
                html.text(plus).element("a", id, "href", "#" + id, "data-text", "told");
                plus = " + ";
            }
        }
    }

    private void reasons(List<Text> reasons) {
        Html html = page.html().open("td", "class", "text");
        if (!reasons.isEmpty()) {
            html.open("ul");
            reasons.forEach(reason -> html.element("li", reason.in(page.language()), "data-text", "told"));
            html.close();
        }
        html.close();
    }
}
