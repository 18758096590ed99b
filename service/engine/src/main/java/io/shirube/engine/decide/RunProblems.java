package io.shirube.engine.decide;

import io.shirube.engine.model.Decision.Remark;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.RuleUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Failures of rules or of the engine for one account; none of them ends a decision. */
final class RunProblems {

    private static final int MOST = 100;

    private final List<Remark> list = new ArrayList<>();

    /** A rule's consequence or reason could not be computed. */
    void ruleFailed(RuleUnit unit) {
        add(
                "RULE_FAILED",
                "ルール「" + unit.name() + "」（" + unit.position() + "）の計算に失敗したため、使いません。",
                "Rule \"" + unit.name() + "\" (" + unit.position() + ") failed and was left out.",
                Map.of("rule", unit.name(), "at", unit.position().toString()));
    }

    /** An executor could not run a phase. */
    void phaseFailed(Phase phase, boolean replaced) {
        add(
                "ENGINE_FAILED",
                "フェーズ " + phase.folder() + " の実行に失敗しました。" + (replaced ? "もう一方の実行系の結果を使います。" : "このフェーズの結論はありません。"),
                "Phase " + phase.folder() + " failed to run: "
                        + (replaced ? "the other executor's result is used." : "it concludes nothing."),
                Map.of("phase", phase.folder()));
    }

    /** The two executors fired different sets. */
    void refereeDifference(Phase phase, int onlyMeaning, int onlyLowered) {
        add(
                "REFEREE_DIFFERENCE",
                "フェーズ " + phase.folder() + " で2つの実行系の結果が一致しません。評価器の結果を使います。",
                "The two executors differ in phase " + phase.folder() + "; the evaluator's result is used.",
                Map.of(
                        "phase", phase.folder(),
                        "onlyEvaluator", String.valueOf(onlyMeaning),
                        "onlyLowered", String.valueOf(onlyLowered)));
    }

    /** Two rules concluded different values of a field that takes one. */
    void conflict(Field field, RuleUnit taken, RuleUnit other) {
        add(
                "CONFLICT",
                "「" + field.labelJa() + "」について、" + at(taken) + " と " + at(other) + " の結論が異なります。先のルールを使います。",
                field.qualifiedName() + ": " + at(taken) + " and " + at(other)
                        + " conclude different values; the first is taken.",
                Map.of(
                        "field", field.qualifiedName(),
                        "rule", taken.name(),
                        "at", taken.position().toString(),
                        "otherRule", other.name(),
                        "otherAt", other.position().toString()));
    }

    /** A rule concluded a number out of the field's range. */
    void conclusionOutOfRange(Field field, RuleUnit unit, double value) {
        String shown = Problems.shown(value);
        add(
                "CONCLUSION_OUT_OF_RANGE",
                at(unit) + " の結論 " + shown + " は「" + field.labelJa() + "」の範囲外のため使いません。",
                at(unit) + " concludes " + shown + " for " + field.qualifiedName() + ", out of its range; left out.",
                Map.of("field", field.qualifiedName(), "rule", unit.name(), "value", shown));
    }

    private static String at(RuleUnit unit) {
        return "\"" + unit.name() + "\" (" + unit.position() + ")";
    }

    private void add(String code, String ja, String en, Map<String, String> values) {
        Remark remark = new Remark(code, new Text(ja, en), new TreeMap<>(values));
        if (list.size() < MOST && !list.contains(remark)) {
            list.add(remark);
        }
    }

    List<Remark> list() {
        return List.copyOf(list);
    }
}
