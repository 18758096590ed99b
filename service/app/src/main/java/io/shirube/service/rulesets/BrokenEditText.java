package io.shirube.service.rulesets;

import io.shirube.engine.rules.Finding;
import io.shirube.service.rulesets.RulesStatus.Active;
import io.shirube.service.rulesets.RulesStatus.Broken;
import java.util.List;

/** Says in words, for log and health check, that and why the last edit is not used. */
public final class BrokenEditText {

    private static final int MOST_FINDINGS = 20;

    private BrokenEditText() {}

    /** Returns the words, empty when no edit is broken. */
    public static String of(RulesStatus status) {
        Broken broken = status.broken();
        if (broken == null) {
            return "";
        }
        Active active = status.active();
        StringBuilder text = new StringBuilder("The last edit of ")
                .append(status.folder())
                .append(" is not used; ")
                .append(active == null ? "there are no rules to decide with" : "still active: " + active.revision())
                .append(" / 最後の編集は使われていません");
        List<Finding> errors = broken.errors();
        for (Finding error : errors.subList(0, Math.min(errors.size(), MOST_FINDINGS))) {
            text.append("\n  ")
                    .append(error.at())
                    .append(": ")
                    .append(error.whatEn())
                    .append(" / ")
                    .append(error.whatJa());
        }
        if (errors.size() > MOST_FINDINGS) {
            text.append("\n  … ").append(errors.size() - MOST_FINDINGS).append(" more / ほか");
        }
        return text.toString();
    }
}
