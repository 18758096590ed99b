package io.shirube.engine.cases;

import io.shirube.engine.cases.coverage.Coverage;
import io.shirube.engine.cases.coverage.CoverageText;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of all cases.
 *
 * @param results in the order of files and cases
 * @param findings what is wrong with case files; each counts as an error
 */
public record CaseReport(List<CaseResult> results, List<Finding> findings, Coverage coverage) {

    public CaseReport {
        results = List.copyOf(results);
        findings = List.copyOf(findings);
    }

    /** Returns how many cases had an outcome; findings count as errors. */
    public long count(CaseResult.Outcome outcome) {
        long cases =
                results.stream().filter(result -> result.outcome() == outcome).count();
        return outcome == CaseResult.Outcome.ERROR ? cases + findings.size() : cases;
    }

    /** Returns whether nothing failed and nothing was in error. */
    public boolean isFine() {
        return count(CaseResult.Outcome.FAILED) == 0 && count(CaseResult.Outcome.ERROR) == 0;
    }

    /** Returns the last line of every report, the same in both languages. */
    public String summary() {
        return count(CaseResult.Outcome.PASSED) + " passed, " + count(CaseResult.Outcome.FAILED) + " failed, "
                + count(CaseResult.Outcome.SKIPPED) + " skipped, " + count(CaseResult.Outcome.ERROR) + " errors";
    }

    /**
     * Returns the report as lines: findings, failures with every mismatch, errors, skipped cases, what no case fires,
     * and the summary last.
     *
     * @param language {@code ja}, or else English
     */
    public List<String> lines(String language) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : findings) {
            lines.add(finding.at() + ": " + finding.code() + ": " + finding.what(language) + " "
                    + finding.tryThis(language));
        }
        for (CaseResult result : results) {
            add(lines, result, language);
        }
        lines.addAll(new CoverageText(coverage, language).lines());
        lines.add(summary());
        return lines;
    }

    private static void add(List<String> lines, CaseResult result, String language) {
        boolean japanese = language.equals("ja");
        String head = line(result.ruleCase().at()) + ": ";
        String name = result.ruleCase().name();
        switch (result.outcome()) {
            case PASSED -> {}
            case SKIPPED ->
                lines.add(head + (japanese ? "省略: " : "skipped: ") + name + " – "
                        + result.ruleCase().skip());
            case FAILED -> {
                lines.add(head + (japanese ? "不合格: " : "failed: ") + name);
                for (Mismatch mismatch : result.mismatches()) {
                    lines.add("  " + line(mismatch.at()) + ": " + mismatch.text(language));
                }
            }
            case ERROR -> {
                lines.add(head + (japanese ? "エラー: " : "error: ") + name);
                for (Text error : result.errors()) {
                    lines.add("  " + error.in(language));
                }
            }
        }
    }

    private static String line(Position at) {
        return at.file() + ":" + at.line();
    }
}
