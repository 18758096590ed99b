package io.shirube.io.simulate;

import java.math.BigDecimal;

/** Writes thousandths of an hour as hours. */
final class Hours {

    private static final int DIGITS = 3;

    private Hours() {}

    static BigDecimal of(long milli) {
        BigDecimal hours = BigDecimal.valueOf(milli, DIGITS).stripTrailingZeros();
        return hours.scale() < 0 ? hours.setScale(0) : hours;
    }

    static String text(long milli) {
        return of(milli).toPlainString();
    }
}
