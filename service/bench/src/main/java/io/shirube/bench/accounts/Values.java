package io.shirube.bench.accounts;

import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Vocabulary;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of one fact by name: NaN or null where there is none. Used by one thread. */
record Values(Vocabulary vocabulary, FactType owner, Slots slots) {

    double number(String name) {
        Field field = vocabulary.required(owner, name);
        return slots.isKnown(field.slot()) ? slots.number(field.slot()) : Double.NaN;
    }

    @Nullable
    Boolean flag(String name) {
        double number = number(name);
        return Double.isNaN(number) ? null : number != 0;
    }

    @Nullable
    String text(String name) {
        return slots.text(vocabulary.required(owner, name).slot());
    }

    <E extends Enum<E>> @Nullable E name(String name, Class<E> type) {
        double ordinal = number(name);
        EnumType names = Objects.requireNonNull(vocabulary.required(owner, name).enumType(), name);
        return Double.isNaN(ordinal) ? null : Enum.valueOf(type, names.values().get((int) ordinal));
    }
}
