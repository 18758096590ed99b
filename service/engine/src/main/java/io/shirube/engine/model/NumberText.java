package io.shirube.engine.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

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

    /**
     * Returns a range in words, such as {@code from 0 to 1} or {@code at least 0}.
     *
     * @param low lower bound as it is shown, or null where there is none
     * @param high upper bound as it is shown, or null where there is none
     */
    public static Text range(@Nullable String low, @Nullable String high) {
        if (low == null) {
            return high == null ? new Text("任意の値", "any value") : new Text(high + "以下", "at most " + high);
        }
        return high == null
                ? new Text(low + "以上", "at least " + low)
                : new Text(low + "〜" + high, "from " + low + " to " + high);
    }
}
