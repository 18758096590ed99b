package io.shirube.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.model.AccountSnapshot.Contract;
import io.shirube.engine.model.AccountSnapshot.NoticeRule;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewalClockTest {

    private static final LocalDate STORY_DAY = LocalDate.of(2026, 11, 20);

    private final RenewalClock clock = new RenewalClock(30);
    private final Notices notices = new Notices();

    @ParameterizedTest(name = "{1} {2} before {0} is {3}")
    @CsvSource({
        "2027-05-31, MONTHS_BEFORE_END, 1, 2027-04-30",
        "2027-05-31, MONTHS_BEFORE_END, 3, 2027-02-28",
        "2028-05-31, MONTHS_BEFORE_END, 3, 2028-02-29",
        "2027-03-31, MONTHS_BEFORE_END, 3, 2026-12-31",
        "2027-07-31, MONTHS_BEFORE_END, 1, 2027-06-30",
        "2026-12-31, MONTHS_BEFORE_END, 3, 2026-09-30",
        "2027-03-31, DAYS_BEFORE_END, 90, 2026-12-31",
        "2027-03-31, DAYS_BEFORE_END, 0, 2027-03-31",
        "2027-01-31, END_OF_MONTH_BEFORE, 2, 2026-11-30",
        "2027-03-15, END_OF_MONTH_BEFORE, 1, 2027-02-28"
    })
    void countsNoticeBackFromTheLastValidDay(LocalDate end, String kind, int n, LocalDate deadline) {
        RenewalTerms terms = terms(end, new NoticeRule(kind, n, null, null, null), STORY_DAY);
        assertThat(terms.noticeDeadline()).isEqualTo(deadline);
        assertThat(terms.basis()).isEqualTo("COMPUTED");
    }

    @ParameterizedTest(name = "day {2} {1} months before the month of {0} is {3}")
    @CsvSource({
        "2027-01-31, 1, 20, 2026-12-20",
        "2027-01-15, 1, 20, 2026-12-20",
        "2027-03-31, 1, 31, 2027-02-28",
        "2027-03-31, 0, 24, 2027-03-24"
    })
    void countsADayOfAnEarlierMonth(LocalDate end, int months, int day, LocalDate deadline) {
        NoticeRule rule = new NoticeRule("DAY_OF_MONTH_BEFORE_END_MONTH", null, months, day, null);
        assertThat(terms(end, rule, STORY_DAY).noticeDeadline()).isEqualTo(deadline);
    }

    @Test
    void takesAFixedDayFromTheContract() {
        NoticeRule rule = new NoticeRule("FIXED", null, null, null, LocalDate.of(2027, 1, 10));
        RenewalTerms terms = terms(LocalDate.of(2027, 3, 31), rule, STORY_DAY);
        assertThat(terms.noticeDeadline()).isEqualTo("2027-01-10");
        assertThat(terms.basis()).isEqualTo("CONTRACT");
    }

    @Test
    void assumesNoticeDaysWithoutARuleAndSaysSo() {
        RenewalTerms terms = terms(LocalDate.of(2027, 3, 31), null, STORY_DAY);
        assertThat(terms.noticeDeadline()).isEqualTo("2027-03-01");
        assertThat(terms.basis()).isEqualTo("ASSUMED");
    }

    @ParameterizedTest(name = "story with end {0} and {1} months notice has {2} days left")
    @CsvSource({"2027-05-31, 1, 161", "2027-07-31, 1, 222", "2027-03-31, 3, 41"})
    void leavesTheDaysOfTheStories(LocalDate end, int months, int left) {
        RenewalTerms terms = terms(end, new NoticeRule("MONTHS_BEFORE_END", months, null, null, null), STORY_DAY);
        assertThat(terms.daysLeft(STORY_DAY)).isEqualTo(left);
    }

    @Test
    void decidesOnTheBudgetDayWhenItComesFirst() {
        Contract contract = contract(
                LocalDate.of(2026, 4, 1),
                LocalDate.of(2027, 3, 31),
                new NoticeRule("MONTHS_BEFORE_END", 3, null, null, null),
                LocalDate.of(2026, 12, 11),
                true);
        RenewalTerms terms = clock.terms(contract, STORY_DAY, notices);
        assertThat(terms.decisionDate()).isEqualTo("2026-12-11");
        assertThat(terms.daysLeft(STORY_DAY)).isEqualTo(21);
        assertThat(notices.list()).extracting("code").containsExactly("BUDGET_DATE");
    }

    @ParameterizedTest(name = "a budget day of {0} does not speak for this term")
    @CsvSource({"2027-04-10", "2027-01-15", "2025-12-11"})
    void leavesABudgetDayOfAnotherTermOrAfterTheDeadline(LocalDate budget) {
        Contract contract = contract(
                LocalDate.of(2026, 4, 1),
                LocalDate.of(2027, 3, 31),
                new NoticeRule("MONTHS_BEFORE_END", 3, null, null, null),
                budget,
                true);
        assertThat(clock.terms(contract, STORY_DAY, notices).decisionDate()).isEqualTo("2026-12-31");
        assertThat(notices.list()).isEmpty();
    }

    @Test
    void rollsAnAutoRenewingContractOnAndSaysSo() {
        Contract contract = contract(
                LocalDate.of(2024, 6, 1),
                LocalDate.of(2025, 5, 31),
                new NoticeRule("MONTHS_BEFORE_END", 1, null, null, null),
                null,
                true);
        RenewalTerms terms = clock.terms(contract, STORY_DAY, notices);
        assertThat(terms.start()).isEqualTo("2026-06-01");
        assertThat(terms.end()).isEqualTo("2027-05-31");
        assertThat(terms.noticeDeadline()).isEqualTo("2027-04-30");
        assertThat(terms.rolled()).isEqualTo(2);
        assertThat(notices.list()).extracting("code").containsExactly("ROLLED_ON");
    }

    @Test
    void staysOnTheLastDayOfTheTermAndRollsTheDayAfter() {
        Contract contract = contract(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 11, 30), null, null, true);
        assertThat(clock.terms(contract, LocalDate.of(2026, 11, 30), notices).rolled())
                .isZero();
        assertThat(clock.terms(contract, LocalDate.of(2026, 12, 1), notices).end())
                .isEqualTo("2027-11-30");
    }

    @Test
    void doesNotRollAContractThatEnds() {
        Contract contract = contract(LocalDate.of(2024, 6, 1), LocalDate.of(2025, 5, 31), null, null, false);
        assertThat(clock.terms(contract, STORY_DAY, notices).end()).isEqualTo("2025-05-31");
        assertThat(notices.list()).isEmpty();
    }

    @Test
    void knowsNoDeadlineWithoutAnEnd() {
        RenewalTerms terms = clock.terms(contract(null, null, null, null, null), STORY_DAY, notices);
        assertThat(terms.decisionDate()).isNull();
        assertThat(terms.basis()).isNull();
        assertThat(clock.terms(null, STORY_DAY, notices)).isEqualTo(RenewalTerms.NONE);
    }

    @Test
    void countsTheLastDayAsPartOfTheTerm() {
        RenewalTerms terms = clock.terms(
                contract(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), null, null, null),
                LocalDate.of(2026, 1, 1).plusDays(146),
                notices);
        assertThat(Objects.requireNonNull(terms.elapsedShare(LocalDate.of(2026, 5, 27))))
                .isEqualTo(0.4);
    }

    private RenewalTerms terms(LocalDate end, @Nullable NoticeRule rule, LocalDate asOf) {
        return clock.terms(contract(null, end, rule, null, true), asOf, notices);
    }

    private static Contract contract(
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable NoticeRule rule,
            @Nullable LocalDate budget,
            @Nullable Boolean auto) {
        return new Contract(start, end, rule, null, budget, auto, null, null, null, null, null, null);
    }
}
