package io.shirube.engine.decide;

import io.shirube.engine.model.Decision.NoAction;
import io.shirube.engine.model.Decision.Suppressed;
import io.shirube.engine.model.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says why there is nothing to do. */
final class NoActions {

    private static final Set<String> NOT_ELIGIBLE = Set.of("ELIGIBILITY", "APPLICABILITY", "SUITABILITY");

    private NoActions() {}

    /** Returns the cause, from what was proposed and barred; a limit goes before the hold-out, that before others. */
    static NoAction why(List<Suppressed> suppressed) {
        Set<String> by = suppressed.stream().map(Suppressed::by).collect(Collectors.toSet());
        if (NOT_ELIGIBLE.containsAll(by)) {
            return new NoAction(
                    "NONE_ELIGIBLE", new Text("当てはまるアクションはありません。", "No action applies to this account today."));
        }
        if (by.contains("LIMIT")) {
            return new NoAction(
                    "LIMITS", new Text("上限に達しているため、新しい提案はありません。", "A limit is reached, so nothing is proposed."));
        }
        if (by.contains("HOLD_OUT")) {
            return new NoAction("HOLD_OUT", new Text("効果を比べるための対照群のため、提案しません。", "The account is in the hold-out."));
        }
        return new NoAction("ALL_SUPPRESSED", new Text("提案はすべて見合わせ中です。", "Everything that was proposed is held back."));
    }

    /** Nothing was proposed, and too little is known of the account to say that nothing is needed. */
    static NoAction dataMissing() {
        return new NoAction(
                "DATA_MISSING", new Text("データが不足しているため、判断できません。", "Too little is known of the account to tell."));
    }
}
