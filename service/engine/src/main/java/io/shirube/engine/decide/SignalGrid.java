package io.shirube.engine.decide;

import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.rules.ValueType;
import io.shirube.engine.rules.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The values of a signal that can make a difference: its bounds, and each constant that rules compare it with together with
 * its neighbours. Immutable, safe for use by many threads.
 */
final class SignalGrid {

    /** Most values of one signal; a longer grid is thinned evenly. */
    static final int MOST = 32;

    private final Vocabulary vocabulary;
    private final List<String> texts;
    private final WorkingDays workingDays;
    private final Map<String, List<Double>> values = new HashMap<>();

    /** By date, the working days ago around each constant; which day that is depends on asOf. */
    private final Map<String, NavigableSet<Double>> workingDaysAgo = new HashMap<>();

    SignalGrid(RuleModel model, Evaluator evaluator) {
        this.vocabulary = model.vocabulary();
        this.texts = model.texts();
        this.workingDays = WorkingDays.of(model.policies());
        for (SignalType signal : vocabulary.signals()) {
            Field field = signal.field();
            values.put(field.qualifiedName(), thin(values(field, evaluator)));
            if (field.type() == ValueType.DATE) {
                workingDaysAgo.put(field.qualifiedName(), workingDaysAgo(vocabulary.days(field), evaluator));
            }
        }
    }

    private static NavigableSet<Double> workingDaysAgo(List<Field> days, Evaluator evaluator) {
        NavigableSet<Double> around = new TreeSet<>();
        evaluator.thresholds(days.get(2)).forEach(ago -> around.addAll(List.of(ago - 1, ago, ago + 1)));
        evaluator.thresholds(days.get(3)).forEach(ahead -> around.addAll(List.of(-1 - ahead, 0 - ahead, 1 - ahead)));
        return around;
    }

    /** A value to be tried. */
    interface Setting {
        void apply(Slots account);
    }

    /** Returns the slots that a signal fills: its own, and for a day the day counts. */
    List<Integer> slots(SignalType signal) {
        List<Integer> slots = new ArrayList<>(List.of(signal.field().slot()));
        if (signal.field().type() == ValueType.DATE) {
            vocabulary.days(signal.field()).forEach(field -> slots.add(field.slot()));
        }
        return slots;
    }

    List<Setting> settings(SignalType signal, LocalDate asOf) {
        Field field = signal.field();
        List<Setting> settings = new ArrayList<>();
        for (double value : values.getOrDefault(field.qualifiedName(), List.of())) {
            settings.add(setting(field, value, asOf));
        }
        for (double working : workingDaysAgo.getOrDefault(field.qualifiedName(), Collections.emptyNavigableSet())) {
            LocalDate day = workingDays.plus(asOf, (int) -working);
            settings.add(setting(field, (double) (asOf.toEpochDay() - day.toEpochDay()), asOf));
        }
        if (field.type() == ValueType.TEXT_SET) {
            settings.add(account -> account.setTexts(field.slot(), new int[0], Set.of()));
        }
        if (TypedValues.isEvent(field)) {
            settings.add(account -> slots(signal).forEach(account::setAbsent));
        }
        return settings;
    }

    private Setting setting(Field field, double value, LocalDate asOf) {
        return switch (field.type()) {
            case NUMBER, BOOLEAN, ENUM -> account -> account.set(field.slot(), value);
            case TEXT -> account -> account.setText(field.slot(), (int) value, text(value));
            case TEXT_SET -> account -> account.setTexts(field.slot(), new int[] {(int) value}, Set.of(text(value)));
            case DATE -> {
                List<Field> days = vocabulary.days(field);
                LocalDate day = asOf.minusDays((long) value);
                double working = workingDays.between(day, asOf);
                yield account -> {
                    account.set(field.slot(), (double) day.toEpochDay());
                    account.set(days.get(0).slot(), value);
                    account.set(days.get(1).slot(), 0.0 - value);
                    account.set(days.get(2).slot(), working);
                    account.set(days.get(3).slot(), 0.0 - working);
                };
            }
        };
    }

    private String text(double number) {
        return number < texts.size() ? texts.get((int) number) : "?";
    }

    private NavigableSet<Double> values(Field field, Evaluator evaluator) {
        NavigableSet<Double> grid = new TreeSet<>();
        switch (field.type()) {
            case NUMBER -> around(field, evaluator.thresholds(field), grid);
            case BOOLEAN -> grid.addAll(List.of(0.0, 1.0));
            case ENUM -> {
                EnumType type = field.enumType();
                for (int i = 0; type != null && i < type.values().size(); i++) {
                    grid.add((double) i);
                }
            }
            case TEXT, TEXT_SET -> {
                grid.addAll(evaluator.thresholds(field));
                grid.add((double) texts.size());
            }
            case DATE -> {
                List<Field> days = vocabulary.days(field);
                evaluator.thresholds(days.get(0)).forEach(ago -> grid.addAll(List.of(ago - 1, ago, ago + 1)));
                evaluator
                        .thresholds(days.get(1))
                        .forEach(ahead -> grid.addAll(List.of(-1 - ahead, 0 - ahead, 1 - ahead)));
                grid.add(0.0);
            }
        }
        return grid;
    }

    private static void around(Field field, NavigableSet<Double> thresholds, NavigableSet<Double> grid) {
        Double before = null;
        for (double threshold : thresholds) {
            double step = field.step() > 0 ? field.step() : 0.001 * Math.max(1, Math.abs(threshold));
            grid.addAll(List.of(threshold - step, threshold, threshold + step));
            if (before != null) {
                grid.add((before + threshold) / 2);
            }
            before = threshold;
        }
        Double min = field.min();
        Double max = field.max();
        if (min != null) {
            grid.add(min);
        }
        if (max != null) {
            grid.add(max);
        }
        grid.removeIf(value -> !SlotWriter.inRange(field, value));
    }

    private static List<Double> thin(NavigableSet<Double> grid) {
        List<Double> all = new ArrayList<>(grid);
        if (all.size() <= MOST) {
            return all;
        }
        List<Double> kept = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            kept.add(all.get((int) ((long) i * (all.size() - 1) / (MOST - 1))));
        }
        return kept;
    }
}
