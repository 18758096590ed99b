package io.shirube.engine.explain.full;

import io.shirube.engine.explain.Quoted;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what a test asks of a value: 90%以上なら, with 90% or more. */
final class Needs {

    private final List<String> texts;

    Needs(List<String> texts) {
        this.texts = texts;
    }

    /** Returns what a test asks; null when it has no short form. */
    @Nullable
    Text of(Tested tested) {
        Field field = tested.field();
        Quoted threshold = tested.threshold();
        Constraint.Comparison comparison = tested.comparison();
        if (comparison != null && threshold != null && threshold.isKnown()) {
            return compared(comparison, tested, threshold);
        }
        if (tested.constraint() instanceof Constraint.OneOf oneOf && field != null) {
            return oneOf(oneOf.values(), field);
        }
        if (tested.constraint() instanceof Constraint.Contains && threshold != null) {
            String text = String.valueOf(threshold.text());
            return new Text("「" + text + "」を含むなら", "with " + text + " among them");
        }
        return tested.constraint() instanceof Constraint.IsNull ? new Text("不明なら", "if it were not known") : null;
    }

    /** Returns that the value must be there. */
    static Text known(@Nullable Field field) {
        boolean concluded = field != null && field.concludedIn() != null;
        return concluded ? new Text("当てはまれば", "if it did") : new Text("分かれば", "if it were known");
    }

    private static Text compared(Constraint.Comparison comparison, Tested tested, Quoted threshold) {
        Field field = tested.subject().isCount() ? null : tested.field();
        String count = tested.subject().isCount() ? "件" : "";
        String ja = Shown.ja(threshold, field) + count;
        String en = Shown.en(threshold, field);
        boolean day = field != null && field.type() == ValueType.DATE;
        return switch (comparison) {
            case EQ -> new Text(ja + "なら", "with " + en);
            case NE -> new Text(ja + "以外なら", "with anything but " + en);
            case GE ->
                day
                        ? new Text(ja + "以降なら", "on " + en + " or later")
                        : new Text(ja + "以上なら", "with " + en + " or more");
            case GT -> day ? new Text(ja + "より後なら", "after " + en) : new Text(ja + "を超えれば", "with more than " + en);
            case LE ->
                day
                        ? new Text(ja + "以前なら", "on " + en + " or before")
                        : new Text(ja + "以下なら", "with " + en + " or less");
            case LT -> day ? new Text(ja + "より前なら", "before " + en) : new Text(ja + "未満なら", "with less than " + en);
        };
    }

    private Text oneOf(List<Double> values, Field field) {
        StringBuilder ja = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (double value : values) {
            Quoted quoted = Tested.literal(value, field.type(), texts);
            String shown = Shown.ja(quoted, field);
            ja.append(shown.startsWith("「") || ja.isEmpty() ? shown : "、" + shown);
            en.append(en.isEmpty() ? "" : ", ").append(Shown.en(quoted, field));
        }
        return new Text(
                ja + (values.size() > 1 ? "のいずれかなら" : "なら"), (values.size() > 1 ? "with one of " : "with ") + en);
    }
}
