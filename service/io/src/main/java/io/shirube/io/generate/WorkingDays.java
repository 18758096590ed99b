package io.shirube.io.generate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;

/**
 * Japanese working days by rule, for any year and good enough for invented figures. What is decided about real accounts
 * goes by a dated list instead: the moved holidays of single years are not known here.
 */
final class WorkingDays {

    private static final int FIRST_BUSINESS_DAY = 4;
    private static final int YEAR_END = 29;
    private static final int OBON_FROM = 13;
    private static final int OBON_UNTIL = 16;

    /** Holidays on the same day each year. */
    private static final Map<Month, int[]> FIXED = Map.of(
            Month.FEBRUARY, new int[] {11, 23},
            Month.APRIL, new int[] {29},
            Month.MAY, new int[] {3, 4, 5},
            Month.AUGUST, new int[] {11},
            Month.NOVEMBER, new int[] {3, 23});

    /** Holidays on a Monday: month and which of its Mondays. */
    private static final Map<Month, Integer> MONDAYS =
            Map.of(Month.JANUARY, 2, Month.JULY, 3, Month.SEPTEMBER, 3, Month.OCTOBER, 2);

    private WorkingDays() {}

    /** Returns the working days after the first day up to the second. */
    static int between(LocalDate after, LocalDate until) {
        int count = 0;
        for (LocalDate day = after.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }

    /** Returns the day itself or the first working day after it. */
    static LocalDate onOrAfter(LocalDate day) {
        LocalDate next = day;
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    static boolean isWorkingDay(LocalDate day) {
        return !isWeekend(day) && !isYearEnd(day) && !isHoliday(day) && !isSandwiched(day);
    }

    /** Returns whether companies that close for long are closed: year end, Golden Week, Obon. */
    static boolean isLongClosure(LocalDate day) {
        int number = day.getDayOfMonth();
        return switch (day.getMonth()) {
            case MAY -> number <= 6;
            case APRIL -> number >= YEAR_END;
            case AUGUST -> number >= OBON_FROM && number <= OBON_UNTIL;
            case JANUARY -> number <= FIRST_BUSINESS_DAY;
            case DECEMBER -> number >= YEAR_END - 1;
            default -> false;
        };
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static boolean isYearEnd(LocalDate day) {
        return (day.getMonth() == Month.DECEMBER && day.getDayOfMonth() >= YEAR_END)
                || (day.getMonth() == Month.JANUARY && day.getDayOfMonth() < FIRST_BUSINESS_DAY);
    }

    /** A holiday on a Sunday moves to the next day that is none. */
    private static boolean isHoliday(LocalDate day) {
        if (isNamed(day)) {
            return true;
        }
        LocalDate before = day.minusDays(1);
        while (isNamed(before)) {
            if (before.getDayOfWeek() == DayOfWeek.SUNDAY) {
                return true;
            }
            before = before.minusDays(1);
        }
        return false;
    }

    private static boolean isSandwiched(LocalDate day) {
        return isNamed(day.minusDays(1)) && isNamed(day.plusDays(1));
    }

    private static boolean isNamed(LocalDate day) {
        int[] fixed = FIXED.get(day.getMonth());
        if (fixed != null) {
            for (int number : fixed) {
                if (number == day.getDayOfMonth()) {
                    return true;
                }
            }
        }
        Integer monday = MONDAYS.get(day.getMonth());
        if (monday != null && day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(monday, DayOfWeek.MONDAY)))) {
            return true;
        }
        return isEquinox(day);
    }

    /** The usual approximation, right from 1980 to 2099. */
    private static boolean isEquinox(LocalDate day) {
        int years = day.getYear() - 1980;
        double drift = 0.242194 * years - Math.floorDiv(years, 4);
        return (day.getMonth() == Month.MARCH && day.getDayOfMonth() == (int) (20.8431 + drift))
                || (day.getMonth() == Month.SEPTEMBER && day.getDayOfMonth() == (int) (23.2488 + drift));
    }
}
