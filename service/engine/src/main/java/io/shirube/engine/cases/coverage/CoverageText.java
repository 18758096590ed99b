package io.shirube.engine.cases.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says in words what the cases have not tried, and which case would. Immutable. */
public final class CoverageText {

    private final Coverage coverage;
    private final boolean japanese;

    /** @param language {@code ja}, or else English */
    public CoverageText(Coverage coverage, String language) {
        this.coverage = coverage;
        this.japanese = language.equals("ja");
    }

    /** Returns a line for everything that is not covered, each with its place and what to add, then the figures. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        coverage.neverFired().forEach(part -> lines.add(part.at() + ": " + neverFired(part)));
        coverage.conditions().stream()
                .filter(condition -> !condition.isCovered())
                .forEach(condition -> lines.add(condition.at() + ": " + oneSided(condition)));
        coverage.thresholds().stream()
                .filter(threshold -> !threshold.isCovered())
                .forEach(threshold -> lines.add(threshold.at() + ": " + untried(threshold)));
        lines.addAll(figures());
        return lines;
    }

    /** Returns the figures alone. */
    public List<String> figures() {
        int fired = coverage.parts().size() - coverage.neverFired().size();
        long covered = coverage.conditions().stream()
                .filter(Coverage.Condition::isCovered)
                .count();
        long decisive = coverage.conditions().stream()
                .filter(Coverage.Condition::isDecisive)
                .count();
        long tried = coverage.thresholds().stream()
                .filter(Coverage.Threshold::isCovered)
                .count();
        int parts = coverage.parts().size();
        int conditions = coverage.conditions().size();
        int thresholds = coverage.thresholds().size();
        return japanese
                ? List.of(
                        "網羅: ルールと表の行 " + parts + " 件のうち " + fired + " 件が成立",
                        "網羅: 条件 " + conditions + " 件のうち " + covered + " 件が真にも偽にもなり、" + decisive + " 件は真でも偽でも単独で結果を決めた",
                        "網羅: しきい値 " + thresholds + " 件のうち " + tried + " 件に、ちょうどの値と反対側のすぐ隣の値のケースがある")
                : List.of(
                        "coverage: " + fired + " of " + parts + " rules and table rows fired",
                        "coverage: " + covered + " of " + conditions + " conditions seen true and seen false, "
                                + decisive + " of them decided alone both ways",
                        "coverage: " + tried + " of " + thresholds
                                + " thresholds have a case on them and one just beside");
    }

    private String neverFired(Coverage.Part part) {
        return japanese
                ? "どのケースでも成立していません: " + part.name() + "。成立するケースを足してください。"
                : "fired by no case: " + part.name() + "; add a case in which it fires";
    }

    private String oneSided(Coverage.Condition condition) {
        String where = japanese ? "(「" + condition.unit() + "」)" : " (" + condition.unit() + ")";
        String text = condition.text();
        if (japanese) {
            String missing = condition.seenTrue() ? "偽" : condition.seenFalse() ? "真" : "真にも偽に";
            return "どのケースでも" + missing + "になっていません: " + text + where + "。"
                    + (condition.seenTrue() ? "成り立たない" : condition.seenFalse() ? "成り立つ" : "成り立つものと成り立たない")
                    + "ケースを足してください。";
        }
        String missing =
                condition.seenTrue() ? "never false" : condition.seenFalse() ? "never true" : "never true nor false";
        String wanted = condition.seenTrue()
                ? "a case in which it does not hold"
                : condition.seenFalse()
                        ? "a case in which it holds"
                        : "a case in which it holds and one in which it does not";
        return missing + " in any case: " + text + where + "; add " + wanted;
    }

    private String untried(Coverage.Threshold threshold) {
        String field = threshold.field();
        String at = shown(threshold.value());
        List<String> wanted = new ArrayList<>();
        if (!threshold.on()) {
            wanted.add(field + " = " + at);
        }
        if (!threshold.beside()) {
            wanted.add(threshold.neighbours().stream()
                    .map(near -> field + " = " + shown(near))
                    .collect(Collectors.joining(
                            japanese ? "(または " : " (or ",
                            "",
                            threshold.neighbours().size() > 1 ? ")" : "")));
        }
        return japanese
                ? "しきい値 " + field + " " + at + " の" + sideJa(threshold) + "のケースがありません(「" + threshold.unit()
                        + "」)。ほかの条件がすべて成り立つ " + String.join(" と ", wanted) + " のケースを足してください。"
                : "no case " + sideEn(threshold) + " the threshold " + field + " " + at + " (" + threshold.unit()
                        + "); add " + String.join(" and ", wanted) + " with everything else holding";
    }

    private static String sideJa(Coverage.Threshold threshold) {
        if (!threshold.on() && !threshold.beside()) {
            return "両側";
        }
        return threshold.on() ? "反対側" : "ちょうど";
    }

    private static String sideEn(Coverage.Threshold threshold) {
        if (!threshold.on() && !threshold.beside()) {
            return "on or beside";
        }
        return threshold.on() ? "beside" : "on";
    }

    private static String shown(double number) {
        return number == 0
                ? "0"
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
