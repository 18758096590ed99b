package io.shirube.engine.whatif;

import java.util.Comparator;

/**
 * Another value of an input.
 *
 * @param steps how many values of the grid lie between the present value and this one, itself among them; from 1
 */
record Setting(Input input, double value, int steps) {

    /** Smallest first: fewest steps, then by name, then the lower value. */
    static final Comparator<Setting> ORDER = Comparator.comparingInt(Setting::steps)
            .thenComparing(setting -> setting.input().name())
            .thenComparingDouble(Setting::value);
}
