package io.shirube.bench.report;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/** A figure that was promised, and what it came to. */
record Goal(String what, double most, OptionalDouble measured, Function<OptionalDouble, String> shown) {

    String row() {
        String verdict = measured.isEmpty() ? "not measured" : measured.getAsDouble() <= most ? "met" : "missed";
        return String.format(
                Locale.ROOT,
                "| %s | ≤ %s | %s | %s |%n",
                what,
                shown.apply(OptionalDouble.of(most)),
                shown.apply(measured),
                verdict);
    }
}
