package io.shirube.engine.whatif;

import io.shirube.engine.decide.Variants;
import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.ValueType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The values of an input that can make a difference for one account, taken from the rules: of a number, every constant that
 * rules compare it with and its neighbours on both sides, and where what is computed from it, or stands beside it in a
 * comparison, crosses one; of a flag or a name every other one. Used by one thread.
 */
final class Grid {

    /** Distance of neighbours of a number without a step: what is shown of it. */
    private static final double SHOWN = 0.01;

    private final Variants account;
    private final Evaluator evaluator;
    private final Crossings crossings;

    Grid(Variants account) {
        this.account = account;
        this.evaluator = account.ruleset().evaluator();
        this.crossings = new Crossings(account);
    }

    /**
     * Returns the values beside the present one, ascending; none of a day.
     *
     * @return numbers; flags as 0 and 1, names as their place, texts as their number, one that no rule names among them
     */
    NavigableSet<Double> values(Input input) {
        NavigableSet<Double> values = new TreeSet<>();
        Field field = input.field();
        switch (field.type()) {
            case NUMBER -> numbers(input, values);
            case BOOLEAN -> values.addAll(List.of(0.0, 1.0));
            case ENUM -> {
                EnumType type = field.enumType();
                for (int i = 0; type != null && i < type.values().size(); i++) {
                    values.add((double) i);
                }
            }
            case TEXT, TEXT_SET -> {
                values.addAll(evaluator.thresholds(field));
                values.add((double) input.texts().size());
            }
            case DATE -> {}
        }
        if (input.isKnown(account.facts())) {
            values.remove(input.number(account.facts()));
        }
        return values;
    }

    private void numbers(Input input, NavigableSet<Double> values) {
        Field field = input.field();
        for (double constant : evaluator.thresholds(field)) {
            double step = step(field);
            values.add(constant);
            values.add(plus(constant, -step));
            values.add(plus(constant, step));
        }
        for (double crossing : crossings.of(input, values)) {
            add(crossing, field, values);
        }
        values.removeIf(value -> !isPossible(value, field));
    }

    private static void add(double crossing, Field field, NavigableSet<Double> values) {
        BigDecimal step = BigDecimal.valueOf(step(field));
        BigDecimal below =
                BigDecimal.valueOf(crossing).divide(step, 0, RoundingMode.FLOOR).multiply(step);
        for (int i = -1; i <= 2; i++) {
            values.add(below.add(step.multiply(BigDecimal.valueOf(i))).doubleValue());
        }
    }

    static double step(Field field) {
        return field.step() > 0 ? field.step() : SHOWN;
    }

    private static double plus(double number, double step) {
        return BigDecimal.valueOf(number).add(BigDecimal.valueOf(step)).doubleValue();
    }

    static boolean isPossible(double value, Field field) {
        Double min = field.min();
        Double max = field.max();
        return Double.isFinite(value) && (min == null || value >= min) && (max == null || value <= max);
    }

    /** Returns the settings of an input: its values with how many values of the grid lie on the way to each. */
    List<Setting> settings(Input input) {
        NavigableSet<Double> values = values(input);
        boolean counted = input.field().type() == ValueType.NUMBER && input.isKnown(account.facts());
        double now = input.number(account.facts());
        List<Setting> settings = new ArrayList<>();
        for (double value : values) {
            int steps = 1;
            if (counted) {
                steps = value > now
                        ? values.subSet(now, false, value, true).size()
                        : values.subSet(value, true, now, false).size();
            }
            settings.add(new Setting(input, value, steps));
        }
        return settings;
    }
}
