package io.shirube.engine.portfolio.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.Measurement;
import io.shirube.engine.portfolio.report.BookReport.Direction;
import io.shirube.engine.portfolio.report.BookReport.Figure;
import io.shirube.engine.portfolio.report.BookReport.Judgement;
import io.shirube.engine.portfolio.report.BookReport.State;
import io.shirube.engine.testing.ShippedRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/**
 * Forty accounts as of Friday 2026-11-20, so that the month is October 2026 and the 12 months go from 2025-11-01. Each pays
 * ¥1,200,000 a year, that is ¥100,000 a month, unless a test says otherwise.
 */
class BookIndicatorsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate LONG_AGO = LocalDate.of(2023, 4, 1);
    private static final long ARR = 1_200_000;

    private final List<ContractOutcome> outcomes = new ArrayList<>();
    private final List<AccountSnapshot> accounts = new ArrayList<>();

    @Test
    void theTwoMonthlyRatesDivideByDifferentSums() throws Exception {
        forty();
        // of 40 contracts 32 decide in October, and 2 of them leave
        for (int i = 0; i < 32; i++) {
            decided(i, "2026-10-15", ARR, i < 2 ? 0 : ARR);
        }
        BookReport report = report();
        // 2 × 1.2 ÷ 40 × 1.2
        told(report, Indicator.MONTHLY_CHURN, 0.05, 40);
        // 2 × 1.2 ÷ 32 × 1.2
        told(report, Indicator.MONTHLY_RENEWAL_CHURN, 0.0625, 32);
        // 0.95 ^ 12, worked in GoldenNumbersTest
        told(report, Indicator.SURVIVAL, 0.5403600876626365, 40);
        told(report, Indicator.LOGO_CHURN, 0.05, 40);
    }

    @Test
    void retentionIsThatOfWhoWasThereAtTheStart() throws Exception {
        forty();
        decided(0, "2026-01-15", ARR, 0);
        decided(1, "2026-02-15", ARR, ARR / 2);
        decided(2, "2026-03-15", ARR, ARR * 3);
        // a decision before the year began is none of it, one after it not yet
        decided(3, "2025-10-31", ARR * 2, ARR);
        decided(4, "2026-11-05", ARR, 0);
        // who came in March was not there at the start, and does not count
        accounts.set(39, account(39, LocalDate.of(2026, 3, 1), Map.of()));
        BookReport report = report();
        // 39 at the start: 46.8 − 1.2 − 0.6 = 45.0; ÷ 46.8
        told(report, Indicator.GRR, 45.0 / 46.8, 39);
        // + 2.4 = 47.4
        told(report, Indicator.NRR, 47.4 / 46.8, 39);
        told(report, Indicator.EXPANDED_ACCOUNTS, 1.0 / 39, 39);
        told(report, Indicator.EXPANDED_MRR, 2.4 / 46.8, 39);
        told(report, Indicator.LOGO_CHURN, 1.0 / 39, 39);
    }

    @Test
    void whoLeftTheBookCountsInAllAndHidesTheTouches() throws Exception {
        forty();
        outcomes.add(new ContractOutcome("GONE", LocalDate.of(2026, 5, 1), ARR * 10, 0));
        BookReport report = report();
        // 48 of the forty and 12 of the one that left: 12 ÷ 60
        told(report, Indicator.GRR, 0.8, 41);
        assertThat(report.segments().get(2).touch()).isEqualTo("LOW");
        assertThat(report.segments().get(2).accounts()).isEqualTo(40);
        assertThat(figure(report, 2, Indicator.GRR).state()).isEqualTo(State.NOT_TOLD);
        assertThat(report.notices()).anyMatch(notice -> notice.ja().contains("離れた 1 社"));
    }

    @Test
    void aBookOfThePastIsFollowedAhead() throws Exception {
        forty();
        decided(0, "2027-05-01", ARR, 0);
        // who is in no book of the start came later
        outcomes.add(new ContractOutcome("LATER", LocalDate.of(2027, 9, 1), ARR, 0));
        BookReport report = report(new Settings(TODAY, TODAY.plusYears(1), true, null, null, Map.of()));
        told(report, Indicator.GRR, 0.975, 40);
        assertThat(figure(report, 2, Indicator.GRR).value()).isCloseTo(0.975, within(1e-12));
    }

    @Test
    void withoutOutcomesOnlyLapsedContractsSayWhoLeft() throws Exception {
        forty();
        AccountSnapshot lapsed = account(40, LONG_AGO, Map.of());
        accounts.add(lapsed(lapsed, LocalDate.of(2026, 10, 10)));
        BookReport report = report(new Settings(TODAY, LocalDate.of(2026, 10, 31), false, null, null, Map.of()));
        told(report, Indicator.MONTHLY_CHURN, 1.0 / 41, 41);
        told(report, Indicator.LOGO_CHURN, 1.0 / 41, 41);
        for (Indicator untold : List.of(Indicator.MONTHLY_RENEWAL_CHURN, Indicator.GRR, Indicator.NRR)) {
            assertThat(figure(report, 0, untold).state()).as("%s", untold).isEqualTo(State.NOT_TOLD);
        }
    }

    @Test
    void nobodyIsSaidToStayWhenNobodySaysWhoLeft() throws Exception {
        forty();
        BookReport report = report(new Settings(TODAY, LocalDate.of(2026, 10, 31), false, null, 0.01, Map.of()));
        assertThat(figure(report, 0, Indicator.MONTHLY_CHURN).state()).isEqualTo(State.NOT_TOLD);
        assertThat(figure(report, 0, Indicator.SURVIVAL).state()).isEqualTo(State.NOT_TOLD);
        assertThat(Objects.requireNonNull(report.segments().get(0).benchmark()).judgement())
                .isEqualTo(Judgement.UNKNOWN);
    }

    @Test
    void fewAccountsAreNotEnoughAndSayHowMany() throws Exception {
        for (int i = 0; i < 29; i++) {
            accounts.add(account(i, LONG_AGO, Map.of("licensedSeats", 10.0, "activeUsers30d", 5.0)));
        }
        Figure active = figure(report(), 0, Indicator.ACTIVE_RATE);
        assertThat(active.state()).isEqualTo(State.NOT_ENOUGH);
        assertThat(active.value()).isNull();
        assertThat(active.interval()).isNull();
        assertThat(active.n()).isEqualTo(29);
    }

    @Test
    void useIsSummedOverPeopleNotAveragedOverAccounts() throws Exception {
        for (int i = 0; i < 40; i++) {
            // 20 large accounts with 30 of 100, 20 small ones with 9 of 10
            boolean large = i % 2 == 0;
            accounts.add(account(
                    i,
                    LONG_AGO,
                    Map.of(
                            "licensedSeats", large ? 100.0 : 10.0,
                            "activeUsers30d", large ? 30.0 : 9.0,
                            "coreFeatureAdoption", large ? 0.5 : 1.0,
                            "npsN", large ? 9.0 : 1.0,
                            "nps", large ? -20.0 : 100.0)));
        }
        BookReport report = report();
        // (20 × 30 + 20 × 9) ÷ (20 × 100 + 20 × 10) = 780 ÷ 2200
        told(report, Indicator.ACTIVE_RATE, 780.0 / 2200, 40);
        // (20 × 15 + 20 × 9) ÷ 780
        told(report, Indicator.FEATURE_USE, 480.0 / 780, 40);
        // (20 × 9 × −20 + 20 × 100) ÷ (20 × 9 + 20) = −1600 ÷ 200
        told(report, Indicator.NPS, -8, 40);
        // 40 × 100,000 a month ÷ 2200 seats; 2200 ÷ 40 accounts
        told(report, Indicator.PRICE, 4_000_000.0 / 2200, 40);
        told(report, Indicator.VOLUME, 55, 40);
    }

    @Test
    void ltvIsTheProductOfItsFourLevers() throws Exception {
        for (int i = 0; i < 40; i++) {
            accounts.add(account(i, LONG_AGO, Map.of("licensedSeats", 10.0)));
        }
        decided(0, "2026-01-15", ARR, 0);
        decided(1, "2026-01-15", ARR, 0);
        BookReport report = report(new Settings(TODAY, LocalDate.of(2026, 10, 31), true, 0.7, null, Map.of()));
        // 5 % in 12 months: 1 − 0.95^(1/12) = 0.004265318778 a month, so 234.45 months
        told(report, Indicator.LIFETIME, 1 / 0.004265318777560645, 40);
        // 100,000 of the 38 that pay today × 0.7 × 234.45 = 16.4 million; seats of who left still stand at 10
        Figure ltv = figure(report, 0, Indicator.LTV);
        assertThat(ltv.value()).isCloseTo(100_000 * 0.7 / 0.004265318777560645, within(1.0));
    }

    @Test
    void anEarlierLinkThatRisesAloneIsFlagged() throws Exception {
        LocalDate before = TODAY.minusMonths(6);
        for (int i = 0; i < 40; i++) {
            Map<String, Double> now =
                    Map.of("licensedSeats", 100.0, "activeUsers30d", 60.0 + i % 5, "npsAvg", 6.0 + i % 2);
            accounts.add(withBefore(
                    account(i, LONG_AGO, now),
                    Map.of("licensedSeats", 100.0, "activeUsers30d", 40.0 + i % 3, "npsAvg", 7.0 - i % 2),
                    before));
        }
        BookReport.Segment all = report().segments().get(0);
        assertThat(all.link(ChainLink.ACTIVE_USE).direction()).isEqualTo(Direction.RISES);
        assertThat(all.link(ChainLink.VOICE).direction()).isEqualTo(Direction.LEVEL);
        assertThat(all.neighbours().stream().filter(BookReport.Neighbours::broken))
                .singleElement()
                .satisfies(pair -> {
                    assertThat(pair.earlier()).isEqualTo(ChainLink.ACTIVE_USE);
                    assertThat(pair.later()).isEqualTo(ChainLink.VOICE);
                    assertThat(pair.text().ja()).isEqualTo("「利用」は上がっていますが、「NPS(平均点)」は上がっていません。");
                });
    }

    @Test
    void neighboursGoTogetherAsFarAsTheirAccountsDo() throws Exception {
        for (int i = 0; i < 40; i++) {
            // who uses more is kinder, and who is kind stays
            accounts.add(account(
                    i, LONG_AGO, Map.of("licensedSeats", 100.0, "activeUsers30d", 20.0 + i, "npsAvg", 2.0 + i / 10.0)));
            decided(i, "2026-10-01", ARR, i < 20 ? 0 : ARR);
        }
        List<BookReport.Neighbours> pairs = report().segments().get(0).neighbours();
        BookReport.Neighbours useAndVoice = pairs.get(2);
        assertThat(useAndVoice.r()).isCloseTo(1, within(1e-9));
        assertThat(useAndVoice.n()).isEqualTo(40);
        // nobody told anything before the decisions of 1 October, so nothing can have led to them
        BookReport.Neighbours voiceAndRenewal = pairs.get(4);
        assertThat(voiceAndRenewal.state()).isEqualTo(State.NOT_TOLD);
    }

    @Test
    void onePercentIsNoGoalWhereHalfLeave() throws Exception {
        forty();
        for (int i = 0; i < 20; i++) {
            decided(i, "2026-04-15", ARR, 0);
        }
        Settings settings = new Settings(TODAY, LocalDate.of(2026, 10, 31), true, null, 0.01, Map.of());
        BookReport.Benchmark own =
                Objects.requireNonNull(report(settings).segments().get(0).benchmark());
        assertThat(own.judgement()).isEqualTo(Judgement.UNREALISTIC);
        assertThat(own.benchmark()).isEqualTo(0.5);
        assertThat(own.text().ja()).isEqualTo("このセグメントでは12か月に50.0%が解約しています(n=40)。解約率1.0%の目標は現実的ではありません。段階的な目標にしてください。");
    }

    @Test
    void aMarketIsABenchmarkForItsTouch() throws Exception {
        forty();
        Settings settings =
                new Settings(TODAY, LocalDate.of(2026, 10, 31), true, null, 0.2, Map.of("LOW", 0.5, "ALL", 0.3));
        List<BookReport.Segment> segments = report(settings).segments();
        assertThat(Objects.requireNonNull(segments.get(0).benchmark()).judgement())
                .isEqualTo(Judgement.AMBITIOUS);
        assertThat(Objects.requireNonNull(segments.get(2).benchmark()).judgement())
                .isEqualTo(Judgement.UNREALISTIC);
        assertThat(Objects.requireNonNull(segments.get(2).benchmark()).ofMarket())
                .isTrue();
    }

    private void forty() {
        for (int i = 0; i < 40; i++) {
            accounts.add(account(i, LONG_AGO, Map.of()));
        }
    }

    private void decided(int account, String on, long before, long after) {
        outcomes.add(new ContractOutcome("A-" + account, LocalDate.parse(on), before, after));
    }

    /** An account of 300 people, so low touch, whose contract runs until next March. */
    private static AccountSnapshot account(int number, LocalDate since, Map<String, Double> signals) {
        Map<String, List<Measurement>> readings = new LinkedHashMap<>();
        signals.forEach((name, value) -> readings.put(name, List.of(new Measurement(value, TODAY))));
        return new AccountSnapshot(
                new AccountSnapshot.Account(
                        "A-" + number, null, 300.0, null, null, null, Map.of(), null, since.plusMonths(2)),
                new AccountSnapshot.Contract(
                        since,
                        LocalDate.of(2027, 3, 31),
                        null,
                        null,
                        null,
                        null,
                        12,
                        (double) ARR,
                        null,
                        "JPY",
                        null,
                        null),
                readings,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                null,
                null);
    }

    private static AccountSnapshot withBefore(AccountSnapshot account, Map<String, Double> before, LocalDate day) {
        Map<String, List<Measurement>> readings = new LinkedHashMap<>();
        account.signals()
                .forEach((name, now) -> readings.put(
                        name, List.of(new Measurement(Objects.requireNonNull(before.get(name)), day), now.get(0))));
        return new AccountSnapshot(
                account.account(), account.contract(), readings, null, null, null, null, null, Map.of(), null, null);
    }

    private static AccountSnapshot lapsed(AccountSnapshot account, LocalDate end) {
        return new AccountSnapshot(
                account.account(),
                new AccountSnapshot.Contract(
                        LONG_AGO, end, null, null, null, false, 12, (double) ARR, null, "JPY", null, null),
                account.signals(),
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                null,
                null);
    }

    private BookReport report() throws InputException {
        return report(new Settings(TODAY, Settings.lastWholeMonth(TODAY), true, null, null, Map.of()));
    }

    private BookReport report(Settings settings) throws InputException {
        BookIndicators indicators = new BookIndicators(settings, outcomes);
        for (AccountSnapshot account : accounts) {
            Decision decision =
                    new Decider().decide(account, settings.asOf(), ShippedRules.ruleset(), RefereeMode.NEVER);
            indicators.add(account, decision, OptionalDouble.of(90));
        }
        return indicators.report();
    }

    private static Figure figure(BookReport report, int segment, Indicator indicator) {
        return report.segments().get(segment).figure(indicator);
    }

    private static void told(BookReport report, Indicator indicator, double value, long n) {
        Figure figure = figure(report, 0, indicator);
        assertThat(figure.indicator()).isEqualTo(indicator);
        assertThat(figure.state()).as("%s", indicator).isEqualTo(State.TOLD);
        assertThat(figure.value()).as("%s", indicator).isCloseTo(value, within(1e-9 * Math.max(1, value)));
        assertThat(figure.n()).as("%s", indicator).isEqualTo(n);
    }
}
