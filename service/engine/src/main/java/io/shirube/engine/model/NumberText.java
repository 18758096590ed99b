package io.shirube.engine.model;

import java.math.BigDecimal;

/** Numbers as sentences and messages show them: no exponent, no trailing zeros, no grouping. */
public final class NumberText {

    private NumberText() {}

    /** Returns the number in plain digits, such as {@code 0.5} or {@code 1000000}; what is not finite as ∞, -∞ or NaN. */
    public static String of(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "-∞";
        }
        return Double.isNaN(value)
                ? "NaN"
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
