package io.shirube.engine.decide;

import io.shirube.engine.rules.Policies;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;

/**
 * Days on which people work: not Saturdays, Sundays or listed holidays. Past the list's end only weekends are known.
 * Immutable, safe for use by many threads.
 */
final class WorkingDays {

    private static final long MONDAY_LONG_AGO = LocalDate.of(1800, 1, 6).toEpochDay();

    private final Set<LocalDate> holidays;
    private final LocalDate until;

    /** Holidays that are no Saturday or Sunday, as days since 1970-01-01, ascending. */
    private final long[] weekdayHolidays;

    /** @param until last day the list speaks of */
    WorkingDays(Set<LocalDate> holidays, LocalDate until) {
        this.holidays = Set.copyOf(holidays);
        this.until = until;
        this.weekdayHolidays = holidays.stream()
                .filter(WorkingDays::isWeekday)
                .mapToLong(LocalDate::toEpochDay)
                .sorted()
                .toArray();
    }

    static WorkingDays of(Policies policies) {
        return new WorkingDays(policies.holidays(), policies.holidaysUntil());
    }

    private static boolean isWeekday(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY;
    }

    /** Returns how many working days lie after a day, up to and with another; negative when that one is earlier. */
    int between(LocalDate from, LocalDate to) {
        return upTo(to.toEpochDay()) - upTo(from.toEpochDay());
    }

    /** Returns the working days from a Monday long ago up to and with a day. */
    private int upTo(long day) {
        long sinceMonday = day - MONDAY_LONG_AGO;
        long weekdays = sinceMonday / 7 * 5 + Math.min(sinceMonday % 7 + 1, 5);
        int found = Arrays.binarySearch(weekdayHolidays, day);
        int holidaysBefore = found >= 0 ? found + 1 : -found - 1;
        return Math.toIntExact(weekdays) - holidaysBefore;
    }

    boolean isWorking(LocalDate day) {
        return isWeekday(day) && !holidays.contains(day);
    }

    /** Returns the day itself, or the first working day after it. */
    LocalDate onOrAfter(LocalDate day) {
        LocalDate result = day;
        while (!isWorking(result)) {
            result = result.plusDays(1);
        }
        return result;
    }

    /** Returns the day itself, or the last working day before it. */
    LocalDate onOrBefore(LocalDate day) {
        LocalDate result = day;
        while (!isWorking(result)) {
            result = result.minusDays(1);
        }
        return result;
    }

    /** Returns the working day that many working days after a day, or before it when negative; 0 is the day itself. */
    LocalDate plus(LocalDate day, int workingDays) {
        LocalDate result = day;
        for (int left = Math.abs(workingDays); left > 0; left--) {
            result = workingDays > 0 ? onOrAfter(result.plusDays(1)) : onOrBefore(result.minusDays(1));
        }
        return result;
    }

    /** Returns whether the holiday list does not reach that day. */
    boolean isBeyondList(LocalDate day) {
        return day.isAfter(until);
    }

    LocalDate until() {
        return until;
    }
}
