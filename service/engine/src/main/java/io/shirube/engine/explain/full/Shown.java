package io.shirube.engine.explain.full;

import io.shirube.engine.explain.Quoted;
import io.shirube.engine.explain.ValueText;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.ValueType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows values with their units, as a sentence that stands alone needs them. */
final class Shown {

    private static final Map<String, String> UNITS_JA = Map.ofEntries(
            Map.entry("percent", "%"),
            Map.entry("yen", "円"),
            Map.entry("days", "日"),
            Map.entry("hours", "時間"),
            Map.entry("months", "か月"),
            Map.entry("month", "月"),
            Map.entry("people", "人"),
            Map.entry("seats", "席"),
            Map.entry("times", "回"),
            Map.entry("items", "件"),
            Map.entry("tickets", "件"),
            Map.entry("accounts", "社"),
            Map.entry("points", "点"));
    private static final Map<String, String> UNITS_EN = Map.ofEntries(
            Map.entry("percent", "%"),
            Map.entry("days", " days"),
            Map.entry("hours", " hours"),
            Map.entry("months", " months"),
            Map.entry("people", " people"),
            Map.entry("seats", " seats"),
            Map.entry("times", " times"),
            Map.entry("tickets", " tickets"),
            Map.entry("accounts", " accounts"),
            Map.entry("points", " points"));

    private Shown() {}

    /** Returns a known value in Japanese; names and texts in brackets. */
    static String ja(Quoted value, @Nullable Field field) {
        if (!value.isKnown() || field == null) {
            return ValueText.show(value, field, true);
        }
        return switch (field.type()) {
            case NUMBER -> ValueText.figure(value.number(), field, true) + UNITS_JA.getOrDefault(field.unit(), "");
            case DATE -> ValueText.show(value, field, true);
            case BOOLEAN, ENUM, TEXT, TEXT_SET -> "「" + text(value, field, true) + "」";
        };
    }

    /** Returns a known value in English. */
    static String en(Quoted value, @Nullable Field field) {
        if (!value.isKnown() || field == null) {
            return ValueText.show(value, field, false);
        }
        if (field.type() == ValueType.NUMBER) {
            String figure = ValueText.figure(value.number(), field, false).replace(" %", "%");
            String unit = UNITS_EN.getOrDefault(field.unit(), "");
            boolean one = Math.abs(value.number()) == 1 && unit.endsWith("s");
            return field.unit().equals("yen")
                    ? "¥" + figure
                    : figure + (unit.equals(" people") && one ? " person" : one ? cut(unit) : unit);
        }
        return text(value, field, false);
    }

    /** Returns one day, not one days. */
    private static String cut(String unit) {
        return unit.substring(0, unit.length() - 1);
    }

    /** Of a set with nothing in it there is nothing to show. */
    private static String text(Quoted value, Field field, boolean japanese) {
        String text = ValueText.show(value, field, japanese);
        return text.isEmpty() ? (japanese ? "なし" : "none") : text;
    }
}
