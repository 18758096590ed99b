package io.shirube.engine.cases.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.shirube.engine.cases.CaseReport;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final String USED = "  Signals( use >= 0.7, seats > 10 )";

    @Test
    void aConditionIsCoveredOnceItWasSeenTrueAndSeenFalse() {
        CaseReport report = Watched.rule(USED, "{signals: {use: 0.7, seats: 11}}", "{signals: {use: 0.2, seats: 11}}");

        assertConditions(report).containsExactly(tuple("use >= 0.7", true, true), tuple("seats > 10", true, false));
    }

    @Test
    void anUnknownConditionIsNeitherTrueNorFalse() {
        CaseReport report = Watched.rule(USED, "{signals: {seats: 10}}");

        assertConditions(report).containsExactly(tuple("use >= 0.7", false, false), tuple("seats > 10", false, true));
    }

    @Test
    void aConditionDecidesAloneOnlyWhenEverythingElseHolds() {
        CaseReport both = Watched.rule(USED, "{signals: {use: 0.7, seats: 11}}", "{signals: {use: 0.2, seats: 5}}");
        CaseReport alone = Watched.rule(
                USED,
                "{signals: {use: 0.7, seats: 11}}",
                "{signals: {use: 0.2, seats: 11}}",
                "{signals: {use: 0.7, seats: 5}}");

        assertThat(both.coverage().conditions())
                .allMatch(Coverage.Condition::isCovered)
                .noneMatch(Coverage.Condition::isDecisive);
        assertThat(alone.coverage().conditions()).allMatch(Coverage.Condition::isDecisive);
    }

    @Test
    void conditionsOnItemsAreSeenOnAnyItemAndTheExistsAsAWhole() {
        CaseReport report = Watched.rule(
                "  exists Ticket( severity == 1, open == true )",
                "{tickets: [{id: A, severity: 1, openedAt: 2026-11-19}, {id: B, severity: 3, openedAt: 2026-11-19}]}");

        assertConditions(report)
                .containsExactly(
                        tuple("exists Ticket( severity == 1, open == true )", true, false),
                        tuple("severity == 1", true, true),
                        tuple("open == true", true, false));
    }

    @Test
    void aCollectionNobodyToldShowsNothing() {
        CaseReport report = Watched.rule("  not Ticket( severity == 1 )", "{signals: {use: 1}}");

        assertThat(report.coverage().conditions())
                .hasSize(2)
                .noneMatch(condition -> condition.seenTrue() || condition.seenFalse());
    }

    @Test
    void aNotIsTrueWithoutSuchAnItemAndDecides() {
        CaseReport report =
                Watched.rule("  not Ticket( severity == 1 )", "{tickets: []}", "{tickets: [{id: A, severity: 1}]}");

        assertThat(report.coverage().conditions().get(0)).satisfies(not -> {
            assertThat(not.text()).isEqualTo("not Ticket( severity == 1 )");
            assertThat(not.isCovered()).isTrue();
            assertThat(not.isDecisive()).isTrue();
        });
    }

    @Test
    void aThresholdNeedsACaseOnItAndOneAStepBeside() {
        CaseReport on = Watched.rule(USED, "{signals: {use: 0.7, seats: 11}}");
        CaseReport far = Watched.rule(USED, "{signals: {use: 0.7, seats: 11}}", "{signals: {use: 0.698, seats: 11}}");
        CaseReport beside = Watched.rule(
                USED,
                "{signals: {use: 0.7, seats: 11}}",
                "{signals: {use: 0.699, seats: 11}}",
                "{signals: {use: 0.7, seats: 10}}");

        assertThresholds(on).containsExactly(tuple("use", 0.7, true, false), tuple("seats", 10.0, false, true));
        assertThresholds(far).containsExactly(tuple("use", 0.7, true, false), tuple("seats", 10.0, false, true));
        assertThresholds(beside).containsExactly(tuple("use", 0.7, true, true), tuple("seats", 10.0, true, true));
    }

    @Test
    void aCaseOnAThresholdCountsOnlyWhenEverythingElseHolds() {
        CaseReport report = Watched.rule(USED, "{signals: {use: 0.7, seats: 5}}", "{signals: {use: 0.699, seats: 5}}");

        assertThresholds(report).containsExactly(tuple("use", 0.7, false, false), tuple("seats", 10.0, false, false));
    }

    @Test
    void theThresholdOfAConditionUnderANotIsTriedByAnItem() {
        CaseReport report = Watched.rule(
                "  not Ticket( severity == 1, openedDaysAgo <= 5 )",
                "{tickets: [{id: A, severity: 1, openedAt: 2026-11-15}]}",
                "{tickets: [{id: A, severity: 2, openedAt: 2026-11-14}]}");

        assertThresholds(report).containsExactly(tuple("ticket.openedDaysAgo", 5.0, true, false));
    }

    @Test
    void aSumWithANumberIsSolvedForItsField() {
        CaseReport report =
                Watched.rule("  Signals( seats * 2 + 4 <= 24 )", "{signals: {seats: 10}}", "{signals: {seats: 11}}");

        assertThresholds(report).containsExactly(tuple("seats", 10.0, true, true));
    }

    @Test
    void aCountHasAThresholdToo() {
        CaseReport report = Watched.rule(
                "  accumulate( Ticket( severity == 2 ); $n : count(); $n >= 2 )",
                "{tickets: [{id: A, severity: 2}, {id: B, severity: 2}]}",
                "{tickets: [{id: A, severity: 2}, {id: B, severity: 3}]}");

        assertThresholds(report).extracting(one -> one.toList().get(1)).containsExactly(2.0);
        assertThat(report.coverage().thresholds()).allMatch(Coverage.Threshold::isCovered);
    }

    @Test
    void nothingBesideIsAskedForWhereTheFieldCannotBe() {
        CaseReport report = Watched.rule("  Signals( askedDaysAgo >= 0 )", "{signals: {askedAt: 2026-11-20}}");

        assertThat(report.coverage().thresholds()).singleElement().satisfies(threshold -> {
            assertThat(threshold.neighbours()).isEmpty();
            assertThat(threshold.isCovered()).isTrue();
        });
    }

    @Test
    void rowsThatMeetAtANumberShareItsThreshold() {
        String table = """
                table,adoption
                hit,single
                use,seats,adoption
                0.8以上,,100
                0.5以上0.8未満,5以上,60
                0.5以上0.8未満,5未満,50
                """;
        CaseReport report = Watched.folder(
                "3-health/adoption.table.csv",
                table,
                "{signals: {use: 0.8, seats: 4}}",
                "{signals: {use: 0.799, seats: 5}}",
                "{signals: {use: 0.2, seats: 4}}");

        assertThresholds(report)
                .containsExactly(
                        tuple("use", 0.8, true, true),
                        tuple("use", 0.5, false, false),
                        tuple("seats", 5.0, true, false));
        assertThat(report.coverage().neverFired())
                .extracting(part -> part.at().toString())
                .containsExactly("3-health/adoption.table.csv!A6");
        assertConditions(report)
                .containsExactly(
                        tuple("Use 0.8以上", true, true),
                        tuple("Use 0.5以上0.8未満", true, true),
                        tuple("Seats 5以上", true, true),
                        tuple("Use 0.5以上0.8未満", true, true),
                        tuple("Seats 5未満", true, true));
    }

    @Test
    void saysWhereWhatAndWhichCaseToAddInBothLanguages() {
        CaseReport report = Watched.rule(USED, "{signals: {use: 0.7, seats: 11}}");

        assertThat(report.lines("en"))
                .containsExactly(
                        "5-actions/test.drl:3:12: never false in any case: use >= 0.7 (Tested); add a case in which it does not hold",
                        "5-actions/test.drl:3:24: never false in any case: seats > 10 (Tested); add a case in which it does not hold",
                        "5-actions/test.drl:3:12: no case beside the threshold use 0.7 (Tested); add use = 0.699 with everything else holding",
                        "5-actions/test.drl:3:24: no case on the threshold seats 10 (Tested); add seats = 10 with everything else holding",
                        "coverage: 1 of 1 rules and table rows fired",
                        "coverage: 0 of 2 conditions seen true and seen false, 0 of them decided alone both ways",
                        "coverage: 0 of 2 thresholds have a case on them and one just beside",
                        "1 passed, 0 failed, 0 skipped, 0 errors");
        assertThat(report.lines("ja"))
                .containsExactly(
                        "5-actions/test.drl:3:12: どのケースでも偽になっていません: use >= 0.7(「Tested」)。成り立たないケースを足してください。",
                        "5-actions/test.drl:3:24: どのケースでも偽になっていません: seats > 10(「Tested」)。成り立たないケースを足してください。",
                        "5-actions/test.drl:3:12: しきい値 use 0.7 の反対側のケースがありません(「Tested」)。ほかの条件がすべて成り立つ use = 0.699 のケースを足してください。",
                        "5-actions/test.drl:3:24: しきい値 seats 10 のちょうどのケースがありません(「Tested」)。ほかの条件がすべて成り立つ seats = 10 のケースを足してください。",
                        "網羅: ルールと表の行 1 件のうち 1 件が成立",
                        "網羅: 条件 2 件のうち 0 件が真にも偽にもなり、0 件は真でも偽でも単独で結果を決めた",
                        "網羅: しきい値 2 件のうち 0 件に、ちょうどの値と反対側のすぐ隣の値のケースがある",
                        "1 passed, 0 failed, 0 skipped, 0 errors");
    }

    private static AbstractListAssert<?, ?, Tuple, ObjectAssert<Tuple>> assertConditions(CaseReport report) {
        return assertThat(report.coverage().conditions())
                .extracting(Coverage.Condition::text, Coverage.Condition::seenTrue, Coverage.Condition::seenFalse);
    }

    private static AbstractListAssert<?, ?, Tuple, ObjectAssert<Tuple>> assertThresholds(CaseReport report) {
        return assertThat(report.coverage().thresholds())
                .extracting(
                        Coverage.Threshold::field,
                        Coverage.Threshold::value,
                        Coverage.Threshold::on,
                        Coverage.Threshold::beside);
    }
}
