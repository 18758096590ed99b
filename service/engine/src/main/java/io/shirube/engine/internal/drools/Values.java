package io.shirube.engine.internal.drools;

import java.util.Arrays;

/** Values encoded as in {@link Figures}, put together by nested calls: Drools drops what is called on a result. Immutable. */
public final class Values {

    private static final Values NONE = new Values(new double[0]);

    private final double[] numbers;

    private Values(double[] numbers) {
        this.numbers = numbers;
    }

    /** Returns no value. */
    public static Values none() {
        return NONE;
    }

    /** Returns the values given with one more at their end. */
    public static Values append(Values values, double number) {
        double[] longer = Arrays.copyOf(values.numbers, values.numbers.length + 1);
        longer[values.numbers.length] = number;
        return new Values(longer);
    }

    double get(int number) {
        return numbers[number];
    }
}
