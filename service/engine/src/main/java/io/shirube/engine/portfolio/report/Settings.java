package io.shirube.engine.portfolio.report;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the indicators of a book are asked for.
 *
 * @param asOf day as of which the accounts are told
 * @param until last day of the month and of the 12 months that are looked at; after {@code asOf} when a book of the past is
 *     followed forward
 * @param outcomesTold whether outcomes were told at all; else only contracts that lapsed in the book count
 * @param margin gross margin, 0..1, or null
 * @param goal the share of customers that may leave in 12 months, 0..1, or null
 * @param market the share that leaves in 12 months in the market, by touch, or for all that are not named under {@code ALL}
 */
public record Settings(
        LocalDate asOf,
        LocalDate until,
        boolean outcomesTold,
        @Nullable Double margin,
        @Nullable Double goal,
        Map<String, Double> market) {

    public Settings {
        market = Map.copyOf(market);
    }

    /** Returns the last day of the month before asOf, or asOf when it ends its month: until then months are whole. */
    public static LocalDate lastWholeMonth(LocalDate asOf) {
        return asOf.plusDays(1).withDayOfMonth(1).minusDays(1);
    }

    /** Returns whether the book is that of the period's start or of before, so that it holds all who were customers then. */
    boolean isAhead() {
        return !yearBegin().isBefore(asOf);
    }

    /** Returns the end of the month before: the month looked at begins the day after. */
    LocalDate monthBegin() {
        return before(1);
    }

    /** Returns the day before the 12 months looked at begin. */
    LocalDate yearBegin() {
        return before(12);
    }

    /** Returns the day in the middle of the 12 months. */
    LocalDate halfYear() {
        return before(6);
    }

    private LocalDate before(int months) {
        boolean monthEnd = until.plusDays(1).getDayOfMonth() == 1;
        LocalDate day = until.minusMonths(months);
        return monthEnd ? day.withDayOfMonth(day.lengthOfMonth()) : day;
    }
}
