package io.shirube.io.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the work of a trade comes and goes over the year: use a working day by month, January first. */
enum Season {
    LEVEL(0, 0, 0.98, 1.0, 1.04, 1.03, 1.0, 1.0, 1.0, 0.93, 1.0, 1.02, 1.0, 0.98),
    /** December sales, and the quiet of February. */
    RETAIL(11, 12, 1.0, 0.82, 0.97, 0.98, 0.97, 0.95, 1.06, 0.95, 0.94, 0.98, 1.1, 1.38),
    /** 年末調整 from November to January, then the closing of March. */
    ACCOUNTING(11, 1, 1.25, 1.05, 1.12, 1.08, 1.12, 0.86, 0.84, 0.78, 0.86, 0.92, 1.16, 1.28),
    /** Intake in April, holidays in August. */
    SCHOOL(3, 4, 0.97, 0.94, 0.98, 1.36, 1.14, 1.05, 0.9, 0.55, 0.98, 1.02, 1.0, 0.86),
    /** 3月決算: orders and books close in March. */
    CLOSING(3, 3, 0.97, 1.04, 1.24, 1.0, 0.97, 0.99, 0.97, 0.9, 1.06, 0.98, 0.98, 0.98);

    private final int busyFrom;
    private final int busyUntil;

    // because List.of gives a list that never changes
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Double> byMonth;

    Season(int busyFrom, int busyUntil, Double... byMonth) {
        this.busyFrom = busyFrom;
        this.busyUntil = busyUntil;
        this.byMonth = List.of(byMonth);
    }

    /** Returns use a working day in the 30 days up to a day, 1 on the mean of the year. */
    double at(LocalDate day) {
        LocalDate middle = day.minusDays(15);
        return byMonth.get(middle.getMonthValue() - 1);
    }

    /** Returns first and last day of the busy season that is on, or comes next, or null when there is none. */
    @Nullable
    List<LocalDate> busy(LocalDate day) {
        if (busyFrom == 0) {
            return null;
        }
        LocalDate from = LocalDate.of(day.getYear() - 1, busyFrom, 1);
        LocalDate until = end(from);
        while (until.isBefore(day)) {
            from = from.plusYears(1);
            until = end(from);
        }
        return List.of(from, until);
    }

    private LocalDate end(LocalDate from) {
        int year = busyUntil < busyFrom ? from.getYear() + 1 : from.getYear();
        return YearMonth.of(year, busyUntil).atEndOfMonth();
    }
}
