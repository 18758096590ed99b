package io.shirube.engine.authoring.check;

import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Table.Cell;
import io.shirube.engine.rules.Table.Range;
import io.shirube.engine.rules.Table.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Cuts the numbers of a column at the thresholds of its cells. */
final class Pieces {

    private Pieces() {}

    /** Returns one value out of every piece between and at the thresholds, within the field's range and on its steps. */
    static List<Double> of(Field field, List<Cell> cells) {
        TreeSet<Double> thresholds = new TreeSet<>();
        cells.forEach(cell -> cell.parts().forEach(part -> {
            if (part instanceof Range range) {
                thresholds.add(range.low());
                thresholds.add(range.high());
            } else if (part instanceof Value value) {
                thresholds.add(value.value());
            }
        }));
        Double min = field.min();
        Double max = field.max();
        double lowest = min == null ? Double.NEGATIVE_INFINITY : min;
        double highest = max == null ? Double.POSITIVE_INFINITY : max;
        thresholds.removeIf(threshold -> Double.isInfinite(threshold) || threshold < lowest || threshold > highest);
        if (min != null) {
            thresholds.add(min);
        }
        if (max != null) {
            thresholds.add(max);
        }
        List<Double> samples = new ArrayList<>();
        double below = Double.NEGATIVE_INFINITY;
        for (double threshold : thresholds) {
            if (threshold > lowest) {
                between(below, threshold, field.step()).ifPresent(samples::add);
            }
            if (onStep(threshold, field.step())) {
                samples.add(threshold);
            }
            below = threshold;
        }
        if (below < highest) {
            between(below, Double.POSITIVE_INFINITY, field.step()).ifPresent(samples::add);
        }
        return samples;
    }

    private static Optional<Double> between(double low, double high, double step) {
        if (Double.isInfinite(low) && Double.isInfinite(high)) {
            return Optional.of(0.0);
        }
        double distance = step > 0 ? step : 1;
        if (Double.isInfinite(low)) {
            return Optional.of(step > 0 ? gridBelow(high, distance) : high - distance);
        }
        if (step == 0) {
            return Optional.of(Double.isInfinite(high) ? low + 1 : low + (high - low) / 2);
        }
        BigDecimal unit = BigDecimal.valueOf(step);
        double next = BigDecimal.valueOf(low)
                .divide(unit, 0, RoundingMode.FLOOR)
                .add(BigDecimal.ONE)
                .multiply(unit)
                .doubleValue();
        return next < high ? Optional.of(next) : Optional.empty();
    }

    private static double gridBelow(double high, double step) {
        BigDecimal unit = BigDecimal.valueOf(step);
        return BigDecimal.valueOf(high)
                .divide(unit, 0, RoundingMode.CEILING)
                .subtract(BigDecimal.ONE)
                .multiply(unit)
                .doubleValue();
    }

    private static boolean onStep(double value, double step) {
        return step == 0
                || BigDecimal.valueOf(value).remainder(BigDecimal.valueOf(step)).signum() == 0;
    }
}
