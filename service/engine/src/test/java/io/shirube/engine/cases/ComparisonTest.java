package io.shirube.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.cases.coverage.Coverage;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Reason;
import io.shirube.engine.model.Text;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Text TEXT = new Text("文", "text");

    @Test
    void acceptsADecisionThatIsAsExpected() {
        assertThat(mismatches("""
            {stage: RENEWAL, touch: HIGH, programme: INDIVIDUAL, sizeBand: null, success: LIGHT, problems: 0, bundles: 1,
             renewal: {decisionDate: 2027-01-01, daysLeft: 41, state: OPEN, basis: COMPUTED, step: D60},
             health: {score: 63.5, band: YELLOW, coverage: 0.86, dimensions: {adoption: 71, voice: null}},
             actions: [SUPPORT_ESCALATION], actionsInclude: [SUPPORT_ESCALATION], actionsExclude: [UPSELL_PROMPT],
             held: {UPSELL_PROMPT: COOLDOWN}, heldJa: {UPSELL_PROMPT: 文}, heldEn: {UPSELL_PROMPT: text},
             suppressed: {UPSELL_PROMPT: COOLDOWN}, withdrawn: [k], noAction: null,
             absorbed: {SUPPORT_ESCALATION: [NPS_FOLLOW_UP, ROI_REVIEW]}, due: {SUPPORT_ESCALATION: 2026-11-24},
             keys: {SUPPORT_ESCALATION: severity1}, reasonsJa: {SUPPORT_ESCALATION: 一件です。},
             reasonsEn: {SUPPORT_ESCALATION: "One ticket."}, missing: [roiVerified], notices: [FUTURE]}\
            """)).isEmpty();
        assertThat(mismatches("{stage: {value: RENEWAL, source: DERIVED}}")).isEmpty();
    }

    @Test
    void missesNothingWhereASentenceMustNotStand() {
        assertThat(mismatches(
                        "{noReasonEn: {SUPPORT_ESCALATION: Two tickets.}, noReasonJa: {SUPPORT_ESCALATION: 二件です。}}"))
                .isEmpty();
        assertThat(mismatches("""
            {noReasonJa: {SUPPORT_ESCALATION: 一件です。},
            noReasonEn: {UPSELL_PROMPT: Two tickets.}}\
            """))
                .containsExactly(
                        "1 noReasonJa.SUPPORT_ESCALATION: expected 一件です。, but was 一件です。",
                        "2 noReasonEn.UPSELL_PROMPT: expected Two tickets., but was none");
    }

    @Test
    void listsEverythingThatIsNotAsExpectedWithItsLine() {
        assertThat(mismatches("""
            {stage: ADOPTION, bundles: 2,
            touch: LOW,
            renewal: {daysLeft: 40, step: null},
            health: {score: 63.4, dimensions: {voice: 50, other: 1}},
            actions: [], actionsExclude: [SUPPORT_ESCALATION],
            held: {RE_ONBOARDING: LIMIT}, due: {UPSELL_PROMPT: 2026-11-24},
            reasonsEn: {SUPPORT_ESCALATION: Two tickets.}, notices: [UNKNOWN_SIGNAL], noAction: LIMITS,
            heldJa: {UPSELL_PROMPT: 別の文}}\
            """))
                .containsExactly(
                        "1 stage: expected ADOPTION, but was RENEWAL",
                        "1 bundles: expected 2, but was 1",
                        "2 touch: expected LOW, but was HIGH",
                        "3 renewal.daysLeft: expected 40, but was 41",
                        "3 renewal.step: expected null, but was D60",
                        "4 health.score: expected 63.4, but was 63.5",
                        "4 health.dimensions.voice: expected 50, but was null",
                        "4 health.dimensions.other: expected 1, but was no such dimension",
                        "5 actions: expected [], but was [SUPPORT_ESCALATION]",
                        "5 actionsExclude: expected [SUPPORT_ESCALATION], but was [SUPPORT_ESCALATION]",
                        "6 held.RE_ONBOARDING: expected LIMIT, but was none",
                        "6 due.UPSELL_PROMPT: expected 2026-11-24, but was none",
                        "7 reasonsEn.SUPPORT_ESCALATION: expected Two tickets., but was One ticket.",
                        "7 notices: expected [UNKNOWN_SIGNAL], but was [FUTURE]",
                        "7 noAction: expected LIMITS, but was null",
                        "8 heldJa.UPSELL_PROMPT: expected 別の文, but was 文");
    }

    @Test
    void reportsFailuresByFileAndLineAndCountsAtTheEnd() {
        RuleCase failed = ruleCase("a", "{touch: LOW}");
        Mismatch mismatch = new Mismatch(Position.inText("cases/x.yml", 7, 3), "touch", "LOW", "HIGH");
        CaseReport report = new CaseReport(
                List.of(
                        new CaseResult(failed, CaseResult.Outcome.FAILED, List.of(mismatch), List.of()),
                        new CaseResult(failed, CaseResult.Outcome.PASSED, List.of(), List.of()),
                        new CaseResult(failed, CaseResult.Outcome.ERROR, List.of(), List.of(TEXT))),
                List.of(),
                new Coverage(
                        List.of(
                                new Coverage.Part("rule", Position.inText("5-actions/x.drl", 3, 1), false),
                                new Coverage.Part("table", Position.inTable("2-segment/t.table.csv", 7, 1), true)),
                        List.of(),
                        List.of()));
        assertThat(report.lines("en"))
                .containsExactly(
                        "cases/x.yml:3: failed: a",
                        "  cases/x.yml:7: touch: expected LOW, but was HIGH",
                        "cases/x.yml:3: error: a",
                        "  text",
                        "5-actions/x.drl:3:1: fired by no case: rule; add a case in which it fires",
                        "coverage: 1 of 2 rules and table rows fired",
                        "coverage: 0 of 0 conditions seen true and seen false, 0 of them decided alone both ways",
                        "coverage: 0 of 0 thresholds have a case on them and one just beside",
                        "1 passed, 1 failed, 0 skipped, 1 errors");
        assertThat(report.lines("ja"))
                .contains(
                        "cases/x.yml:3: 不合格: a", "  cases/x.yml:7: touch: 期待 LOW、実際 HIGH", "網羅: ルールと表の行 2 件のうち 1 件が成立")
                .endsWith("1 passed, 1 failed, 0 skipped, 1 errors");
        assertThat(report.isFine()).isFalse();
    }

    private static List<String> mismatches(String expect) {
        RuleCase one = ruleCase("x", expect.replace("\n", "\n ").strip());
        int offset = one.expect().tree().at().line() - 1;
        return Comparison.of(one.expect(), decision()).stream()
                .map(mismatch -> (mismatch.at().line() - offset) + " " + mismatch.text("en"))
                .toList();
    }

    private static RuleCase ruleCase(String name, String expect) {
        String text =
                "asOf: 2026-11-21\ncases:\n- name: " + name + "\n  expect:\n   " + expect.replace("\n", "\n   ") + "\n";
        CaseFile file = CaseFile.read("cases/x.yml", text.getBytes(StandardCharsets.UTF_8), ZoneId.of("Asia/Tokyo"));
        assertThat(file.findings()).isEmpty();
        return file.cases().get(0);
    }

    private static Decision decision() {
        Reason reason = new Reason("r", Position.inText("x.drl", 1, 1), "一件です。", "One ticket.", Map.of());
        Decision.Action action = new Decision.Action(
                "A-1:SUPPORT_ESCALATION:severity1",
                "SUPPORT_ESCALATION",
                "OPENED",
                TEXT,
                0.8,
                new Decision.Factors(1, 1, 1, 1),
                "CALL",
                "CSM",
                "",
                "",
                "",
                LocalDate.of(2026, 11, 24),
                null,
                1,
                "b",
                List.of("NPS_FOLLOW_UP", "ROI_REVIEW"),
                TEXT,
                true,
                List.of(reason));
        return new Decision(
                "A-1",
                LocalDate.of(2026, 11, 21),
                "sha256:0",
                "1.0.0",
                new Decision.StageResult("RENEWAL", "DERIVED", List.of()),
                new Decision.Renewal(LocalDate.of(2027, 1, 1), 41, "OPEN", "COMPUTED", "D60"),
                new Decision.Segment("HIGH", "INDIVIDUAL", null, false, null, List.of()),
                new Decision.Health(
                        63.45,
                        "YELLOW",
                        0.857,
                        List.of(dimension("adoption", 71.0), dimension("voice", null)),
                        List.of()),
                new Decision.Success("LIGHT", List.of()),
                List.of(action),
                List.of(new Decision.Withdrawn("k", TEXT)),
                List.of(new Decision.Suppressed("A-1:UPSELL_PROMPT:main", "UPSELL_PROMPT", true, "COOLDOWN", TEXT)),
                null,
                List.of(new Decision.MissingSignal("roiVerified", "NEVER", null, false)),
                List.of(new Decision.Remark("FUTURE", TEXT, Map.of())),
                List.of());
    }

    private static Decision.Dimension dimension(String name, @Nullable Double score) {
        return new Decision.Dimension(name, score, 10, 0.1, List.of(), List.of());
    }
}
