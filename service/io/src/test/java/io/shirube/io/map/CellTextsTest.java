package io.shirube.io.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and days as Japanese sheets write them. */
class CellTextsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1234;;1234",
                "1,234;;1234",
                "１，２３４;;1234",
                "-12.5;;-12.5",
                "△12.5;;-12.5",
                "▲１，０００;;-1000",
                "＋３;;3",
                "(300);;-300",
                "−5;;-5",
                "1,000名;;1000",
                "85%;;0.85",
                "８５％;;0.85",
                "△3%;;-0.03",
                "¥1,200;;1200",
                "1,200円;;1200",
                "1,200万円;;12000000",
                "1億2,000万円;;120000000",
                "3百万円;;3000000",
                "800;千円;800000",
                "１５０;千円;150000",
                "1,200万円;千円;12000000",
                "800円;千円;800",
                "85;%;0.85",
                "85%;%;0.85",
                "12.5;百万円;12500000",
                "240;万円;2400000"
            })
    void readsNumbers(String cell, @Nullable String unit, BigDecimal expected) {
        assertThat((BigDecimal) NumberText.read(cell, unit).value()).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"約320;320", "約1,200万円;12000000", "100程度;100", "50超;50"})
    void saysThatItGuessedANumber(String cell, BigDecimal expected) {
        Reading reading = NumberText.read(cell, null);
        assertThat(reading.outcome()).isEqualTo(MapReport.Kind.GUESSED);
        assertThat((BigDecimal) reading.value()).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"多数", "1.01E+12", "12-34", "1,23", "100〜999名", "3個口", "=1+1", "1万2億"})
    void refusesWhatIsNoNumber(String cell) {
        Reading reading = NumberText.read(cell, null);
        assertThat(reading.outcome()).isEqualTo(MapReport.Kind.REFUSED);
        assertThat(reading.value()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026/4/1,2026-04-01",
        "2026-04-01,2026-04-01",
        "2026.4.1,2026-04-01",
        "2026年4月1日,2026-04-01",
        "２０２６年４月１日,2026-04-01",
        "20260401,2026-04-01",
        "R8.4.1,2026-04-01",
        "令和8年4月1日,2026-04-01",
        "令和元年5月1日,2019-05-01",
        "H31.4.30,2019-04-30",
        "2026/4/1(水),2026-04-01",
        "2024-12-31 03:00:00,2024-12-31",
        "2026年2月末,2026-02-28",
        "令和8年2月末日,2026-02-28"
    })
    void readsDays(String cell, LocalDate expected) {
        assertThat(new DateText(null, null).read(cell).value()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026/04,FIRST,2026-04-01", "2026年4月,LAST,2026-04-30", "R8.2,LAST,2026-02-28"})
    void readsMonthsWhenTheMappingSaysWhatTheyStandFor(String cell, DateText.MonthDay day, LocalDate expected) {
        assertThat(new DateText(day, null).read(cell).value()).isEqualTo(expected);
        assertThat(new DateText(null, null).read(cell).code()).isEqualTo("whole-month");
    }

    @ParameterizedTest
    @CsvSource({"3月末,2027-03-31", "4月末,2026-04-30", "12月末日,2026-12-31", "月末,2026-04-30", "末日,2026-04-30"})
    void countsAMonthsEndWithoutAYearFromADay(String cell, LocalDate expected) {
        Reading reading = new DateText(null, LocalDate.of(2026, 4, 1)).read(cell);
        assertThat(reading.value()).isEqualTo(expected);
        assertThat(reading.outcome()).isEqualTo(MapReport.Kind.GUESSED);
        assertThat(new DateText(null, null).read(cell).code()).isEqualTo("no-year");
    }

    @ParameterizedTest
    @CsvSource({"46113,2026-04-01,serial-day"})
    void takesAFiveDigitNumberForExcelsAndSaysSo(String cell, LocalDate expected, String code) {
        Reading reading = new DateText(null, null).read(cell);
        assertThat(reading.value()).isEqualTo(expected);
        assertThat(reading.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08/4/1", "8.4.1"})
    void givesBothReadingsOfAYearOfTwoDigits(String cell) {
        Reading reading = new DateText(null, null).read(cell);
        assertThat(reading.code()).isEqualTo("two-digit-year");
        assertThat(reading.why().ja()).contains("2008-04-01", "2026-04-01");
        assertThat(reading.why().en()).contains("2008-04-01", "2026-04-01");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30,no-such-day",
        "2026/13/1,no-such-day",
        "4/1,not-a-day",
        "そのうち,not-a-day",
        "R1.4.1,no-such-day"
    })
    void refusesWhatIsNoDay(String cell, String code) {
        assertThat(new DateText(null, null).read(cell).code()).isEqualTo(code);
    }
}
