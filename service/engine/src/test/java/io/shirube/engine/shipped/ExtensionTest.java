package io.shirube.engine.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.Decision.Action;
import io.shirube.engine.model.Decision.Dimension;
import io.shirube.engine.model.Reason;
import io.shirube.engine.testing.ShippedRules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * CS ops extend the shipped rules by editing files only: a threshold, a signal, an attribute, a health dimension and an
 * action. Every expectation is worked out by hand from the edited files; the shipped rules show that it is the edit that
 * makes the difference.
 */
class ExtensionTest {

    @TempDir
    static Path folder;

    private static Ruleset shipped = ShippedRules.ruleset();
    private static Ruleset extended = shipped;

    @BeforeAll
    static void editACopyOfTheShippedRules() throws IOException {
        extended = EditedRules.copyOf(ShippedRules.FOLDER, folder)
                .edit("3-health/adoption.table.csv", "80%以上,100,", "75%以上,100,")
                .edit("3-health/adoption.table.csv", "65%以上80%未満,80,", "65%以上75%未満,80,")
                .edit("signals.yml", "signals:\n", """
                        signals:
                          trainingHours: {type: number, unit: hours, min: 0, max: 1000, step: 0.5, stale: 90d, ja: 研修時間, en: Hours of training}
                        """)
                .edit("signals.yml", "attributes:\n", """
                        attributes:
                          regulated: {type: boolean, ja: 規制業種, en: Regulated industry}
                        """)
                .edit("policies.yml", "dimensions:\n", """
                        dimensions:
                          - {name: skills, ja: 習熟, en: Skills}
                        """)
                .add("3-health/skills.table.csv", """
                        table,skills
                        hit,single
                        owner,cs-ops
                        review,2027-03-31
                        source,judgement
                        grade,m
                        研修時間,skills,reason_ja,reason_en
                        8以上,100,研修は{trainingHours}時間です。,{trainingHours} hours of training.
                        4以上8未満,60,研修は{trainingHours}時間です。,{trainingHours} hours of training.
                        4未満,20,研修は{trainingHours}時間です。,{trainingHours} hours of training.
                        不明,,,
                        """)
                .moveWeight("3-health/weights.table.csv", "weight.adoption", "weight.skills", 5)
                .edit("actions.yml", "actions:\n", """
                        actions:
                          TRAINING_OFFER:
                            ja: 研修のご案内
                            en: Training offer
                            class: S
                            driver: RETENTION
                            purpose: {ja: 研修時間を4時間以上にするため, en: Bring training to four hours or more}
                            owner: [CSM, CSM, POOLED_CSM]
                            skill: COMMUNICATION
                            channel: [CALL, CALL, MAIL]
                            effortHours: [1, 0.5, 0.1]
                            due: {workingDays: 5}
                            cooldownDays: 0
                            expiry: 30d
                            windowDays: 60
                            group: ONBOARDING
                            propensity: {prior: 0.5, strength: 20}
                            value: "contract.arr"
                            objective: RETENTION
                            weight: 10
                            touches: [HIGH, LOW, TECH]
                            stages: []
                            excludedBy: []
                            absorbs: []
                            customerFacing: true
                            proof: {indicator: trainingHours}
                            source: judgement
                            grade: m

                        """)
                .add("5-actions/training.drl", """
                        rule "A regulated customer with little training"
                          @owner("cs-ops") @review("2027-03-31") @source("judgement") @grade("m")
                          @reason_ja("研修は{trainingHours}時間で、規制業種の目安の4時間に届きません。")
                          @reason_en("{trainingHours} hours of training, short of the four a regulated customer needs.")
                        when
                          Account( regulated == true )
                          Signals( trainingHours < 4 )
                        then
                          propose( TRAINING_OFFER, "hours" ).context( 15 );
                        end
                        """)
                .load();
    }

    @AfterAll
    static void release() {
        extended.close();
    }

    @Test
    void aMovedThresholdCountsFromTheNewNumber() {
        assertThat(score(shipped, "adoption", account("seatUtilisation: 0.75"))).isEqualTo(80);
        assertThat(score(extended, "adoption", account("seatUtilisation: 0.75")))
                .isEqualTo(100);
        assertThat(score(extended, "adoption", account("seatUtilisation: 0.749")))
                .isEqualTo(80);
    }

    @Test
    void aNewDimensionIsScoredWeighedAndExplained() {
        Decision decision = extended(account("seatUtilisation: 0.9, trainingHours: 2"));

        Dimension skills = dimension(decision, "skills");
        assertThat(skills.score()).isEqualTo(20);
        assertThat(skills.weight()).isEqualTo(5);
        assertThat(skills.effectiveWeight()).isEqualTo(0.05);
        assertThat(skills.inputs()).containsExactly("trainingHours");
        assertThat(skills.reasons())
                .extracting(reason -> reason.at().toString(), Reason::textJa, Reason::textEn)
                .containsExactly(tuple("3-health/skills.table.csv!A10", "研修は2時間です。", "2 hours of training."));
        // every other dimension has 100: (95 × 100 + 5 × 20) / 100
        assertThat(decision.health().score()).isEqualTo(96, within(1e-9));
        assertThat(decision.health().coverage()).isEqualTo(1, within(1e-9));
    }

