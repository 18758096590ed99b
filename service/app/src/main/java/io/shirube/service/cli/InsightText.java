package io.shirube.service.cli;

import io.shirube.engine.insight.InsightReport;
import io.shirube.engine.insight.InsightReport.Sign;
import io.shirube.engine.model.Text;
import io.shirube.service.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says what a book says of its rules. */
final class InsightText {

    private static final int MOST = 20;

    private final Language language;

    InsightText(Language language) {
        this.language = language;
    }

    List<String> lines(InsightReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(say(
                report.asOf() + " 時点、顧客企業 " + report.accounts() + " 社のうち " + report.nothing() + " 社はすることがありません。",
                report.nothing() + " of " + report.accounts() + " accounts have nothing to do as of " + report.asOf()
                        + "."));
        for (Map.Entry<String, Long> cause : new TreeMap<>(report.causes()).entrySet()) {
            lines.add("  " + cause(cause.getKey()) + ": " + cause.getValue());
        }
        lines.add("");
        lines.add(say(
                "あと1つの条件だけが妨げになっている例（あと一歩の社数が多い順）",
                "Where one condition alone stands in the way, most accounts within reach first"));
        report.obstacles().forEach(obstacle -> add(obstacle, lines));
        if (report.obstacles().isEmpty()) {
            lines.add(say("  ありません。", "  None."));
        }
        for (Sign sign : Sign.values()) {
            List<InsightReport.Vital> found = report.vitals().stream()
                    .filter(vital -> vital.sign() == sign)
                    .toList();
            if (!found.isEmpty()) {
                lines.add("");
                lines.add(heading(sign) + say("（" + found.size() + "）", " (" + found.size() + ")"));
                found.stream().limit(MOST).forEach(vital -> lines.add(line(vital, report)));
                if (found.size() > MOST) {
                    int more = found.size() - MOST;
                    lines.add(say(
                            "  ほか " + more + " 件（--format json で全件）",
                            "  and " + more + " more; --format json has all"));
                }
            }
        }
        lines.add("");
        lines.add(say(
                "緩めた場合の数字は、そのしきい値で全社を判定し直した結果です。ルールは変えていません。",
                "What relaxing brings was found by deciding on all accounts again. No rule was changed."));
        return lines;
    }

    private String line(InsightReport.Vital vital, InsightReport report) {
        String name = "  " + vital.at() + " " + vital.rule();
        boolean saysHeading =
                (vital.sign() == Sign.NEVER || vital.sign() == Sign.ALWAYS) && vital.of() == report.accounts();
        return saysHeading ? name : name + ": " + language.of(vital.text());
    }

    private void add(InsightReport.Obstacle obstacle, List<String> lines) {
        lines.add("  " + obstacle.at() + " " + obstacle.rule());
        lines.add("    " + language.of(obstacle.text()));
        obstacle.relaxations().forEach(relaxation -> lines.add("      " + language.of(relaxation.text())));
    }

    private String cause(String cause) {
        return switch (cause) {
            case "NONE_ELIGIBLE" -> say("当てはまるアクションがない", "no action applies");
            case "ALL_SUPPRESSED" -> say("提案がすべて見合わせ中", "everything proposed is held back");
            case "LIMITS" -> say("上限に達している", "a limit is reached");
            case "HOLD_OUT" -> say("対照群", "in the hold-out");
            case "DATA_MISSING" -> say("データが不足している", "too little is known");
            default -> cause;
        };
    }

    private String heading(Sign sign) {
        return switch (sign) {
            case NEVER -> say("一度も当てはまらないルール", "Rules that never fire");
            case ALWAYS -> say("いつも当てはまるルール", "Rules that always fire");
            case ALWAYS_HELD -> say("提案がいつも見合わせになるルール", "Rules whose proposals are always held");
            case MOSTLY_DISMISSED -> say("アクションの多くが見送られるルール", "Rules whose actions are mostly dismissed");
            case REVIEW_OVERDUE -> say("見直し日を過ぎたルール", "Rules past their review date");
        };
    }

    private String say(String ja, String en) {
        return language.of(new Text(ja, en));
    }
}
