package io.shirube.engine.authoring.words;

import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects findings. Of one kind in one file it keeps the first {@value #MOST_OF_A_KIND} and counts the rest, so that a
 * table of 50,000 rows cannot bury its author. Used by one thread.
 */
public final class Report {

    /** Most findings of one code kept for one file. */
    public static final int MOST_OF_A_KIND = 50;

    private final List<Finding> findings = new ArrayList<>();
    private final Set<Finding> seen = new HashSet<>();
    private final Map<String, Integer> kinds = new HashMap<>();
    private final Set<String> filesWithErrors = new HashSet<>();

    /** Returns a sentence in both languages. */
    public static Text say(String ja, String en) {
        return new Text(ja, en);
    }

    /** Reports something that makes the ruleset unusable. */
    public void error(String code, Position at, Text what, Text tryThis) {
        add(Severity.ERROR, code, at, what, tryThis);
    }

    /** Reports something the author should look at. */
    public void warning(String code, Position at, Text what, Text tryThis) {
        add(Severity.WARNING, code, at, what, tryThis);
    }

    /** Reports something worth knowing. */
    public void notice(String code, Position at, Text what, Text tryThis) {
        add(Severity.NOTICE, code, at, what, tryThis);
    }

    /** Takes a finding made elsewhere. */
    public void add(Finding finding) {
        if (finding.severity() == Severity.ERROR) {
            filesWithErrors.add(finding.at().file());
        }
        if (!seen.add(finding)) {
            return;
        }
        String kind = kind(finding);
        if (kinds.merge(kind, 1, Integer::sum) <= MOST_OF_A_KIND) {
            findings.add(finding);
        } else {
            seen.remove(finding);
        }
    }

    /** Returns whether any error was reported. */
    public boolean hasErrors() {
        return !filesWithErrors.isEmpty();
    }

    /** Returns whether any error was reported in a file. */
    public boolean hasErrors(String file) {
        return filesWithErrors.contains(file);
    }

    /** Returns the findings by place, with one line for each kind of which some were left out. */
    public List<Finding> findings() {
        List<Finding> sorted = new ArrayList<>(findings);
        Map<String, Finding> last = new HashMap<>();
        findings.forEach(finding -> last.put(kind(finding), finding));
        last.forEach((kind, finding) -> {
            int more = kinds.getOrDefault(kind, 0) - MOST_OF_A_KIND;
            if (more > 0) {
                sorted.add(leftOut(finding, more));
            }
        });
        sorted.sort(null);
        return List.copyOf(sorted);
    }

    private void add(Severity severity, String code, Position at, Text what, Text tryThis) {
        add(new Finding(severity, code, at, what.ja(), tryThis.ja(), what.en(), tryThis.en()));
    }

    private static String kind(Finding finding) {
        return finding.at().file() + '\n' + finding.code();
    }

    private static Finding leftOut(Finding last, int more) {
        return new Finding(
                last.severity(),
                last.code(),
                last.at(),
                "このファイルには同じ種類の確認事項があと" + more + "件あります。",
                "表示されているものを直してから、もう一度確認してください。",
                "This file has " + more + " more findings of this kind.",
                "Mend those shown, then check again.");
    }
}
