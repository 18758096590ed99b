package io.shirube.engine.internal.drools;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The possible members of one accumulate, and the figures over them. Used by one thread at a time. */
public final class Samples {

    private final List<Sample> members = new ArrayList<>();

    void add(Sample sample) {
        members.add(sample);
    }

    private boolean untold() {
        return members.size() == 1 && members.get(0).untold();
    }

    /** Returns how many members there are. */
    public Span count() {
        if (untold()) {
            return new Span(0, Double.POSITIVE_INFINITY, false);
        }
        int certain = 0;
        for (Sample member : members) {
            certain += member.certain() ? 1 : 0;
        }
        return new Span(certain, members.size(), false);
    }

    /** Returns the sum of the members' values of one number. */
    public Span sum(int value) {
        Split values = split(value);
        if (untold() || values.unknown()) {
            return Span.unbounded(false);
        }
        double[] low = Arrays.copyOf(values.certain, values.certain.length + values.uncertain.length);
        double[] high = low.clone();
        for (int i = 0; i < values.uncertain.length; i++) {
            low[values.certain.length + i] = Math.min(0, values.uncertain[i]);
            high[values.certain.length + i] = Math.max(0, values.uncertain[i]);
        }
        return new Span(exactSum(low, low.length), exactSum(high, high.length), false);
    }

    /** Returns the lowest of the members' values of one number. */
    public Span min(int value) {
        if (untold()) {
            return Span.unbounded(true);
        }
        return lowest(split(value));
    }

    /** Returns the highest of the members' values of one number. */
    public Span max(int value) {
        if (untold()) {
            return Span.unbounded(true);
        }
        Span mirrored = lowest(split(value).negated());
        return new Span(-mirrored.high(), -mirrored.low(), mirrored.maybeAbsent());
    }

    private static Span lowest(Split values) {
        boolean maybeAbsent = values.certain.length == 0 && !values.certainUnknown;
        if (maybeAbsent && values.uncertain.length == 0 && !values.uncertainUnknown) {
            return Span.ABSENT;
        }
        double low =
                Math.min(values.unknown() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY, lowestOfAll(values));
        double high = Double.POSITIVE_INFINITY;
        if (values.certain.length > 0) {
            high = Arrays.stream(values.certain).min().orElseThrow();
        } else if (maybeAbsent && !values.uncertainUnknown) {
            high = Arrays.stream(values.uncertain).max().orElseThrow();
        }
        return new Span(low, high, maybeAbsent);
    }

    private static double lowestOfAll(Split values) {
        double low = Double.POSITIVE_INFINITY;
        for (double number : values.certain) {
            low = Math.min(low, number);
        }
        for (double number : values.uncertain) {
            low = Math.min(low, number);
        }
        return low;
    }

    /** Returns the mean of the members' values of one number. */
    public Span average(int value) {
        Split values = split(value);
        boolean maybeAbsent = values.certain.length == 0 && !values.certainUnknown;
        if (untold() || values.unknown()) {
            return Span.unbounded(untold() || maybeAbsent);
        }
        if (maybeAbsent && values.uncertain.length == 0) {
            return Span.ABSENT;
        }
        double low = lowestAverage(values);
        double high = -lowestAverage(values.negated());
        return new Span(low, high, maybeAbsent);
    }

    /** The lowest mean takes, for some n, the n lowest uncertain values; each n is tried because rounding differs. */
    private static double lowestAverage(Split values) {
        double[] uncertain = values.uncertain.clone();
        Arrays.sort(uncertain);
        double[] all = Arrays.copyOf(values.certain, values.certain.length + uncertain.length);
        System.arraycopy(uncertain, 0, all, values.certain.length, uncertain.length);
        double lowest = Double.POSITIVE_INFINITY;
        for (int length = Math.max(1, values.certain.length); length <= all.length; length++) {
            lowest = Math.min(lowest, exactSum(all, length) / length);
        }
        return lowest;
    }

    private static double exactSum(double[] numbers, int length) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < length; i++) {
            sum = sum.add(new BigDecimal(numbers[i]));
        }
        return sum.doubleValue();
    }

    private Split split(int value) {
        double[] certain = new double[members.size()];
        double[] uncertain = new double[members.size()];
        boolean certainUnknown = false;
        boolean uncertainUnknown = false;
        int certainCount = 0;
        int uncertainCount = 0;
        for (Sample member : members) {
            double number = member.untold() ? Figures.UNKNOWN : member.value(value);
            if (Double.isNaN(number)) {
                certainUnknown |= member.certain();
                uncertainUnknown |= !member.certain();
            } else if (number != Figures.ABSENT && member.certain()) {
                certain[certainCount++] = number;
            } else if (number != Figures.ABSENT) {
                uncertain[uncertainCount++] = number;
            }
        }
        return new Split(
                Arrays.copyOf(certain, certainCount),
                Arrays.copyOf(uncertain, uncertainCount),
                certainUnknown,
                uncertainUnknown);
    }

    @SuppressWarnings("ArrayRecordComponent") // because it never leaves this class and is never compared
    private record Split(double[] certain, double[] uncertain, boolean certainUnknown, boolean uncertainUnknown) {

        boolean unknown() {
            return certainUnknown || uncertainUnknown;
        }

        Split negated() {
            return new Split(
                    Arrays.stream(certain).map(number -> -number).toArray(),
                    Arrays.stream(uncertain).map(number -> -number).toArray(),
                    certainUnknown,
                    uncertainUnknown);
        }
    }
}
