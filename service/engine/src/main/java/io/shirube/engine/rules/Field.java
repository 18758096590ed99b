package io.shirube.engine.rules;

import io.shirube.engine.model.FactType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One named, typed value of a fact.
 *
 * @param owner the fact type that has it
 * @param name as rules write it
 * @param slot index in the account's slots for a singleton, in the item's slots for a collection
 * @param type kind of value
 * @param enumType the names it may hold, for ENUM only
 * @param unit display unit: {@code ratio} (0..1, shown times 100), {@code percent}, {@code yen}, {@code days},
 *     {@code people} …; {@code event} for a date whose told null means not happened; empty when it has none
 * @param min lowest allowed value, or null for no bound
 * @param max highest allowed value, or null for no bound
 * @param step distance of neighbouring values, 0 when continuous
 * @param labelJa Japanese label
 * @param labelEn English label
 * @param concludedIn the phase whose rules or arithmetic settle it, or null for an input
 * @param assignable whether rules of that phase may conclude it
 * @param merge how several conclusions become one
 */
public record Field(
        FactType owner,
        String name,
        int slot,
        ValueType type,
        @Nullable EnumType enumType,
        String unit,
        @Nullable Double min,
        @Nullable Double max,
        double step,
        String labelJa,
        String labelEn,
        @Nullable Phase concludedIn,
        boolean assignable,
        Merge merge) {

    public Field {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        if ((type == ValueType.ENUM) != (enumType != null)) {
            throw new IllegalArgumentException("enumType: needed for ENUM only, field " + name);
        }
    }

    /** Returns whether a rule of the given phase may read this field. */
    public boolean readableIn(Phase phase) {
        return concludedIn == null || concludedIn.compareTo(phase) < 0;
    }

    /** Returns this field in another slot. */
    public Field at(int otherSlot) {
        return new Field(
                owner,
                name,
                otherSlot,
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
    }

    /** Returns {@code Contract.arr}, the name with its owner. */
    public String qualifiedName() {
        return owner.ruleName() + "." + name;
    }
}
