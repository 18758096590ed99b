package io.shirube.engine.insight;

import io.shirube.engine.explain.ValueText;
import io.shirube.engine.insight.InsightReport.Relaxation;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Field;
import java.util.Locale;

/** Says in words what a book says of its rules. */
final class InsightWords {

    private InsightWords() {}

    static Text obstacle(Obstacles.Counted counted, Text actions) {
        String condition = counted.node.origin().text().strip().replaceAll("\\s+", " ");
        String reachJa = counted.reach == 0 ? "" : "、うちあと一歩 " + counted.reach + " 社";
        String reachEn = counted.reach == 0 ? "" : ", " + counted.reach + " of them within reach";
        String unknownJa = counted.unknown == 0 ? "" : "、値が不明な " + counted.unknown + " 社";
        String unknownEn = counted.unknown == 0 ? "" : ", and unknown for " + counted.unknown;
        return new Text(
                "「" + actions.ja() + "」まであと1条件: " + condition + "（満たさない " + counted.isFalse + " 社" + reachJa + unknownJa
                        + "）",
                "One condition short of " + actions.en() + ": " + condition + " (false for " + counted.isFalse
                        + " accounts" + reachEn + unknownEn + ")");
    }

    static Relaxation relaxation(Trial trial) {
        Field field = trial.threshold.field();
        double from = trial.threshold.number();
        String ja = ValueText.figure(trial.to, field, true);
        String en = ValueText.figure(trial.to, field, false);
        double hours = Math.round(trial.hours * 10) / 10.0;
        String shown = String.format(Locale.ROOT, "%+.1f", hours == 0 ? 0.0 : hours);
        String accounts = String.format(Locale.ROOT, "%+d", trial.accounts);
        String actions = String.format(Locale.ROOT, "%+d", trial.actions);
        Text text = new Text(
                field.labelJa() + "を " + ValueText.figure(from, field, true) + " から " + ja + " に緩めると、打ち手のある顧客企業 "
                        + accounts + " 社（アクション " + actions + " 件）、30日以内の工数 " + shown + " 時間",
                "relax " + field.labelEn() + " from " + ValueText.figure(from, field, false) + " to " + en + " → "
                        + accounts + " accounts with something to do (" + actions + " actions), " + shown
                        + " h in 30 days");
        return new Relaxation(from, trial.to, trial.accounts, trial.actions, trial.hours, text);
    }
}
