package io.shirube.service.cli;

import io.shirube.engine.model.Text;
import io.shirube.engine.whatif.WhatIfAnswer;
import io.shirube.engine.whatif.WhatIfAnswer.ForGoal;
import io.shirube.engine.whatif.WhatIfAnswer.IfKnown;
import io.shirube.service.language.Language;
import java.util.ArrayList;
import java.util.List;

/** Says what would change a decision, for people. */
final class WhatIfText {

    private final Language language;

    WhatIfText(Language language) {
        this.language = language;
    }

    List<String> lines(WhatIfAnswer answer) {
        List<String> lines = new ArrayList<>();
        lines.add(say(
                answer.accountId() + "(" + answer.asOf() + " 時点): " + language.of(answer.text()),
                answer.accountId() + " as of " + answer.asOf() + ": " + language.of(answer.text())));
        WhatIfAnswer.Proposed proposed = answer.proposed();
        if (proposed != null) {
            lines.add("");
            proposed.changes().forEach(change -> lines.add(language.of(change.text())));
            lines.add("  " + language.of(proposed.text()));
            proposed.differences().forEach(difference -> lines.add("  - " + language.of(difference)));
        }
        answer.goals().forEach(goal -> add(goal, lines));
        List<IfKnown> missing = answer.missing();
        if (missing != null) {
            add(missing, lines);
            lines.add("");
            lines.add(
                    answer.complete()
                            ? say(
                                    "どの答えも、値を変えて判定し直して確かめました(" + answer.decisions() + " 回)。",
                                    "Every answer was confirmed by deciding again (" + answer.decisions()
                                            + " decisions).")
                            : say(
                                    "どの答えも判定し直して確かめましたが、" + answer.decisions() + " 回で打ち切ったため、もっと小さい変化があるかもしれません。",
                                    "Every answer was confirmed by deciding again, but the search ended after "
                                            + answer.decisions()
                                            + " decisions: something smaller may have been missed."));
        }
        return lines;
    }

    private void add(ForGoal goal, List<String> lines) {
        lines.add("");
        lines.add(language.of(goal.title()) + " [" + goal.goal().written() + "]");
        lines.add("  " + language.of(goal.text()));
        goal.ways().forEach(way -> lines.add("  - " + language.of(way.text())));
        WhatIfAnswer.InDays day = goal.day();
        if (!goal.fixed().isEmpty() || day != null) {
            lines.add(say("  変えられない前提", "  What nobody changes"));
            goal.fixed().forEach(distance -> lines.add("  - " + language.of(distance.text())));
            if (day != null) {
                lines.add("  - " + language.of(day.text()));
            }
        }
        if (!goal.ifKnown().isEmpty()) {
            lines.add(say(
                    "  分かればそうなり得る、未取得の値: " + String.join("、", goal.ifKnown()),
                    "  Could follow from what is not known yet: " + String.join(", ", goal.ifKnown())));
        }
    }

    private void add(List<IfKnown> missing, List<String> lines) {
        lines.add("");
        if (missing.isEmpty()) {
            lines.add(say(
                    "未取得の値のどれが分かっても、タッチ、健康度、推奨アクションは変わりません。",
                    "Nothing that is missing would change touch, health or actions if it were known."));
            return;
        }
        lines.add(say("分かれば判定が変わり得る、未取得の値", "What is missing and could change the decision"));
        for (IfKnown known : missing) {
            lines.add("  " + language.of(known.label()) + " [" + known.input() + "]");
            known.outcomes().forEach(outcome -> lines.add("  - " + language.of(outcome.text())));
        }
    }

    private String say(String ja, String en) {
        return language.of(new Text(ja, en));
    }
}
