package io.shirube.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    private final WorkingDays days = new WorkingDays(
            Set.of(
                    LocalDate.of(2026, 11, 23),
                    LocalDate.of(2026, 12, 29),
                    LocalDate.of(2026, 12, 30),
                    LocalDate.of(2026, 12, 31)),
            LocalDate.of(2026, 12, 31));

    @Test
    void skipsWeekendsAndHolidays() {
        assertThat(days.plus(FRIDAY, 3)).isEqualTo("2026-11-26");
        assertThat(days.plus(FRIDAY, 5)).isEqualTo("2026-11-30");
        assertThat(days.plus(FRIDAY, 1)).isEqualTo("2026-11-24");
    }

    @Test
    void takesNoWorkingDaysAsTheDayItself() {
        assertThat(days.plus(FRIDAY, 0)).isEqualTo(FRIDAY);
        assertThat(days.plus(FRIDAY.plusDays(1), 0)).isEqualTo("2026-11-21");
    }

    @Test
    void countsBackwardsToo() {
        assertThat(days.plus(LocalDate.of(2026, 11, 24), -1)).isEqualTo(FRIDAY);
    }

    @Test
    void movesOurTaskForwardAndADeadlinesTaskBack() {
        LocalDate sunday = LocalDate.of(2026, 12, 20);
        assertThat(days.onOrBefore(sunday)).isEqualTo("2026-12-18");
        assertThat(days.onOrAfter(sunday)).isEqualTo("2026-12-21");
        assertThat(days.onOrBefore(LocalDate.of(2026, 12, 31))).isEqualTo("2026-12-28");
    }

    @Test
    void countsTheWorkingDaysBetweenTwoDays() {
        assertThat(days.between(FRIDAY, FRIDAY)).isZero();
        assertThat(days.between(FRIDAY, LocalDate.of(2026, 11, 23))).isZero();
        assertThat(days.between(FRIDAY, LocalDate.of(2026, 11, 24))).isEqualTo(1);
        assertThat(days.between(FRIDAY, LocalDate.of(2026, 11, 30))).isEqualTo(5);
        assertThat(days.between(LocalDate.of(2026, 11, 27), LocalDate.of(2026, 12, 13)))
                .isEqualTo(10);
        assertThat(days.between(LocalDate.of(2026, 11, 27), LocalDate.of(2026, 12, 14)))
                .isEqualTo(11);
        assertThat(days.between(LocalDate.of(2026, 11, 30), FRIDAY)).isEqualTo(-5);
    }

    @Test
    void countsAsManyWorkingDaysAsItAdds() {
        for (LocalDate from = LocalDate.of(2026, 10, 1); from.getYear() == 2026; from = from.plusDays(1)) {
            for (int ahead = 1; ahead < 30; ahead++) {
                assertThat(days.between(from, days.plus(from, ahead))).isEqualTo(ahead);
            }
        }
    }

    @Test
    void saysWhereTheListEnds() {
        assertThat(days.isBeyondList(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(days.isBeyondList(LocalDate.of(2027, 1, 1))).isTrue();
        assertThat(days.isWorking(LocalDate.of(2027, 1, 1))).isTrue();
    }
}
