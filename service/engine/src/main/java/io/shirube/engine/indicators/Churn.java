package io.shirube.engine.indicators;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/** How much is lost. Ratios 0..1; the two monthly rates of money have two different wholes and are not to be compared. */
public final class Churn {

    private Churn() {}

    /**
     * Monthly churn rate (revenue), 月次解約率: {@code MRR lost by cancellation in the month ÷ total MRR at the end of the month
     * before}. New sales of the month before raise what it is divided by, so growth dilutes it.
     *
     * @param lost money a month, 0 or more
     * @param total money a month, in the same currency, 0 or more
     * @return nothing when the total is 0
     */
    public static OptionalDouble monthly(BigDecimal lost, BigDecimal total) {
        return Money.ratio(Money.notNegative(lost, "lost"), Money.notNegative(total, "total"));
    }

    /**
     * Monthly renewal churn rate, 月次更新解約率: {@code MRR lost among the contracts due for renewal in the month ÷ MRR of the
     * contracts due in the month}. Only who could leave counts.
     *
     * @param lost money a month, 0..due
     * @param due money a month of all contracts due, lost ones among them
     * @return nothing when nothing was due
     */
    public static OptionalDouble ofRenewals(BigDecimal lost, BigDecimal due) {
        if (lost.compareTo(due) > 0) {
            throw new IllegalArgumentException("lost: " + lost + " is more than was due, " + due);
        }
        return Money.ratio(Money.notNegative(lost, "lost"), due);
    }

    /** Logo churn, 社数解約率: {@code customers lost in the period ÷ customers at its start}. */
    public static Share logo(long lost, long atStart) {
        return new Share(lost, atStart);
    }

    /**
     * What survives so many months at a constant rate: {@code (1 − churn)^months}, never {@code 1 − churn × months}: 12 months at
     * 5 % leave 54 %, not 40 %.
     *
     * @param monthlyChurn 0..1
     * @param months 0 or more
     * @return 0..1
     */
    public static double survival(double monthlyChurn, int months) {
        Money.share(monthlyChurn, "monthlyChurn");
        if (months < 0) {
            throw new IllegalArgumentException("months: " + months);
        }
        return Math.pow(1 - monthlyChurn, months);
    }

    /**
     * The constant monthly rate that comes to a loss over several months: {@code 1 − (1 − loss)^(1/months)}, the other way of
     * {@link #survival}.
     *
     * @param loss 0..1 of what there was at the start
     * @param months 1 or more
     */
    public static double monthlyOf(double loss, int months) {
        Money.share(loss, "loss");
        if (months < 1) {
            throw new IllegalArgumentException("months: " + months);
        }
        return 1 - Math.pow(1 - loss, 1.0 / months);
    }
}
