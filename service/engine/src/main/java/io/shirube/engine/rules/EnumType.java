package io.shirube.engine.rules;

import java.util.List;
import java.util.Map;

/**
 * A closed list of names a field may hold, in their declared order.
 *
 * @param name such as {@code Touch}
 * @param values the names, first is ordinal 0
 * @param labelsJa Japanese label by name; names without one are shown as they are
 * @param labelsEn English label by name; names without one are shown as they are
 */
public record EnumType(String name, List<String> values, Map<String, String> labelsJa, Map<String, String> labelsEn) {

    public EnumType {
        values = List.copyOf(values);
        labelsJa = Map.copyOf(labelsJa);
        labelsEn = Map.copyOf(labelsEn);
        if (values.isEmpty() || values.size() > 1000) {
            throw new IllegalArgumentException("values: 1 to 1000 names, was " + values.size());
        }
    }

    /** Returns the ordinal of a name, or -1 when this type does not have it. */
    public int ordinal(String value) {
        return values.indexOf(value);
    }

    /** Returns what Japanese sentences call a name. */
    public String labelJa(String value) {
        return labelsJa.getOrDefault(value, value);
    }
}
