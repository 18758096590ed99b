package io.shirube.io.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    @Test
    void countsThirtyDaysAroundGoldenWeekAsTheCalendarHasThem() {
        // the 30 days to 2026-05-10 hold 16 working days, the 30 before 21
        LocalDate day = LocalDate.of(2026, 5, 10);
        assertThat(WorkingDays.between(day.minusDays(30), day)).isEqualTo(16);
        assertThat(WorkingDays.between(day.minusDays(60), day.minusDays(30))).isEqualTo(21);
    }

    @Test
    void knowsMovedSandwichedAndYearEndDays() {
        assertThat(WorkingDays.isWorkingDay(LocalDate.of(2026, 5, 6))).isFalse();
        assertThat(WorkingDays.isWorkingDay(LocalDate.of(2026, 9, 22))).isFalse();
        assertThat(WorkingDays.isWorkingDay(LocalDate.of(2027, 3, 22))).isFalse();
        assertThat(WorkingDays.isWorkingDay(LocalDate.of(2026, 12, 28))).isTrue();
        assertThat(WorkingDays.isWorkingDay(LocalDate.of(2026, 12, 29))).isFalse();
        assertThat(WorkingDays.onOrAfter(LocalDate.of(2026, 12, 29))).isEqualTo(LocalDate.of(2027, 1, 4));
    }

    @Test
    void agreesWithTheOfficialListOf2026And2027() {
        int holidays = 0;
        for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() < 2028; day = day.plusDays(1)) {
            holidays += day.getDayOfWeek().getValue() < 6 && !WorkingDays.isWorkingDay(day) ? 1 : 0;
        }
        // the weekdays among the dates of rules/calendar.yml
        assertThat(holidays).isEqualTo(weekdays());
    }

    private static int weekdays() {
        String[] listed = {
            "2026-01-01", "2026-01-02", "2026-01-12", "2026-02-11", "2026-02-23", "2026-03-20", "2026-04-29",
            "2026-05-04", "2026-05-05", "2026-05-06", "2026-07-20", "2026-08-11", "2026-09-21", "2026-09-22",
            "2026-09-23", "2026-10-12", "2026-11-03", "2026-11-23", "2026-12-29", "2026-12-30", "2026-12-31",
            "2027-01-01", "2027-01-11", "2027-02-11", "2027-02-23", "2027-03-22", "2027-04-29", "2027-05-03",
            "2027-05-04", "2027-05-05", "2027-07-19", "2027-08-11", "2027-09-20", "2027-09-23", "2027-10-11",
            "2027-11-03", "2027-11-23", "2027-12-29", "2027-12-30", "2027-12-31"
        };
        for (String day : listed) {
            assertThat(WorkingDays.isWorkingDay(LocalDate.parse(day))).as(day).isFalse();
        }
        return listed.length;
    }
}
