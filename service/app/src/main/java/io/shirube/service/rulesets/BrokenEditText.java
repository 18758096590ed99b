package io.shirube.service.rulesets;

import io.shirube.engine.rules.Finding;
import io.shirube.service.rulesets.RulesStatus.Active;
import io.shirube.service.rulesets.RulesStatus.Broken;
import java.util.List;

/** Says in words, for log and health check, that and why the last edit is not used. */
public final class BrokenEditText {

    private static final int MOST_FINDINGS = 20;

    private BrokenEditText() {}

    /** Returns the words, a sentence in both languages and a few lines a finding; empty when no edit is broken. */
    public static String of(RulesStatus status) {
        Broken broken = status.broken();
        if (broken == null) {
            return "";
        }
        StringBuilder text = new StringBuilder(headline(status));
        List<Finding> errors = broken.errors();
        for (Finding error : errors.subList(0, Math.min(errors.size(), MOST_FINDINGS))) {
            text.append("\n  ")
                    .append(error.at())
                    .append(": ")
                    .append(said(error, "en"))
                    .append("\n    ")
                    .append(said(error, "ja"));
        }
        int more = errors.size() - MOST_FINDINGS;
        if (more > 0) {
            text.append("\n  … and ")
                    .append(more)
                    .append(" more / ほか ")
                    .append(more)
                    .append(" 件");
        }
        return text.toString();
    }

    /** Returns one sentence in both languages, empty when no edit is broken. */
    public static String headline(RulesStatus status) {
        if (status.broken() == null) {
            return "";
        }
        Active active = status.active();
        return active == null
                ? "The rules in " + status.folder() + " cannot be used, and there are no others to decide with." + " / "
                        + status.folder() + " のルールは使えません。ほかに判定できるルールもありません。"
                : "The last edit of " + status.folder() + " is not used; " + active.revision() + " goes on deciding."
                        + " / " + status.folder() + " の最後の編集は使われていません。直前のルールで判定を続けます。";
    }

    private static String said(Finding finding, String language) {
        return finding.what(language) + (language.equals("ja") ? "" : " ") + finding.tryThis(language);
    }

    /** Returns one finding in both languages. */
    public static String line(Finding finding) {
        return finding.at() + ": " + said(finding, "en") + " / " + said(finding, "ja");
    }
}
