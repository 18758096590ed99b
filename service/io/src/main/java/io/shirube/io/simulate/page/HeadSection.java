package io.shirube.io.simulate.page;

import io.shirube.engine.simulate.SimulationReport;
import io.shirube.engine.simulate.SimulationReport.ActionRow;
import io.shirube.engine.simulate.SimulationReport.Calibration;
import io.shirube.engine.simulate.SimulationReport.Changed;
import io.shirube.engine.simulate.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Says first how far today's rules can be believed, then what changes. */
record HeadSection(Page page) {

    /** Fewer than this make no share, 判定には早い. */
    private static final int ENOUGH = 30;

    private static final int SHORT_REVISION = 19;

    void write(Subject subject, SimulationReport report) {
        Html html = page.html();
        html.open("header");
        html.element("h1", page.say("ルール変更の影響試算", "What the changed rules would do"));
        html.open("dl", "class", "about");
        about(page.say("判定日", "As of"), report.asOf().toString());
        about(page.say("今のルール", "Rules of today"), named(subject.baseline(), report.baseline()));
        about(page.say("試すルール", "Rules tried"), named(subject.candidate(), report.candidate()));
        about(page.say("対象", "Accounts"), subject.portfolio());
        about(page.say("プログラム", "Program"), "Shirube " + report.engine());
        html.close().close();
        calibration(report.calibration());
        summary(report);
    }

    private static String named(String name, String revision) {
        String shown = revision.length() > SHORT_REVISION ? revision.substring(0, SHORT_REVISION) + "…" : revision;
        return name + " (" + shown + ")";
    }

    private void about(String name, String value) {
        page.html().open("div").element("dt", name).open("dd").element("bdi", value, "data-text", "told");
        page.html().close().close();
    }

    private void calibration(Calibration held) {
        page.section(
                "calibration",
                page.say("今のルールと実際の判定は、どれだけ合っていたか", "How far today's rules agree with what was really decided"));
        if (held.touchesTold() == 0 && held.actionsTold() == 0) {
            page.paragraph(page.say(
                    "対象データに実際のタッチも対応中のアクションもないため、今のルールが実際とどれだけ合うかは分かりません。以下の数字は、ルールどうしの比較として読んでください。",
                    "The accounts tell neither the touch they have nor open actions, so nobody knows how far today's rules agree with"
                            + " reality. Read what follows as rules held against rules."));
        }
        agreement(
                page.say("タッチ: 実際が分かる {0} 社のうち {1} 社が一致", "Touch: of {0} accounts that tell it, {1} agree"),
                "calibration.touches",
                held.touchesTold(),
                held.touchesAgreed());
        agreement(
                page.say(
                        "アクション: 実際に開いている {0} 件のうち {1} 件を今のルールも出す",
                        "Actions: of {0} that are open, today's rules ask for {1}"),
                "calibration.actions",
                held.actionsTold(),
                held.actionsAgreed());
        if (held.actionsTold() > 0) {
            page.sentence(
                    page.say(
                            "今のルールが出すのに実際には開いていないアクション: {0} 件。",
                            "Actions that today's rules ask for and that are not open: {0}."),
                    page.numbers().count("calibration.actionsOnlyByRules", held.actionsOnlyByRules()));
        }
        page.html().close();
    }

    private void agreement(String pattern, String key, long told, long agreed) {
        if (told == 0) {
            return;
        }
        Figure of = page.numbers().count(key + "Told", told);
        Figure same = page.numbers().count(key + "Agreed", agreed);
        if (told < ENOUGH) {
            page.sentence(pattern + page.say("（数が少なく、割合を出すのは判定には早い段階です）。", " (too few for a share)."), of, same);
        } else {
            page.sentence(
                    pattern + page.say("（{2}）。", " ({2})."),
                    of,
                    same,
                    page.numbers().share(key + "Share", agreed, told));
        }
    }

    private void summary(SimulationReport report) {
        page.section("summary", page.say("何が変わるか", "What changes"));
        Numbers numbers = page.numbers();
        Sums all = report.all();
        Html html = page.html();
        html.open("p", "class", "lead");
        html.sentence(
                page.say("{1} 社のうち {0} 社の判定が変わります。", "{0} of {1} accounts come to something else."),
                numbers.count("totals.movers", report.movers()),
                numbers.count("totals.accounts", all.accounts()));
        changed(report);
        html.close();
        if (report.errors() > 0) {
            page.sentence(
                    page.say(
                            "判定できなかった行が {0} 行あり、どの数字にも入っていません。",
                            "{0} entries could not be decided on and are in no figure."),
                    numbers.count("totals.errors", report.errors()));
        }
        tiles(report, all);
        html.close();
    }