    @Test
    void aNewDimensionWithoutDataLowersTheCoverageAndNotTheScore() {
        Decision decision = extended(account("seatUtilisation: 0.9"));

        assertThat(dimension(decision, "skills").score()).isNull();
        assertThat(decision.health().score()).isEqualTo(100, within(1e-9));
        assertThat(decision.health().coverage()).isEqualTo(0.95, within(1e-9));
    }

    @Test
    void aNewRuleProposesTheNewActionByTheNewSignalAndTheNewAttribute() {
        Decision decision = extended(account("seatUtilisation: 0.9, trainingHours: 3.5", "regulated: true"));

        Action offer = decision.actions().stream()
                .filter(action -> action.type().equals("TRAINING_OFFER"))
                .findFirst()
                .orElseThrow();
        assertThat(offer.key()).isEqualTo("A-1:TRAINING_OFFER:hours");
        assertThat(offer.title().ja()).isEqualTo("研修のご案内");
        assertThat(offer.ownerRole()).isEqualTo("CSM");
        assertThat(offer.channel()).isEqualTo("CALL");
        // Friday 20 November; Monday is a holiday, so the five working days are 24 to 27 and 30
        assertThat(offer.dueOn()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(offer.expiresOn()).isEqualTo(LocalDate.of(2026, 12, 20));
        // P = 0.5, C = 1 + 15 %, V = 2,400,000 / 5,000,000, L = 1 + (20 for retention + 10) %
        assertThat(offer.priority()).isEqualTo(0.5 * 1.15 * 0.48 * 1.3, within(1e-9));
        Reason reason = offer.reasons().get(0);
        assertThat(reason.at()).hasToString("5-actions/training.drl:1:1");
        assertThat(reason.textJa()).isEqualTo("研修は3.5時間で、規制業種の目安の4時間に届きません。");
        assertThat(reason.textEn()).isEqualTo("3.5 hours of training, short of the four a regulated customer needs.");
    }

    @Test
    void theNewRuleFiresForNobodyElse() {
        assertThat(types(account("trainingHours: 4", "regulated: true"))).doesNotContain("TRAINING_OFFER");
        assertThat(types(account("trainingHours: 2", "regulated: false"))).doesNotContain("TRAINING_OFFER");
        assertThat(types(account("trainingHours: 2", ""))).doesNotContain("TRAINING_OFFER");
    }

    @Test
    void aNewSignalThatNobodySentIsNamedAsMissing() {
        assertThat(extended(account("seatUtilisation: 0.9", "regulated: true")).missingSignals())
                .filteredOn(missing -> missing.name().equals("trainingHours"))
                .singleElement()
                .satisfies(missing -> {
                    assertThat(missing.why()).isEqualTo("NEVER");
                    assertThat(missing.wouldChange()).isTrue();
                });
    }

    @Test
    void theShippedRulesKnowNothingOfIt() {
        Decision decision =
                EditedRules.decide(shipped, account("seatUtilisation: 0.9, trainingHours: 2", "regulated: true"));

        assertThat(decision.health().dimensions()).extracting(Dimension::name).doesNotContain("skills");
        assertThat(decision.actions()).extracting(Action::type).doesNotContain("TRAINING_OFFER");
        assertThat(decision.notices())
                .filteredOn(notice -> notice.code().equals("UNKNOWN_SIGNAL"))
                .extracting(notice -> notice.values().get("name"))
                .containsExactlyInAnyOrder("trainingHours", "regulated");
        assertThat(decision.ruleset()).isNotEqualTo(extended.revision());
    }

    private static String account(String signals) {
        return account(signals, "");
    }

    /** A large account in adoption, high touch, that scores 100 wherever the signals given say nothing else. */
    private static String account(String signals, String attributes) {
        return """
                account: {id: A-1, employees: 1000, stage: ADOPTION, attributes: {%s}}
                contract: {start: 2026-06-01, end: 2027-05-31, noticeRule: {kind: FIXED, date: 2027-05-31}, autoRenew: true, termMonths: 12, arr: 2400000}
                signals: {deploymentScore: 1, coreFeatureAdoption: 0.7, csMetricRatio: 1, npsField: 30, npsFieldN: 5, paymentOverdueDays: 0, %s}
                tickets: []
                contacts: [{id: C-1, role: CHAMPION, lastContactAt: 2026-11-19}, {id: C-2, role: SPONSOR}]
                """.formatted(attributes, signals);
    }

    private static Decision extended(String account) {
        return EditedRules.decide(extended, account);
    }

    private static double score(Ruleset rules, String name, String account) {
        Double score = dimension(EditedRules.decide(rules, account), name).score();
        return score == null ? Double.NaN : score;
    }

    private static Dimension dimension(Decision decision, String name) {
        return decision.health().dimensions().stream()
                .filter(dimension -> dimension.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> types(String account) {
        return extended(account).actions().stream().map(Action::type).toList();
    }
}
