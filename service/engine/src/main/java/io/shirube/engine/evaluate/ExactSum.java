package io.shirube.engine.evaluate;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A sum without rounding, so that the order of its numbers does not matter. Stays in double while every addition is exact,
 * which whole numbers and most money are. Used by one thread.
 */
final class ExactSum {

    private double sum;
    private @Nullable BigDecimal exact;

    ExactSum() {}

    ExactSum(ExactSum other) {
        this.sum = other.sum;
        this.exact = other.exact;
    }

    void add(double number) {
        BigDecimal before = exact;
        if (before == null) {
            double next = sum + number;
            double added = next - sum;
            double lost = (sum - (next - added)) + (number - added);
            if (lost == 0) {
                sum = next;
                return;
            }
            before = new BigDecimal(sum);
        }
        exact = before.add(new BigDecimal(number));
    }

    /** Returns the double nearest to the sum. */
    double rounded() {
        return exact == null ? sum : exact.doubleValue();
    }
}
