package io.shirube.engine.indicators;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;

/** Divides amounts of money of one currency. */
final class Money {

    private Money() {}

    /** Returns part ÷ whole; nothing when the whole is 0. */
    static OptionalDouble ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(part.divide(whole, MathContext.DECIMAL64).doubleValue());
    }

    static BigDecimal notNegative(BigDecimal amount, String name) {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException(name + ": " + amount + " is below 0");
        }
        return amount;
    }

    static double notNegative(double value, String name) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + ": " + value + " is not 0 or more");
        }
        return value;
    }

    static double share(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + ": " + value + " is not 0..1");
        }
        return value;
    }
}
