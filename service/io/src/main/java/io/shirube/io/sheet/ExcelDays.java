package io.shirube.io.sheet;

import java.time.LocalDate;

/** The numbers under which Excel keeps days. */
public final class ExcelDays {

    private ExcelDays() {}

    /** Returns the day of a serial number of a workbook that counts from 1900, such as 2026-04-01 for 46113. */
    public static LocalDate day(int serial) {
        return ExcelCells.day(serial, false);
    }
}
