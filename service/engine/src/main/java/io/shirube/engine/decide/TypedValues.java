package io.shirube.engine.decide;

import io.shirube.engine.rules.BuiltinFields;
import io.shirube.engine.rules.Field;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads values that arrived without a type. */
final class TypedValues {

    private TypedValues() {}

    /** Returns whether a told null of this field means that it has not happened. */
    static boolean isEvent(Field field) {
        return field.unit().equals(BuiltinFields.EVENT);
    }

    /** Returns a day given as such or written {@code 2026-11-20}, else null. */
    static @Nullable LocalDate day(Object value) {
        if (value instanceof LocalDate day) {
            return day;
        }
        if (!(value instanceof String text) || text.length() > 20) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Returns the texts of a text or list of texts; none when it is neither. A set's one text is cut at {@code |}. */
    static List<String> words(Object value, boolean set) {
        if (value instanceof String text) {
            return set
                    ? Arrays.stream(text.split("\\|", -1))
                            .map(String::strip)
                            .filter(part -> !part.isEmpty())
                            .toList()
                    : List.of(text);
        }
        List<String> words = new ArrayList<>();
        if (value instanceof Collection<?> list) {
            for (Object item : list) {
                if (!(item instanceof String text)) {
                    return List.of();
                }
                words.add(text);
            }
        }
        return words;
    }
}
