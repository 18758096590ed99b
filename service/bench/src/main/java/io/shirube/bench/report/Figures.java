package io.shirube.bench.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** What was measured, by what and by the rules it was measured with. Used by one thread. */
public final class Figures {

    private final Map<String, Figure> figures = new LinkedHashMap<>();

    /**
     * One figure.
     *
     * @param nanos time of one operation
     * @param bytes what one operation allocates; NaN when that was not measured
     */
    public record Figure(double nanos, double bytes) {}

    /**
     * Takes down a figure.
     *
     * @param what such as {@code PhaseBench.drools}
     * @param rules such as {@code frozen} or {@code 5000}; empty when there is one of it only
     */
    public void add(String what, String rules, Figure figure) {
        figures.put(what + ' ' + rules, figure);
    }

    /** Returns the time of one operation in nanoseconds, if it was measured. */
    public OptionalDouble nanos(String what, String rules) {
        Figure figure = figures.get(what + ' ' + rules);
        return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure.nanos());
    }

    /** Returns how many bytes one operation allocates, if that was measured. */
    public OptionalDouble bytes(String what, String rules) {
        Figure figure = figures.get(what + ' ' + rules);
        return figure == null || Double.isNaN(figure.bytes())
                ? OptionalDouble.empty()
                : OptionalDouble.of(figure.bytes());
    }

    /** Returns how often the second time goes into the first, if both were measured. */
    public OptionalDouble ratio(String what, String rules, String beside, String besideRules) {
        OptionalDouble first = nanos(what, rules);
        OptionalDouble second = nanos(beside, besideRules);
        return first.isPresent() && second.isPresent()
                ? OptionalDouble.of(first.getAsDouble() / second.getAsDouble())
                : OptionalDouble.empty();
    }
}
