package io.shirube.engine.authoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.authoring.check.ReviewDates;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.RuleModel;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the checks say of figures that serve nothing, stages with nothing to do, and scores read for the wrong thing. */
class IndicatorLintsTest {

    private static final String SEATS =
            rule("Seats run out", "Signals( seatUtilisation >= 0.9 )\n  Health( score >= 70 )");
    private static final String SCORE_ALONE = rule("Healthy", "Segment( touch == HIGH )\n  Health( score >= 70 )");
    private static final String POLICIES = """
            currency: JPY
            scorePurpose: CHURN_EARLY_WARNING
            dimensions:
              - {name: adoption, ja: 活用, en: Adoption}
            """;
    private static final String ADOPTION = """
            table,adoption
            hit,single
            review,2026-11-20
            seatUtilisation,adoption
            0.5以上,100
            0.5未満,0
            不明,
            """;

    @Test
    void aSoundFolderHasNoneOfThem() {
        assertThat(codes(Map.of())).isEmpty();
    }

    @Test
    void aDimensionSaysWhatItIsFor() {
        String unsaid = POLICIES.replace("scorePurpose: CHURN_EARLY_WARNING\n", "");

        assertThat(codes(Map.of("policies.yml", unsaid))).containsExactly("indicator-without-purpose policies.yml:3:5");
        assertThat(codes(Map.of("policies.yml", unsaid.replace("en: Adoption", "en: Adoption, purpose: SUCCESS"))))
                .isEmpty();
    }

    @Test
    void aPurposeIsOneOfThree() {
        Map<String, String> wrong = Map.of("policies.yml", POLICIES.replace("CHURN_EARLY_WARNING", "CHURN"));

        assertThat(findings(wrong)).extracting(Finding::code).contains("unknown-word");
    }

    @Test
    void aDimensionThatNoActionMovesIsFound() {
        String table = ADOPTION.replace("seatUtilisation", "licensedSeats").replace("0.5", "5");

        assertThat(codes(Map.of("3-health/adoption.table.csv", table)))
                .containsExactly("nothing-moves-it policies.yml:4:5");
    }

    @Test
    void anActionMovesADimensionThroughWhatItsSignalIsDerivedFrom() {
        String derived = Folders.SIGNALS.replace("stale: 7d", "derive: \"licensedSeats / 100\", stale: 7d");
        String proof = Folders.ACTIONS.replace("indicator: seatUtilisation", "indicator: licensedSeats");

        assertThat(codes(Map.of("signals.yml", derived, "actions.yml", proof))).isEmpty();
    }

    @Test
    void aTargetThatNoActionMovesIsFound() {
        String moved = Folders.SIGNALS.replace("stale: 7d", "target: 0.8, stale: 7d");
        String unmoved =
                Folders.SIGNALS.replace("min: 0, step: 1", "min: 0, step: 1, target: {HIGH: 9, LOW: 5, TECH: 1}");

        assertThat(codes(Map.of("signals.yml", moved))).isEmpty();
        assertThat(codes(Map.of("signals.yml", unmoved))).containsExactly("nothing-moves-it signals.yml:2:71");
    }

    @Test
    void aTargetOutsideTheRangeOfItsSignalIsAnError() {
        String outside = Folders.SIGNALS.replace("stale: 7d", "target: 80, stale: 7d");

        assertThat(findings(Map.of("signals.yml", outside)))
                .extracting(Finding::code)
                .contains("out-of-range");
    }

    @Test
    void anExpansionThatRestsOnTheWarningScoreAloneIsFound() {
        assertThat(codes(Map.of("5-actions/sell.drl", SCORE_ALONE)))
                .containsExactly("score-against-purpose 5-actions/sell.drl:1:1");
        assertThat(codes(Map.of(
                        "5-actions/sell.drl",
                        SCORE_ALONE,
                        "policies.yml",
                        POLICIES.replace("CHURN_EARLY_WARNING", "SUCCESS"))))
                .isEmpty();
        assertThat(codes(Map.of(
                        "5-actions/sell.drl",
                        SCORE_ALONE,
                        "actions.yml",
                        Folders.ACTIONS.replace("EXPANSION", "RETENTION"))))
                .isEmpty();
    }

    @Test
    void everyStageHasAnActionAndAnIndicator() {
        String adoption = Folders.ACTIONS.replace(
                "owner: CSM", "owner: CSM\n    stages: [ORDER, CONTRACT, ONBOARDING, ADOPTION, RENEWAL]");
        String noProof = Folders.ACTIONS.replace("    proof: {indicator: seatUtilisation}\n", "");

        assertThat(codes(Map.of("actions.yml", adoption))).containsExactly("stage-without-action actions.yml:1:1");
        assertThat(findings(Map.of("actions.yml", noProof)))
                .filteredOn(finding -> finding.code().equals("stage-without-indicator"))
                .extracting(Finding::whatEn)
                .contains("The stage ADOPTION has no action with an indicator (proof).")
                .hasSize(6);
    }

    @Test
    void anActionWhoseRulesAndStagesNeverMeetIsFound() {
        String renewal = Folders.ACTIONS.replace("owner: CSM", "owner: CSM\n    stages: [RENEWAL]");
        String inAdoption = SEATS.replace("when\n", "when\n  Stage( value in (ADOPTION, ONBOARDING) )\n");

        assertThat(codes(Map.of("actions.yml", renewal, "5-actions/sell.drl", inAdoption)))
                .contains("action-in-no-stage actions.yml:2:3");
        assertThat(codes(Map.of("actions.yml", renewal))).doesNotContain("action-in-no-stage actions.yml:2:3");
    }

    @Test
    void aReviewIsOverdueFromTheDayAfter() {
        RuleModel model = Objects.requireNonNull(read(Map.of()).model());

        assertThat(ReviewDates.overdue(model, LocalDate.of(2026, 11, 20))).isEmpty();
        assertThat(ReviewDates.overdue(model, LocalDate.of(2026, 11, 21)))
                .extracting(finding -> finding.code() + " " + finding.at() + " " + finding.whatEn())
                .containsExactly(
                        "review-overdue 3-health/adoption.table.csv!A1 The review of \"adoption\" was due on 2026-11-20.");
    }

    private static List<String> codes(Map<String, String> changed) {
        return findings(changed).stream()
                .filter(finding -> List.of(
                                "indicator-without-purpose",
                                "nothing-moves-it",
                                "score-against-purpose",
                                "stage-without-action",
                                "stage-without-indicator",
                                "action-in-no-stage",
                                "unreadable")
                        .contains(finding.code()))
                .map(finding -> finding.code() + " " + finding.at())
                .toList();
    }

    private static List<Finding> findings(Map<String, String> changed) {
        return read(changed).findings();
    }

    private static ReadResult read(Map<String, String> changed) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("signals.yml", Folders.SIGNALS);
        texts.put("actions.yml", Folders.ACTIONS);
        texts.put("policies.yml", POLICIES);
        texts.put("calendar.yml", "until: 2027-12-31");
        texts.put("3-health/adoption.table.csv", ADOPTION);
        texts.put("5-actions/sell.drl", SEATS);
        texts.putAll(changed);
        Map<String, byte[]> files = new HashMap<>();
        texts.forEach((file, text) -> files.put(file, text.getBytes(UTF_8)));
        return RulesetReader.read(RuleBundle.of(files));
    }

    private static String rule(String name, String when) {
        return "rule \"" + name + "\" @reason_ja(\"席。\") @reason_en(\"Seats.\")\nwhen\n  " + when
                + "\nthen\n  propose( UPSELL_PROMPT );\nend\n";
    }
}