    private void changed(SimulationReport report) {
        if (report.movers() == 0) {
            page.html().text(page.say("タッチもアクションも、誰も変わりません。", " No touch and no action changes for anybody."));
            return;
        }
        Changed changed = report.changed();
        Html html = page.html();
        html.text(
                changed.touch() == 0
                        ? page.say(
                                "タッチが変わる会社はありません。変わるのは、",
                                " No account moves to another touch. What changes, in accounts: ")
                        : page.say("変わるのは、", " What changes, in accounts: "));
        List<Figure> parts = new ArrayList<>();
        List<String> words = new ArrayList<>();
        part(page.say("タッチ", "touch"), "changed.touch", changed.touch(), words, parts);
        part(page.say("プログラム", "programme"), "changed.programme", changed.programme(), words, parts);
        part(page.say("段階", "stage"), "changed.stage", changed.stage(), words, parts);
        part(page.say("健康度", "health band"), "changed.band", changed.band(), words, parts);
        part(page.say("成果の段階", "success level"), "changed.success", changed.success(), words, parts);
        part(page.say("アクション", "actions"), "changed.actions", changed.actions(), words, parts);
        html.sentence(String.join(page.say("、", ", "), words), parts.toArray());
        actions(report);
        html.text(page.say("。", "."));
        if (parts.size() > 1) {
            html.text(page.say("同じ会社が複数に数えられることがあります。", " An account may count in several."));
        }
    }

    private void part(String name, String key, long accounts, List<String> words, List<Figure> parts) {
        if (accounts > 0) {
            words.add(name + " {" + parts.size() + page.say("} 社", "}"));
            parts.add(page.numbers().count(key, accounts));
        }
    }

    private void actions(SimulationReport report) {
        if (report.changed().actions() == 0) {
            return;
        }
        Numbers numbers = page.numbers();
        page.html()
                .sentence(
                        page.say("（新たに開く {0} 件、取り下げ {1} 件、見合わせ {2} 件）", " ({0} opened, {1} withdrawn, {2} held)"),
                        numbers.count("actions.opened", sum(report, ActionRow::opened)),
                        numbers.count("actions.withdrawn", sum(report, ActionRow::withdrawn)),
                        numbers.count("actions.held", sum(report, ActionRow::held)));
    }

    private static long sum(SimulationReport report, ToLongFunction<ActionRow> figure) {
        return report.actions().stream().mapToLong(figure).sum();
    }

    private void tiles(SimulationReport report, Sums all) {
        Numbers numbers = page.numbers();
        page.html().open("div", "class", "tiles");
        tile(
                page.say("変わる会社の年間契約額", "ARR of accounts that change"),
                page.say("{1}（全体 {0}）", "{1} of {0}"),
                numbers.roughMoney("totals.arr", all.arr()),
                numbers.roughMoney(
                        "totals.movedArr", all.arr() - report.unmoved().arr()));
        tile(
                page.say("年間の対応時間", "Hours of care a year"),
                page.say("{0} → {1} 時間（{2}）", "{0} → {1} ({2})"),
                numbers.hours("totals.careHoursBefore", all.careMilliBefore()),
                numbers.hours("totals.careHoursAfter", all.careMilliAfter()),
                numbers.hoursChange("totals.careHoursChange", all.careMilliAfter() - all.careMilliBefore()));
        tile(
                page.say("開いているアクションの時間", "Hours of open actions"),
                page.say("{0} → {1} 時間（{2}）", "{0} → {1} ({2})"),
                numbers.hours("totals.actionHoursBefore", all.workMilliBefore()),
                numbers.hours("totals.actionHoursAfter", all.workMilliAfter()),
                numbers.hoursChange("totals.actionHoursChange", all.workMilliAfter() - all.workMilliBefore()));
        page.html().close();
    }

    private void tile(String name, String pattern, Object... parts) {
        page.html().open("div", "class", "tile").element("h3", name).open("p").sentence(pattern, parts);
        page.html().close().close();
    }
}
