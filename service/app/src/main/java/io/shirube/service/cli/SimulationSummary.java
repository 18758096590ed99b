package io.shirube.service.cli;

import io.shirube.engine.model.Text;
import io.shirube.engine.simulate.Outlook;
import io.shirube.engine.simulate.SimulationReport;
import io.shirube.engine.simulate.SimulationReport.Cell;
import io.shirube.engine.simulate.SimulationReport.Changed;
import io.shirube.engine.simulate.SimulationReport.CurvePoint;
import io.shirube.engine.simulate.SimulationReport.EditEffect;
import io.shirube.service.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in a screenful what a simulation came to. */
record SimulationSummary(SimulationReport report, Outlook outlook, Language language) {

    private static final int MOST_EDITS = 20;
    private static final double MILLI = 1000;

    String text() {
        StringBuilder text = new StringBuilder();
        calibration(text);
        long changed = report.effects().stream()
                .filter(effect -> !effect.edit().forPeople())
                .count();
        text.append(say(
                report.all().accounts() + " 社のうち " + report.movers() + " 社の判定が変わります（変更 " + changed + " か所"
                        + (report.errors() == 0 ? "" : "、読めなかった行 " + report.errors()) + "）。\n",
                report.movers() + " of " + report.all().accounts() + " accounts move (" + changed + " edits"
                        + (report.errors() == 0 ? "" : ", " + report.errors() + " errors") + ").\n"));
        if (report.movers() > 0) {
            changed(text);
            touches(text);
        }
        roles(text);
        if (changed > 0) {
            edits(text);
        }
        outlook(text);
        return text.toString();
    }

    private void outlook(StringBuilder text) {
        if (!outlook.sweep().isEmpty()) {
            text.append(say(
                    "\n設定を動かしたとき（タッチごとの社数、年間契約額、年間の対応時間）\n",
                    "\nBy the setting's value: accounts, ARR, hours of care a year\n"));
        }
        for (CurvePoint point : outlook.sweep()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %s = %-8s %-4s %,9d  %,16d  %,.1f%n",
                    point.setting(),
                    point.value(),
                    point.touch(),
                    point.accounts(),
                    point.arr(),
                    point.careMilli() / MILLI));
        }
        if (!outlook.months().isEmpty()) {
            text.append(say(
                    "\n期間中にタッチが変わってから元に戻る顧客企業: " + outlook.flapsBefore() + " → " + outlook.flapsAfter() + " 社\n",
                    "\nAccounts that leave a touch and come back to it: " + outlook.flapsBefore() + " → "
                            + outlook.flapsAfter() + "\n"));
        }
    }

    private void calibration(StringBuilder text) {
        SimulationReport.Calibration held = report.calibration();
        if (held.touchesTold() > 0) {
            text.append(say(
                    "今のルールと実際: タッチは " + held.touchesTold() + " 社中 " + held.touchesAgreed() + " 社、開いているアクションは "
                            + held.actionsTold() + " 件中 " + held.actionsAgreed() + " 件が一致します。\n",
                    "Today's rules against what was decided: " + held.touchesAgreed() + " of " + held.touchesTold()
                            + " touches, " + held.actionsAgreed() + " of " + held.actionsTold()
                            + " open actions agree.\n"));
        }
    }

    private void roles(StringBuilder text) {
        report.roles().stream()
                .filter(role -> role.capacityMilli() >= 0)
                .forEach(role -> text.append(String.format(
                        Locale.ROOT,
                        say(
                                "  %s: %d 週間で %,.1f 時間中 %,.1f → %,.1f 時間、手が回らない顧客企業 %d → %d 社（年間契約額 %,d → %,d）%n",
                                "  %s: in %d weeks of %,.1f h, %,.1f → %,.1f h of work; %d → %d accounts unserved (ARR %,d → %,d)%n"),
                        role.role(),
                        report.weeks(),
                        role.capacityMilli() / MILLI,
                        role.before().milli() / MILLI,
                        role.after().milli() / MILLI,
                        role.before().unserved(),
                        role.after().unserved(),
                        role.before().unservedArr(),
                        role.after().unservedArr())));
    }

    private void changed(StringBuilder text) {
        Changed changed = report.changed();
        List<String> parts = new ArrayList<>();
        part(changed.touch(), "タッチ", "touch", parts);
        part(changed.programme(), "プログラム", "programme", parts);
        part(changed.stage(), "段階", "stage", parts);
        part(changed.band(), "健康度", "health band", parts);
        part(changed.success(), "成果の段階", "success level", parts);
        part(changed.actions(), "アクション", "actions", parts);
        text.append(say("  変わるもの: ", "  what changes: "))
                .append(String.join(say("、", ", "), parts))
                .append(changed.touch() == 0 ? say("（タッチが変わる会社はありません）", " (no account moves to another touch)") : "")
                .append('\n');
    }

    private void part(long accounts, String ja, String en, List<String> parts) {
        if (accounts > 0) {
            parts.add(say(ja + " " + accounts + " 社", en + " " + accounts));
        }
    }

    private void touches(StringBuilder text) {
        if (report.changed().touch() > 0) {
            moves(text);
        }
        text.append(say("  全体の対応時間: 年 ", "  care of all: "))
                .append(change(report.all().careMilliAfter() - report.all().careMilliBefore()))
                .append(say("、いま開いているアクション: ", " a year; open actions: "))
                .append(change(report.all().workMilliAfter() - report.all().workMilliBefore()))
                .append('\n');
    }

    private void moves(StringBuilder text) {
        text.append(say(
                "\nタッチ（前 → 後）: 社数、年間契約額、年間の対応時間\n", "\nTouch before → after: accounts, ARR, hours of care a year\n"));
        for (Cell cell : report.touches()) {
            if (!cell.before().equals(cell.after())) {
                text.append(String.format(
                        Locale.ROOT,
                        "  %-4s → %-4s %,9d  %,16d  %s%n",
                        cell.before(),
                        cell.after(),
                        cell.all().accounts(),
                        cell.all().arr(),
                        change(cell.all().careMilliAfter() - cell.all().careMilliBefore())));
            }
        }
    }

    private String change(long milli) {
        return String.format(Locale.ROOT, "%+,.1f", milli / MILLI) + say(" 時間", " h");
    }

    private void edits(StringBuilder text) {
        text.append(say("\n変更ごとの影響（社数、うち単独で動かす社数）\n", "\nWhat each edit moves (accounts, of these by itself)\n"));
        report.effects().stream()
                .filter(effect -> !effect.edit().forPeople())
                .limit(MOST_EDITS)
                .forEach(effect -> text.append(line(effect)));
        long more = report.effects().stream()
                        .filter(effect -> !effect.edit().forPeople())
                        .count()
                - MOST_EDITS;
        if (more > 0) {
            text.append(say("  ほか " + more + " か所は report.json にあります。\n", "  " + more + " more are in report.json.\n"));
        }
        if (report.unexplained() > 0) {
            text.append(say(
                    report.unexplained() + " 社は、組み合わせが多いため原因の変更を特定していません。\n",
                    "For " + report.unexplained() + " accounts the edits were not found: too many combinations.\n"));
        }
    }

    private String line(EditEffect effect) {
        return String.format(
                Locale.ROOT,
                "  %-4s %,7d %,7d  %s%n",
                effect.edit().id(),
                effect.movers(),
                effect.alone(),
                language.of(effect.edit().text()));
    }

    private String say(String ja, String en) {
        return language.of(new Text(ja, en));
    }
}
