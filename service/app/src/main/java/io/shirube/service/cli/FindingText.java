package io.shirube.service.cli;

import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.Severity;
import io.shirube.service.language.Language;

/** Writes findings for people, in one language. */
final class FindingText {

    private final Language language;

    FindingText(Language language) {
        this.language = language;
    }

    /** Returns place, severity, code, what and what to try. */
    String line(Finding finding) {
        String code = language.code();
        return finding.at() + ": " + severity(finding.severity()) + " " + finding.code() + ": " + finding.what(code)
                + (finding.tryThis(code).isEmpty() ? "" : language.of(new Text(" → ", " -> ")) + finding.tryThis(code));
    }

    private String severity(Severity severity) {
        return language.of(
                switch (severity) {
                    case ERROR -> new Text("エラー", "error");
                    case WARNING -> new Text("警告", "warning");
                    case NOTICE -> new Text("お知らせ", "notice");
                });
    }
}
