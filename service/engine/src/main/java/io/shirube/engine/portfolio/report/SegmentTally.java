package io.shirube.engine.portfolio.report;

import io.shirube.engine.indicators.Adoption;
import io.shirube.engine.indicators.RatioOfSums;
import io.shirube.engine.portfolio.report.BookReport.Benchmark;
import io.shirube.engine.portfolio.report.BookReport.Figure;
import io.shirube.engine.portfolio.report.BookReport.Link;
import io.shirube.engine.portfolio.report.BookReport.Segment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Gathers one segment. */
final class SegmentTally {

    private final String touch;
    final MoneyTally money = new MoneyTally();
    final ChainTally chain = new ChainTally();
    private final RatioOfSums active = new RatioOfSums();
    private final RatioOfSums feature = new RatioOfSums();
    private final RatioOfSums nps = new RatioOfSums();
    private long accounts;
    private long finished;
    private long pastDeadline;
    private long finishedInPeriod;
    private long inPeriod;

    SegmentTally(String touch) {
        this.touch = touch;
    }

    /** What is known, and so which figures can be told. */
    enum Known {
        /** Who left, and who pays more or less. */
        OUTCOMES,
        /** Who left. */
        LOSSES,
        /** Neither. */
        NOTHING
    }

    /**
     * Takes one account.
     *
     * @param lapsed whether it is no customer any more
     * @param start day on which it began, or null
     * @param programmeDays length of its programme, or nothing when no rule tells
     */
    void add(
            AccountReadings readings,
            Course course,
            Settings settings,
            boolean lapsed,
            @Nullable LocalDate start,
            OptionalDouble programmeDays) {
        accounts++;
        money.add(course, settings);
        chain.add(readings, course, settings);
        if (!lapsed) {
            addUse(readings, course, settings.asOf());
            if (start != null && programmeDays.isPresent()) {
                addOnboarding(readings, settings.asOf(), start.plusDays(Math.round(programmeDays.getAsDouble())));
            }
        }
    }

    private void addUse(AccountReadings readings, Course course, LocalDate asOf) {
        OptionalDouble seats = readings.seats(asOf);
        OptionalDouble users = readings.activeUsers(asOf);
        OptionalDouble share = readings.featureUse(asOf);
        if (seats.isPresent() && users.isPresent()) {
            active.add(users.getAsDouble(), seats.getAsDouble());
        }
        if (share.isPresent() && users.isPresent()) {
            feature.add(Math.min(1, share.getAsDouble()) * users.getAsDouble(), users.getAsDouble());
        }
        AccountReadings.Weighed voice = readings.nps(asOf);
        nps.add(voice.sum(), voice.n());
        long arr = course.arr(asOf);
        if (seats.isPresent() && arr > 0) {
            money.addSeats(arr, seats.getAsDouble());
        }
    }

    private void addOnboarding(AccountReadings readings, LocalDate asOf, LocalDate deadline) {
        OptionalDouble done = readings.milestones(asOf);
        if (done.isEmpty()) {
            return;
        }
        boolean all = done.getAsDouble() >= 1;
        if (deadline.isBefore(asOf)) {
            pastDeadline++;
            finished += all ? 1 : 0;
        } else {
            inPeriod++;
            finishedInPeriod += all ? 1 : 0;
        }
    }

    Segment segment(Settings settings, Known known) {
        boolean losses = known != Known.NOTHING;
        boolean outcomes = known == Known.OUTCOMES;
        List<Figure> figures = new ArrayList<>();
        money.losses().forEach(figure -> figures.add(losses ? figure : Figures.notTold(figure.indicator())));
        if (losses && !outcomes) {
            // because without outcomes nobody knows which of the others were due
            figures.set(1, Figures.notTold(Indicator.MONTHLY_RENEWAL_CHURN));
        }
        money.retention().forEach(figure -> figures.add(outcomes ? figure : Figures.notTold(figure.indicator())));
        figures.add(Figures.of(Indicator.ONBOARDING_COMPLETION, Adoption.completion(finished, pastDeadline)));
        figures.add(Figures.of(
                Indicator.ONBOARDING_IN_PERIOD, Adoption.completionWithinPeriod(finishedInPeriod, inPeriod)));
        figures.add(Figures.of(Indicator.ACTIVE_RATE, active, 0, Double.MAX_VALUE));
        figures.add(Figures.of(Indicator.FEATURE_USE, feature, 0, 1));
        figures.add(Figures.of(Indicator.NPS, nps, -100, 100));
        figures.addAll(money.lifetime(losses, settings.margin()));
        List<Link> links = chain.links(outcomes);
        return new Segment(
                touch, accounts, figures, links, chain.neighbours(links, outcomes), benchmark(settings, losses));
    }

    private @Nullable Benchmark benchmark(Settings settings, boolean losses) {
        Double goal = settings.goal();
        if (goal == null) {
            return null;
        }
        Double market = settings.market().get(touch);
        return ChurnGoal.judge(
                goal, market == null ? settings.market().get(BookReport.ALL) : market, money.lostCustomers(), losses);
    }
}
