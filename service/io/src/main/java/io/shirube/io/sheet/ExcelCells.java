package io.shirube.io.sheet;

import io.shirube.io.sheet.SheetCell.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a workbook. A formula is never computed: its stored result counts. */
final class ExcelCells {

    /** Excel itself keeps and shows 15 digits; the stored ones behind are noise of binary numbers. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private static final int LARGEST_SCALE = 400;
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final long LAST_SERIAL = 2_958_465;

    /** Excel takes 1900 for a leap year; serials up to its 29 February are one day off. */
    private static final long LEAP_BUG = 60;

    private static final BigDecimal SECONDS = BigDecimal.valueOf(24 * 60 * 60);

    private final boolean from1904;

    ExcelCells(boolean from1904) {
        this.from1904 = from1904;
    }

    SheetCell read(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return SheetCell.BLANK;
        }
        Object value = cell.getValue();
        if (cell.getType() == CellType.ERROR) {
            return new SheetCell(Kind.BROKEN, String.valueOf(cell.getRawValue()));
        }
        if (value == null) {
            return cell.getFormula() == null
                    ? SheetCell.BLANK
                    : new SheetCell(Kind.UNCOMPUTED, "=" + cell.getFormula());
        }
        if (value instanceof Boolean bool) {
            return new SheetCell(Kind.BOOLEAN, bool.toString());
        }
        if (value instanceof BigDecimal number) {
            return number(number, cell.getDataFormatId(), cell.getDataFormatString());
        }
        String text = value.toString();
        return cell.getFormula() != null && text.startsWith("#") && text.matches("#[A-Z0-9/]+[!?]?")
                ? new SheetCell(Kind.BROKEN, text)
                : SheetCell.text(text);
    }

    private SheetCell number(BigDecimal exact, @Nullable Integer formatId, @Nullable String format) {
        if (Math.abs((long) exact.scale()) > LARGEST_SCALE || exact.precision() > LARGEST_SCALE) {
            return new SheetCell(Kind.BROKEN, "1E+400");
        }
        BigDecimal number = exact.round(DIGITS);
        String plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        if (ExcelFormats.isDate(formatId, format)) {
            return date(number, plain);
        }
        if (ExcelFormats.isPercent(format)) {
            return new SheetCell(Kind.PERCENT, plain);
        }
        return ExcelFormats.digits(format)
                .filter(digits -> plain.matches("\\d+") && plain.length() < digits)
                .map(digits -> SheetCell.text("0".repeat(digits - plain.length()) + plain))
                .orElseGet(() -> new SheetCell(Kind.NUMBER, plain));
    }

    private SheetCell date(BigDecimal number, String plain) {
        long serial = number.setScale(0, RoundingMode.FLOOR).longValue();
        if (serial < (from1904 ? 0 : 1) || serial > LAST_SERIAL || (!from1904 && serial == LEAP_BUG)) {
            return new SheetCell(Kind.NUMBER, plain);
        }
        LocalDate day = day(serial, from1904);
        long second = number.remainder(BigDecimal.ONE)
                .multiply(SECONDS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        if (second == 0) {
            return new SheetCell(Kind.DATE, day.toString());
        }
        LocalDateTime moment = day.atTime(LocalTime.MIDNIGHT).plusSeconds(second);
        return new SheetCell(Kind.DATE, moment.toString());
    }

    /** Returns the day of a serial number. */
    static LocalDate day(long serial, boolean from1904) {
        return from1904 ? EPOCH_1904.plusDays(serial) : EPOCH_1900.plusDays(serial < LEAP_BUG ? serial + 1 : serial);
    }
}
