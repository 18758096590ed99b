package io.shirube.engine.simulate;

import io.shirube.engine.model.Decision;
import io.shirube.engine.model.Decision.Action;
import io.shirube.engine.model.Decision.Suppressed;
import io.shirube.engine.model.Reason;
import io.shirube.engine.model.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Takes the reasons of what changed out of a decision, and leaves those of everything else. */
record MoverReasons(Outcome before, Outcome after) {

    private static final int MOST = 6;
    private static final int PERCENT = 100;

    List<Text> of(Decision decision) {
        Set<Text> reasons = new LinkedHashSet<>();
        if (!before.stage().equals(after.stage())) {
            add(decision.stage().reasons(), reasons);
        }
        if (!before.touch().equals(after.touch()) || !before.programme().equals(after.programme())) {
            add(decision.segment().reasons(), reasons);
        }
        if (!before.band().equals(after.band())) {
            reasons.add(health(decision.health()));
            add(decision.health().caps(), reasons);
        }
        if (!before.success().equals(after.success())) {
            add(decision.success().reasons(), reasons);
        }
        Set<String> changed = changed();
        for (Action action : decision.actions()) {
            if (changed.contains(Outcome.reason(decision, action.key()))) {
                add(action.reasons(), reasons);
            }
        }
        for (Suppressed suppressed : decision.suppressed()) {
            if (changed.contains(Outcome.reason(decision, suppressed.key()))) {
                reasons.add(suppressed.text());
            }
        }
        return reasons.stream().limit(MOST).toList();
    }

    private static Text health(Decision.Health health) {
        Double score = health.score();
        if (score == null) {
            return new Text("健康度を判定できるデータがありません。", "Nothing is known that tells the health.");
        }
        String points =
                BigDecimal.valueOf(score).setScale(1, RoundingMode.HALF_UP).toPlainString();
        long coverage = Math.round(health.coverage() * PERCENT);
        return switch (health.band()) {
            case "GREEN" -> scored("良好", "green", points, coverage);
            case "YELLOW" -> scored("注意", "yellow", points, coverage);
            case "RED" -> scored("危険", "red", points, coverage);
            default -> scored("データ不足", "not enough data", points, coverage);
        };
    }

    private static Text scored(String ja, String en, String points, long coverage) {
        return new Text(
                "ヘルススコアは" + points + "点（データ充足率" + coverage + "%）で、健康度は「" + ja + "」です。",
                "The health score is " + points + " (data coverage " + coverage + "%): " + en + ".");
    }

    private Set<String> changed() {
        Set<String> changed = new TreeSet<>();
        Set<String> states = new TreeSet<>(before.actions());
        states.addAll(after.actions());
        for (String state : states) {
            if (before.actions().contains(state) != after.actions().contains(state)) {
                changed.add(state.substring(0, state.lastIndexOf(' ')));
            }
        }
        return changed;
    }

    private static void add(List<Reason> from, Set<Text> to) {
        List<Text> texts = new ArrayList<>();
        from.forEach(reason -> texts.add(new Text(reason.textJa(), reason.textEn())));
        to.addAll(texts);
    }
}
