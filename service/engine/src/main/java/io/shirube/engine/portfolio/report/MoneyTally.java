package io.shirube.engine.portfolio.report;

import io.shirube.engine.indicators.Churn;
import io.shirube.engine.indicators.Interval;
import io.shirube.engine.indicators.Ltv;
import io.shirube.engine.indicators.RatioOfSums;
import io.shirube.engine.indicators.Retention;
import io.shirube.engine.indicators.Share;
import io.shirube.engine.indicators.WeightedShare;
import io.shirube.engine.portfolio.report.BookReport.Figure;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a segment pays, loses and gains. Sums are of money a year: divided by each other they are what MRR divided by MRR is.
 */
final class MoneyTally {

    private static final int MONTHS = 12;

    private final WeightedShare lostInMonth = new WeightedShare();
    private final WeightedShare lostOfDue = new WeightedShare();
    private final WeightedShare kept = new WeightedShare();
    private final WeightedShare lostInYear = new WeightedShare();
    private final RatioOfSums net = new RatioOfSums();
    private final RatioOfSums expanded = new RatioOfSums();
    private final RatioOfSums price = new RatioOfSums();
    private BigDecimal start = BigDecimal.ZERO;
    private BigDecimal churned = BigDecimal.ZERO;
    private BigDecimal contracted = BigDecimal.ZERO;
    private BigDecimal grown = BigDecimal.ZERO;
    private long customers;
    private long left;
    private long grew;

    /** Takes what one customer paid. */
    void add(Course course, Settings settings) {
        ContractOutcome inMonth = course.decided(settings.monthBegin(), settings.until());
        long before = course.arr(settings.monthBegin());
        boolean lost = inMonth != null && inMonth.isLost();
        lostInMonth.add(lost ? (double) before : 0, (double) before);
        if (inMonth != null) {
            lostOfDue.add(lost ? (double) inMonth.arrBefore() : 0, (double) inMonth.arrBefore());
        }
        addYear(course.arr(settings.yearBegin()), course.arr(settings.until()));
    }

    private void addYear(long from, long to) {
        if (from == 0) {
            return;
        }
        customers++;
        left += to == 0 ? 1 : 0;
        grew += to > from ? 1 : 0;
        start = start.add(BigDecimal.valueOf(from));
        BigDecimal change = BigDecimal.valueOf(to - from);
        if (to == 0) {
            churned = churned.subtract(change);
        } else if (to < from) {
            contracted = contracted.subtract(change);
        } else {
            grown = grown.add(change);
        }
        kept.add((double) Math.min(from, to), (double) from);
        lostInYear.add(to == 0 ? (double) from : 0, (double) from);
        net.add((double) to, (double) from);
        expanded.add((double) Math.max(0, to - from), (double) from);
    }

    /** Takes what a customer of today pays for its seats. */
    void addSeats(long arr, double seats) {
        price.add((double) arr, seats);
    }

    long customers() {
        return customers;
    }

    Share lostCustomers() {
        return Churn.logo(left, customers);
    }

    /** Returns the figures that need to know who left. */
    List<Figure> losses() {
        Figure churn = Figures.of(Indicator.MONTHLY_CHURN, lostInMonth);
        return List.of(
                churn,
                Figures.of(Indicator.MONTHLY_RENEWAL_CHURN, lostOfDue),
                survival(churn),
                Figures.of(Indicator.LOGO_CHURN, lostCustomers()));
    }

    /** Returns the figures that need to know also who pays more or less. */
    List<Figure> retention() {
        Retention year = new Retention(start, churned, contracted, grown);
        return List.of(
                Figures.of(
                        Indicator.GRR,
                        year.gross(),
                        kept.interval().orElse(null),
                        customers,
                        kept.part(),
                        kept.whole()),
                Figures.of(
                        Indicator.NRR,
                        year.net(),
                        net.interval(0, Double.MAX_VALUE).orElse(null),
                        customers,
                        net.above(),
                        net.below()),
                Figures.of(Indicator.EXPANDED_ACCOUNTS, Retention.expandedAccounts(grew, customers)),
                Figures.of(
                        Indicator.EXPANDED_MRR,
                        year.expansion(),
                        expanded.interval(0, Double.MAX_VALUE).orElse(null),
                        customers,
                        expanded.above(),
                        expanded.below()));
    }

    private static Figure survival(Figure churn) {
        Double value = churn.value();
        Interval interval = churn.interval();
        return new Figure(
                Indicator.SURVIVAL,
                churn.state(),
                value == null ? null : Double.valueOf(Churn.survival(value, MONTHS)),
                interval == null
                        ? null
                        : new Interval(Churn.survival(interval.high(), MONTHS), Churn.survival(interval.low(), MONTHS)),
                churn.n(),
                null,
                null);
    }

    /** Returns price, volume, lifetime and what they come to. */
    List<Figure> lifetime(boolean lossesKnown, @Nullable Double margin) {
        double volume = price.n() == 0 ? 0 : price.below() / price.n();
        OptionalDouble perSeat =
                price.n() == 0 ? OptionalDouble.empty() : OptionalDouble.of(price.above() / MONTHS / price.below());
        Figure seats = Figures.of(
                Indicator.VOLUME,
                price.n() == 0 ? OptionalDouble.empty() : OptionalDouble.of(volume),
                null,
                price.n(),
                price.below(),
                (double) price.n());
        Figure paid = Figures.of(Indicator.PRICE, perSeat, null, price.n(), price.above() / MONTHS, price.below());
        OptionalDouble loss = lossesKnown ? lostInYear.ratio() : OptionalDouble.empty();
        double churn = loss.isPresent() ? Churn.monthlyOf(loss.getAsDouble(), MONTHS) : 0;
        Ltv ltv = new Ltv(perSeat.orElse(0), volume, margin == null ? 0 : margin, churn);
        return List.of(
                paid,
                seats,
                Figures.of(Indicator.LIFETIME, ltv.months(), null, lostInYear.n(), null, null),
                Figures.of(
                        Indicator.LTV,
                        margin == null || perSeat.isEmpty() ? OptionalDouble.empty() : ltv.value(),
                        null,
                        Math.min(price.n(), lostInYear.n()),
                        null,
                        null));
    }
}
