package io.shirube.engine.rules;

import io.shirube.engine.model.FactType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the slots of fields in the order in which they are declared, and gives every date its days ago and ahead, in all
 * and working ones. Used by one thread while a ruleset is read.
 */
public final class FieldRegister {

    private final List<Field> fields = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<FactType, Integer> itemSlots = new EnumMap<>(FactType.class);
    private int accountSlots;

    /** Begins a field. */
    public Draft draft(FactType owner, String name, ValueType type, String labelJa, String labelEn) {
        return new Draft(owner, name, type, labelJa, labelEn);
    }

    /** Begins a field that holds one of the names of an enum. */
    public Draft draft(FactType owner, String name, EnumType type, String labelJa, String labelEn) {
        Draft draft = new Draft(owner, name, ValueType.ENUM, labelJa, labelEn);
        draft.enumType = type;
        return draft;
    }

    /** Returns whether a fact type already has a field of that name. */
    public boolean has(FactType owner, String name) {
        return names.contains(owner.ruleName() + "." + name);
    }

    /** Returns the fields declared so far, in order. */
    public List<Field> fields() {
        return List.copyOf(fields);
    }

    /**
     * Returns the names of days counted from a date: for openedAt {@code openedDaysAgo}, {@code openedDaysAhead}, {@code
     * openedWorkingDaysAgo}, {@code openedWorkingDaysAhead}.
     */
    public static List<String> dayNames(String date) {
        String stem = date;
        int cut = date.length() - 2;
        if (cut > 0 && (date.endsWith("At") || date.endsWith("On")) && Character.isLowerCase(date.charAt(cut - 1))) {
            stem = date.substring(0, cut);
        }
        return List.of(stem + "DaysAgo", stem + "DaysAhead", stem + "WorkingDaysAgo", stem + "WorkingDaysAhead");
    }

    private int nextSlot(FactType owner) {
        return owner.isSingleton() ? accountSlots++ : itemSlots.merge(owner, 1, Integer::sum) - 1;
    }

    /** A field being declared; {@link #add} ends it. */
    public final class Draft {
        private final FactType owner;
        private final String name;
        private final ValueType type;
        private final String labelJa;
        private final String labelEn;
        private @Nullable EnumType enumType;
        private String unit = "";
        private @Nullable Double min;
        private @Nullable Double max;
        private double step;
        private @Nullable Phase concludedIn;
        private boolean assignable;
        private Merge merge = Merge.SINGLE;

        private Draft(FactType owner, String name, ValueType type, String labelJa, String labelEn) {
            this.owner = owner;
            this.name = name;
            this.type = type;
            this.labelJa = labelJa;
            this.labelEn = labelEn;
        }

        public Draft unit(String value) {
            unit = value;
            return this;
        }

        public Draft range(@Nullable Double lowest, @Nullable Double highest) {
            min = lowest;
            max = highest;
            return this;
        }

        public Draft step(double value) {
            step = value;
            return this;
        }

        /** Settled in a phase by arithmetic, not by rules. */
        public Draft computedIn(Phase phase) {
            concludedIn = phase;
            return this;
        }

        /** Settled in a phase by its rules. */
        public Draft concludedIn(Phase phase, Merge how) {
            concludedIn = phase;
            assignable = true;
            merge = how;
            return this;
        }

        /**
         * Declares the field, and behind it the day counts of a date.
         *
         * @throws IllegalArgumentException when the fact type has a field of that name
         */
        public Field add() {
            if (!names.add(owner.ruleName() + "." + name)) {
                throw new IllegalArgumentException("name: twice " + owner.ruleName() + "." + name);
            }
            Field field = new Field(
                    owner,
                    name,
                    nextSlot(owner),
                    type,
                    enumType,
                    unit,
                    min,
                    max,
                    step,
                    labelJa,
                    labelEn,
                    concludedIn,
                    assignable,
                    merge);
            fields.add(field);
            if (type == ValueType.DATE) {
                addDays();
            }
            return field;
        }

        private void addDays() {
            List<String> days = dayNames(name);
            addDays(days.get(0), labelJa + "からの日数", "Days since " + labelEn);
            addDays(days.get(1), labelJa + "までの日数", "Days until " + labelEn);
            addDays(days.get(2), labelJa + "からの営業日数", "Working days since " + labelEn);
            addDays(days.get(3), labelJa + "までの営業日数", "Working days until " + labelEn);
        }

        private void addDays(String dayName, String ja, String en) {
            Draft draft = new Draft(owner, dayName, ValueType.NUMBER, ja, en);
            draft.concludedIn = concludedIn;
            draft.unit("days").step(1).add();
        }
    }
}
