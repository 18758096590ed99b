package io.shirube.io.map;

import io.shirube.engine.authoring.words.Widths;
import io.shirube.io.sheet.ExcelDays;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.JapaneseChronology;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads days as Japanese sheets write them. Years of two digits are refused with both readings, a month or a month's end
 * without a year needs a day it is counted from.
 */
final class DateText {

    private static final String SEPARATOR = "[-/.年]";
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})" + SEPARATOR + "(\\d{1,2})[-/.月](\\d{1,2})日?(?:[T ]?\\d{1,2}[:時].*)?");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})" + SEPARATOR + "(\\d{1,2})月?(末日?)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern ERA =
            Pattern.compile("(令和|平成|昭和|[RHSrhs])(\\d{1,2}|元)[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2})日?|月(末日?)?|(末日?))?");
    private static final Pattern SHORT_YEAR = Pattern.compile("(\\d{1,2})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}");
    private static final Pattern END_OF = Pattern.compile("(?:(\\d{1,2})月)?(?:末日?|月末)|末日");
    private static final Pattern WEEKDAY = Pattern.compile("\\([日月火水木金土](?:曜日?)?\\)");
    private static final Map<String, JapaneseEra> ERAS = Map.of(
            "令和",
            JapaneseEra.REIWA,
            "R",
            JapaneseEra.REIWA,
            "平成",
            JapaneseEra.HEISEI,
            "H",
            JapaneseEra.HEISEI,
            "昭和",
            JapaneseEra.SHOWA,
            "S",
            JapaneseEra.SHOWA);
    private static final int FIRST_SERIAL = 18_264; // 1950-01-01
    private static final int CENTURY = 2000;

    /** What a month without a day stands for. */
    enum MonthDay {
        FIRST,
        LAST
    }

    private final @Nullable MonthDay monthDay;
    private final @Nullable LocalDate from;

    /**
     * @param monthDay what a month stands for; null when a month is no day
     * @param from the day a month's end without a year is counted from; null when there is none
     */
    DateText(@Nullable MonthDay monthDay, @Nullable LocalDate from) {
        this.monthDay = monthDay;
        this.from = from;
    }

    Reading read(String cell) {
        Matcher iso = ISO.matcher(cell);
        try {
            if (iso.matches()) {
                return Reading.plain(day(iso.group(1), iso.group(2), iso.group(3)));
            }
            String text = WEEKDAY.matcher(Widths.narrow(cell)).replaceAll("").strip();
            return normal(cell, text);
        } catch (DateTimeException e) {
            return Reading.refused("no-such-day", "「" + cell + "」という日はありません。", "There is no day \"" + cell + "\".");
        }
    }

    private Reading normal(String cell, String text) {
        Matcher day = DAY.matcher(text);
        Matcher compact = COMPACT.matcher(text);
        if (day.matches()) {
            return normalised(cell, day(day.group(1), day.group(2), day.group(3)));
        }
        if (compact.matches()) {
            return normalised(cell, day(compact.group(1), compact.group(2), compact.group(3)));
        }
        Matcher month = MONTH.matcher(text);
        if (month.matches()) {
            return month(cell, YearMonth.of(whole(month.group(1)), whole(month.group(2))), month.group(3) != null);
        }
        Matcher era = ERA.matcher(text);
        if (era.matches()) {
            return era(cell, era);
        }
        Matcher shortYear = SHORT_YEAR.matcher(text);
        if (shortYear.matches()) {
            return ambiguous(cell, shortYear);
        }
        if (SERIAL.matcher(text).matches() && whole(text) >= FIRST_SERIAL) {
            LocalDate read = ExcelDays.day(whole(text));
            return Reading.guessed(
                    read,
                    "serial-day",
                    "「" + cell + "」をExcelの通し番号とみて " + read + " としました。",
                    "\"" + cell + "\" was taken for Excel's number of " + read + ".");
        }
        Matcher end = END_OF.matcher(text);
        return end.matches() ? endOfMonth(cell, end.group(1)) : none(cell);
    }

    private Reading era(String cell, Matcher era) {
        JapaneseEra named = ERAS.get(era.group(1).length() == 1 ? era.group(1).toUpperCase(Locale.ROOT) : era.group(1));
        int year = era.group(2).equals("元") ? 1 : whole(era.group(2));
        if (named == null) {
            return none(cell);
        }
        int month = whole(era.group(3));
        int common = JapaneseChronology.INSTANCE.prolepticYear(named, year);
        if (era.group(4) != null) {
            return normalised(cell, LocalDate.from(JapaneseDate.of(named, year, month, whole(era.group(4)))));
        }
        return month(cell, YearMonth.of(common, month), era.group(5) != null || era.group(6) != null);
    }

    private Reading month(String cell, YearMonth month, boolean end) {
        if (end) {
            return normalised(cell, month.atEndOfMonth());
        }
        if (monthDay == null) {
            return Reading.refused(
                    "whole-month",
                    "「" + cell + "」は月全体です。mapping の列に day: first（月初）か day: last（月末）を書いてください。",
                    "\"" + cell + "\" is a whole month. Say day: first or day: last for this column in the mapping.");
        }
        return normalised(cell, monthDay == MonthDay.FIRST ? month.atDay(1) : month.atEndOfMonth());
    }

    private Reading endOfMonth(String cell, @Nullable String month) {
        if (from == null) {
            return Reading.refused(
                    "no-year",
                    "「" + cell + "」には年がありません。年を書くか、mapping の列に relativeTo: 基準の日付の列 を書いてください。",
                    "\"" + cell
                            + "\" has no year. Write one, or say relativeTo: COLUMN for this column in the mapping.");
        }
        YearMonth base = YearMonth.from(from);
        YearMonth read = month == null ? base : YearMonth.of(base.getYear(), whole(month));
        LocalDate day = (read.isBefore(base) ? read.plusYears(1) : read).atEndOfMonth();
        return Reading.guessed(
                day,
                "month-end",
                "「" + cell + "」を " + from + " 以降とみて " + day + " としました。",
                "\"" + cell + "\" was taken for " + day + ", the first from " + from + " on.");
    }

    private static Reading ambiguous(String cell, Matcher shortYear) {
        int year = whole(shortYear.group(1));
        String rest = "-" + twoDigits(shortYear.group(2)) + "-" + twoDigits(shortYear.group(3));
        String common = CENTURY + year + rest;
        String reiwa = (CENTURY + 18 + year) + rest;
        return Reading.refused(
                "two-digit-year",
                "「" + cell + "」の年が2桁です。西暦なら " + common + "、令和" + year + "年なら " + reiwa + " です。4桁の西暦か R" + year
                        + " と書いてください。",
                "\"" + cell + "\" has a year of two digits: " + common + ", or " + reiwa + " if it is Reiwa " + year
                        + ". Write four digits or R" + year + ".");
    }

    private static Reading normalised(String cell, LocalDate day) {
        return Reading.normalised(day, "day", "「" + cell + "」→ " + day, "\"" + cell + "\" -> " + day);
    }

    private static Reading none(String cell) {
        return Reading.refused(
                "not-a-day",
                "「" + cell + "」は日付として読めません。2026-04-01、2026年4月1日、令和8年4月1日 などの形にしてください。",
                "\"" + cell + "\" is no day. Write it such as 2026-04-01 or R8.4.1.");
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(whole(year), whole(month), whole(day));
    }

    private static String twoDigits(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    private static int whole(String digits) {
        return Integer.parseInt(digits);
    }
}
