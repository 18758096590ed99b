package io.shirube.bench.report;

import java.util.Locale;
import java.util.OptionalDouble;

/** Writes figures as people read them: three digits, a unit, a dash for what was not measured. */
final class Shown {

    private static final String NOTHING = "–";

    private Shown() {}

    /** Returns a time in the unit that fits it. */
    static String time(OptionalDouble nanos) {
        if (nanos.isEmpty()) {
            return NOTHING;
        }
        double value = nanos.getAsDouble();
        if (value < 1e6) {
            return digits(value / 1e3) + " µs";
        }
        return value < 1e9 ? digits(value / 1e6) + " ms" : digits(value / 1e9) + " s";
    }

    static String bytes(OptionalDouble bytes) {
        if (bytes.isEmpty()) {
            return NOTHING;
        }
        double value = bytes.getAsDouble();
        return value < 1000 ? digits(value) + " B" : digits(value / 1000) + " kB";
    }

    static String ratio(OptionalDouble ratio) {
        return ratio.isEmpty() ? NOTHING : digits(ratio.getAsDouble()) + "×";
    }

    /** Returns three digits, or all of a number above a thousand. */
    static String digits(double value) {
        int whole = value < 1 ? 0 : (int) Math.floor(Math.log10(value)) + 1;
        return String.format(Locale.ROOT, "%,." + Math.max(0, 3 - whole) + "f", value);
    }
}
