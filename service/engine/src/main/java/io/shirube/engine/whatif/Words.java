package io.shirube.engine.whatif;

import io.shirube.engine.explain.Quoted;
import io.shirube.engine.explain.ValueText;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.ValueType;
import io.shirube.engine.rules.Vocabulary;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Names and values as sentences say them. Immutable, safe for use by many threads. */
final class Words {

    private static final Map<String, Text> UNITS = Map.ofEntries(
            Map.entry("people", new Text("人", "")),
            Map.entry("seats", new Text("席", "")),
            Map.entry("yen", new Text("円", " yen")),
            Map.entry("days", new Text("日", " days")),
            Map.entry("hours", new Text("時間", " hours")),
            Map.entry("points", new Text("点", " points")),
            Map.entry("tickets", new Text("件", "")),
            Map.entry("items", new Text("件", "")),
            Map.entry("times", new Text("", "")),
            Map.entry("accounts", new Text("社", "")),
            Map.entry("month", new Text("月", "")));

    private final Map<String, Text> actions = new HashMap<>();
    private final EnumType touches;
    private final EnumType bands;

    Words(RuleModel model) {
        Vocabulary vocabulary = model.vocabulary();
        this.touches = type(vocabulary.required(FactType.SEGMENT, "touch"));
        this.bands = type(vocabulary.required(FactType.HEALTH, "band"));
        for (ActionType type : model.actions()) {
            actions.put(type.name(), new Text(type.labelJa(), type.labelEn()));
        }
    }

    private static EnumType type(Field field) {
        return Objects.requireNonNull(field.enumType(), field.name());
    }

    List<String> touches() {
        return touches.values();
    }

    List<String> bands() {
        return bands.values();
    }

    Text touch(String name) {
        return label(touches, name);
    }

    Text band(String name) {
        return label(bands, name);
    }

    Text action(String name) {
        return actions.getOrDefault(name, new Text(name, name));
    }

    private static Text label(EnumType type, String name) {
        return new Text(type.labelJa(name), type.labelsEn().getOrDefault(name, name));
    }

    static Text label(Input input) {
        return new Text(input.field().labelJa(), input.field().labelEn());
    }

    /** Returns a value as a sentence shows it; null is unknown. */
    static Text value(Field field, @Nullable Object value) {
        if (value == null) {
            return new Text("不明", "unknown");
        }
        if (value instanceof List<?> list) {
            String members = String.join("、", list.stream().map(String::valueOf).toList());
            return new Text(members.isEmpty() ? "なし" : members, members.isEmpty() ? "none" : members);
        }
        if (value instanceof Double number && field.type() == ValueType.NUMBER) {
            return number(field, number);
        }
        if (value instanceof Boolean flag) {
            return new Text(flag ? "はい" : "いいえ", flag ? "yes" : "no");
        }
        if (value instanceof LocalDate day) {
            return new Text(ValueText.dayJa(day), day.toString());
        }
        EnumType type = field.enumType();
        String name = String.valueOf(value);
        return type == null ? new Text(name, name) : label(type, name);
    }

    /** Returns a number with its unit. */
    static Text number(Field field, double number) {
        return new Text(
                ValueText.figure(number, field, true) + unit(field, number).ja(),
                ValueText.figure(number, field, false) + unit(field, number).en());
    }

    private static Text unit(Field field, double number) {
        Text unit = UNITS.getOrDefault(field.unit(), new Text("", ""));
        String en = number == 1 && unit.en().endsWith("s")
                ? unit.en().substring(0, unit.en().length() - 1)
                : unit.en();
        return new Text(unit.ja(), en);
    }

    /** Returns how far a number is off, without a sign: a share in points of a percentage. */
    static Text distance(Field field, double distance) {
        double size = Math.abs(distance);
        if (field.unit().equals("ratio")) {
            String points = ValueText.show(Quoted.number(size), field, true);
            return new Text(points + "ポイント", points + (points.equals("1") ? " point" : " points"));
        }
        Text shown = number(field, size);
        return isCounted(field)
                ? new Text(shown.ja(), shown.en() + " " + field.labelEn().toLowerCase(Locale.ROOT))
                : shown;
    }

    /** Returns whether the English label is what is counted: 12 employees. */
    static boolean isCounted(Field field) {
        return field.unit().equals("people") && field.labelEn().matches("[A-Z][a-z]+s");
    }

    /** Returns the spans of values that come to the same. */
    static Text spans(Input input, List<Learned.Span> spans) {
        Field field = input.field();
        StringBuilder ja = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (Learned.Span span : spans) {
            Text one = span(input, field, span);
            ja.append(ja.isEmpty() ? "" : "、").append(one.ja());
            en.append(en.isEmpty() ? "" : ", ").append(one.en());
        }
        return new Text(ja.toString(), en.toString());
    }

    private static Text span(Input input, Field field, Learned.Span span) {
        boolean ordered = field.type() == ValueType.NUMBER || field.type() == ValueType.DATE;
        if (!ordered) {
            return unordered(input, field, span);
        }
        Text from = value(field, input.plain(span.from()));
        Text to = value(field, input.plain(span.to()));
        if (span.first() && span.last()) {
            return new Text("どの値でも", "any value");
        }
        boolean day = field.type() == ValueType.DATE;
        Double min = field.min();
        Double max = field.max();
        if ((min != null && span.to() <= min) || (max != null && span.from() >= max)) {
            return from;
        }
        if (span.last()) {
            return new Text(from.ja() + (day ? "以降" : "以上"), from.en() + (day ? " or later" : " or more"));
        }
        if (span.first()) {
            return new Text(to.ja() + (day ? "以前" : "以下"), to.en() + (day ? " or earlier" : " or less"));
        }
        return span.from() == span.to() ? from : new Text(from.ja() + "〜" + to.ja(), from.en() + " to " + to.en());
    }

    private static Text unordered(Input input, Field field, Learned.Span span) {
        boolean text = field.type() == ValueType.TEXT || field.type() == ValueType.TEXT_SET;
        if (text && span.from() >= input.texts().size()) {
            return span.first() && span.last() ? new Text("何かの文字列", "any text") : new Text("ほかの文字列", "another text");
        }
        return value(field, input.plain(span.from()));
    }
}
