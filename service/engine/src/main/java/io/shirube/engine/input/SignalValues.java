package io.shirube.engine.input;

import io.shirube.engine.model.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what was measured: a bare value, a value with its day, or a list of these. */
final class SignalValues {

    private SignalValues() {}

    /** Returns the measurements in the caller's order, none when there is nothing readable. */
    static List<Measurement> measurements(Node entry, String at, @Nullable Object value) {
        Values values = entry.values();
        if (!(value instanceof List<?> items) || isTextSet(items)) {
            return single(entry, at, value);
        }
        if (!values.fits(at, items.size())) {
            return List.of();
        }
        List<Measurement> out = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String itemAt = Paths.item(at, i);
            if (items.get(i) instanceof Map) {
                out.addAll(single(entry, itemAt, items.get(i)));
            } else if (items.get(i) == null) {
                values.problems().addRequired(itemAt);
            } else {
                values.wrong(
                        itemAt, items.get(i), " {\"value\":…,\"at\":…} の形のオブジェクト", "an object {\"value\":…,\"at\":…}");
            }
        }
        return out;
    }

    private static List<Measurement> single(Node entry, String at, @Nullable Object value) {
        if (!(value instanceof Map)) {
            return value == Unreadable.VALUE
                    ? List.of()
                    : List.of(new Measurement(single(entry.values(), at, value), null));
        }
        Measurement measurement = entry.objectOf(at, value, node -> {
            if (node.raw("value") == null && !node.has("value")) {
                node.values().problems().addRequired(node.path("value"));
            }
            return new Measurement(single(node.values(), node.path("value"), node.raw("value")), node.date("at"));
        });
        return measurement == null ? List.of() : List.of(measurement);
    }

    /** Returns a {@code Double}, {@code Boolean}, {@code String}, a list of texts, or null. */
    static @Nullable Object single(Values values, String at, @Nullable Object value) {
        return value instanceof List<?> items && isTextSet(items) ? values.texts(at, value) : values.scalar(at, value);
    }

    private static boolean isTextSet(List<?> items) {
        return !items.isEmpty() && items.stream().allMatch(String.class::isInstance);
    }
}
