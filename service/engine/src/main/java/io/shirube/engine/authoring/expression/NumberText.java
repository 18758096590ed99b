package io.shirube.engine.authoring.expression;

import java.math.BigDecimal;

/** Numbers as messages show them: no exponent and no trailing zeros. */
final class NumberText {

    private NumberText() {}

    static String of(double value) {
        if (Double.isInfinite(value) || Double.isNaN(value)) {
            return value > 0 ? "∞" : "-∞";
        }
        BigDecimal shown = BigDecimal.valueOf(value);
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }
}
