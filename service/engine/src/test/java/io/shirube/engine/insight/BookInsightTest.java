package io.shirube.engine.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.Explain;
import io.shirube.engine.decide.LoadResult;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.insight.InsightReport.Obstacle;
import io.shirube.engine.insight.InsightReport.Relaxation;
import io.shirube.engine.insight.InsightReport.Sign;
import io.shirube.engine.insight.InsightReport.Vital;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Measurement;
import io.shirube.engine.testing.CallRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Books of accounts with seats and a rate as of Friday 2026-11-20, by rules that call some of them for two hours each. */
class BookInsightTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final String HEAD = "  @reason_ja(\"席{seats}\")\n  @reason_en(\"seats {seats}\")\nwhen\n";

    private final CallRules rules = new CallRules();
    private final List<AccountSnapshot> accounts = new ArrayList<>();
    private final StringBuilder drl = new StringBuilder();

    BookInsightTest() {
        rules.put("signals.yml", """
            signals:
              seats: {type: number, unit: seats, min: 0, step: 1, ja: 席数, en: Seats}
              rate: {type: number, unit: ratio, min: 0, max: 1, step: 0.001, ja: 利用率, en: Rate}
            """);
        rules.put("actions.yml", """
            actions:
              CALL:
                ja: 電話
                en: Call
                class: S
                driver: EXPANSION
                purpose: {ja: 話す, en: Talk}
                owner: CSM
                effortHours: [2, 2, 2]
                due: {workingDays: 10}
                proof: {indicator: seats}
            """);
    }

    @Test
    void namesTheConditionThatAloneStandsInTheWayAndTriesOthers() throws Exception {
        call("Large and used", "Signals( seats >= 50, rate >= 0.9 )");
        // four with seats enough and a rate below: 0.88 0.86 0.79 0.62; one far below; one with neither; one called
        account(60, 0.88);
        account(60, 0.86);
        account(60, 0.79);
        account(60, 0.62);
        account(60, 0.1);
        account(10, 0.1);
        account(60, 0.95);
        InsightReport report = report();
        assertThat(report.accounts()).isEqualTo(7);
        assertThat(report.nothing()).isEqualTo(6);
        Obstacle first = report.obstacles().get(0);
        assertThat(first.condition()).isEqualTo("rate >= 0.9");
        assertThat(first.accounts()).isEqualTo(5);
        // half of 0.9 away is 0.45
        assertThat(first.reach()).isEqualTo(4);
        // the nearest quarter is 0.88, the nearest half 0.86, all 0.62; downwards to the next 5 %
        assertThat(first.relaxations())
                .extracting(Relaxation::to, Relaxation::accounts, Relaxation::actions, Relaxation::hours)
                .containsExactly(tuple(0.85, 2L, 2L, 4.0), tuple(0.6, 4L, 4L, 8.0));
        assertThat(first.relaxations().get(0).text().ja())
                .isEqualTo("利用率を 90% から 85% に緩めると、打ち手のある顧客企業 +2 社（アクション +2 件）、30日以内の工数 +4.0 時間");
        assertThat(first.relaxations().get(0).text().en())
                .isEqualTo(
                        "relax Rate from 90 % to 85 % → +2 accounts with something to do (+2 actions), +4.0 h in 30 days");
    }

    @Test
    void aCeilingIsRelaxedUpwards() throws Exception {
        call("Small and idle", "Signals( seats < 50, rate <= 0.2 )");
        account(50, 0.1);
        account(58, 0.1);
        InsightReport report = report();
        Obstacle first = report.obstacles().get(0);
        assertThat(first.condition()).isEqualTo("seats < 50");
        // less than 50 lets 50 out, so it takes 51; and 59 for 58
        assertThat(first.relaxations()).extracting(Relaxation::to).containsExactly(51.0, 59.0);
        assertThat(first.relaxations()).extracting(Relaxation::accounts).containsExactly(1L, 2L);
    }

    @Test
    void whatRelaxingBringsIsWhatDecidingByTheEditedRulesBrings() throws Exception {
        call("Large and used", "Signals( seats >= 50, rate >= 0.9 )");
        call("Hardly used", "Signals( seats >= 10, rate < 0.3 )");
        for (int i = 0; i < 60; i++) {
            account(7 * i % 100, 37 * i % 100 / 100.0);
        }
        InsightReport report = report();
        long withNothing = report.nothing();
        int tried = 0;
        for (Obstacle obstacle : report.obstacles()) {
            for (Relaxation relaxation : obstacle.relaxations()) {
                String edited = obstacle.condition().replaceAll("[0-9.]+$", String.valueOf(relaxation.to()));
                assertThat(withNothing - nothingBy(obstacle.condition(), edited))
                        .as("%s instead of %s", edited, obstacle.condition())
                        .isEqualTo(relaxation.accounts());
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(3);
    }

    @Test
    void aRuleOfOneConditionIsNoNearMissForEverybodyElse() throws Exception {
        call("Large", "Signals( seats >= 50 )");
        account(45, 0.5);
        assertThat(report().obstacles()).isEmpty();
    }

    @Test
    void whatIsNotToldIsCountedApart() throws Exception {
        call("Large and used", "Signals( seats >= 50, rate >= 0.9 )");
        accounts.add(snapshot("A-0", Map.of("seats", 60.0), null));
        Obstacle only = report().obstacles().get(0);
        assertThat(only.accounts()).isZero();
        assertThat(only.unknown()).isEqualTo(1);
        assertThat(only.relaxations()).isEmpty();
    }

    @Test
    void saysWhichRulesNeverSpeakAndWhichAlways() throws Exception {
        call("Never", "Signals( seats >= 5000 )");
        call("Always", "Signals( seats >= 1 )");
        call("Sometimes", "Signals( seats >= 20 )");
        for (int i = 1; i <= 30; i++) {
            account(i, 0.5);
        }
        assertThat(report().vitals())
                .extracting(Vital::rule, Vital::sign, Vital::count, Vital::of)
                .containsExactly(tuple("Never", Sign.NEVER, 0L, 30L), tuple("Always", Sign.ALWAYS, 30L, 30L));
    }

    @Test
    void fewAccountsSayNothingAboutARule() throws Exception {
        call("Never", "Signals( seats >= 5000 )");
        for (int i = 1; i <= 29; i++) {
            account(i, 0.5);
        }
        assertThat(report().vitals()).isEmpty();
    }

    @Test
    void saysWhichProposalsAreAlwaysHeld() throws Exception {
        call("Large", "Signals( seats >= 50 )");
        rules.put(
                "5-actions/hold.drl",
                "rule \"Not now\"\n" + HEAD + "  Signals( rate >= 0.5 )\nthen\n  hold( CALL, SUITABILITY );\nend\n");
        account(10, 0.1);
        for (int i = 0; i < 30; i++) {
            account(60, 0.7);
        }
        assertThat(report().vitals())
                .singleElement()
                .returns("Large", Vital::rule)
                .returns(Sign.ALWAYS_HELD, Vital::sign)
                .returns(30L, Vital::of);
    }

    @Test
    void saysWhoseActionsAreMostlyDismissed() throws Exception {
        call("Large", "Signals( seats >= 50 )");
        LocalDate lately = TODAY.minusMonths(2);
        for (int i = 0; i < 10; i++) {
            // six of ten; one of two years ago does not count
            String result = i < 6 ? "DISMISSED" : "DONE";
            accounts.add(snapshot(
                    "A-" + i,
                    Map.of("seats", 60.0),
                    List.of(
                            new AccountSnapshot.Outcome("CALL", null, result, lately),
                            new AccountSnapshot.Outcome("CALL", null, "DONE", TODAY.minusYears(2)))));
        }
        assertThat(report().vitals()).singleElement().satisfies(vital -> {
            assertThat(vital.sign()).isEqualTo(Sign.MOSTLY_DISMISSED);
            assertThat(vital.count()).isEqualTo(6);
            assertThat(vital.of()).isEqualTo(10);
            assertThat(vital.text().ja()).isEqualTo("「電話」は直近1年の結果10件のうち6件が見送りです。");
        });
    }

    @Test
    void saysWhoseReviewIsOverdue() throws Exception {
        rules.put(
                "5-actions/a.drl",
                "rule \"Old\"\n  @review(\"2026-11-19\")\n" + HEAD
                        + "  Signals( seats >= 50 )\nthen\n  propose(CALL);\nend\n"
                        + "rule \"Due today\"\n  @review(\"2026-11-20\")\n" + HEAD
                        + "  Signals( seats >= 51 )\nthen\n  propose(CALL);\nend\n");
        account(60, 0.5);
        assertThat(report().vitals())
                .singleElement()
                .returns("Old", Vital::rule)
                .returns(Sign.REVIEW_OVERDUE, Vital::sign);
    }

    private void call(String name, String condition) {
        drl.append("rule \"" + name + "\"\n" + HEAD + "  " + condition + "\nthen\n  propose(CALL);\nend\n\n");
        rules.put("5-actions/a.drl", drl.toString());
    }

    private void account(double seats, double rate) {
        accounts.add(snapshot("A-" + accounts.size(), Map.of("seats", seats, "rate", rate), null));
    }

    private static AccountSnapshot snapshot(
            String id, Map<String, Double> signals, @Nullable List<AccountSnapshot.Outcome> outcomes) {
        Map<String, List<Measurement>> readings = new LinkedHashMap<>();
        signals.forEach((name, value) -> readings.put(name, List.of(new Measurement(value, TODAY))));
        return new AccountSnapshot(
                new AccountSnapshot.Account(id, null, null, null, null, null, Map.of(), null, null),
                null,
                readings,
                null,
                null,
                null,
                outcomes,
                null,
                Map.of(),
                null,
                null);
    }

    private Ruleset load() {
        LoadResult loaded = Ruleset.load(rules.bundle());
        return Objects.requireNonNull(loaded.ruleset(), () -> loaded.findings().toString());
    }

    private InsightReport report() throws Exception {
        try (Ruleset ruleset = load()) {
            BookInsight insight = new BookInsight(ruleset, TODAY);
            for (AccountSnapshot account : accounts) {
                insight.look(account);
            }
            for (AccountSnapshot account : accounts) {
                insight.attempt(account);
            }
            return insight.report();
        }
    }

    /** Decides on the whole book by rules in which a condition was really edited. */
    private long nothingBy(String condition, String edited) throws Exception {
        String text = drl.toString();
        rules.put("5-actions/a.drl", text.replace(condition, edited));
        try (Ruleset ruleset = load()) {
            long nothing = 0;
            for (AccountSnapshot account : accounts) {
                nothing += new Decider()
                                .decide(account, TODAY, ruleset, RefereeMode.NEVER, Explain.NONE)
                                .actions()
                                .isEmpty()
                        ? 1
                        : 0;
            }
            return nothing;
        } finally {
            rules.put("5-actions/a.drl", text);
        }
    }
}
