package io.shirube.engine.decide;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Days on which people work: not Saturdays, Sundays or listed holidays. Past the list's end only weekends are known. */
final class WorkingDays {

    private final Set<LocalDate> holidays;
    private final LocalDate until;

    /** @param until last day the list speaks of */
    WorkingDays(Set<LocalDate> holidays, LocalDate until) {
        this.holidays = Set.copyOf(holidays);
        this.until = until;
    }

    boolean isWorking(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !holidays.contains(day);
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
