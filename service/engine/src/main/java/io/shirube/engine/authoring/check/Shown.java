package io.shirube.engine.authoring.check;

import io.shirube.engine.model.Text;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Shows example values in the words of authors. */
final class Shown {

    private Shown() {}

    static Text number(Field field, double value) {
        BigDecimal exact = BigDecimal.valueOf(value).round(new MathContext(12));
        boolean ratio = field.unit().equals("ratio");
        BigDecimal scaled = ratio ? exact.movePointRight(2) : exact;
        String plain = scaled.signum() == 0 ? "0" : scaled.stripTrailingZeros().toPlainString();
        String shown = ratio ? plain + "%" : plain;
        return new Text(shown, shown);
    }

    static Text name(EnumType type, int ordinal) {
        String name = type.values().get(ordinal);
        return new Text(
                type.labelsJa().getOrDefault(name, name), type.labelsEn().getOrDefault(name, name));
    }

    static Text text(int number, List<String> texts) {
        return number < 0
                ? new Text("（表に無い値）", "(a value not in the table)")
                : new Text(texts.get(number), texts.get(number));
    }

    static Text members(int set, List<Double> members, List<String> texts) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            if ((set & (1 << i)) != 0) {
                names.add(texts.get(members.get(i).intValue()));
            }
        }
        return names.isEmpty()
                ? new Text("（表の値をどれも含まない）", "(none of those in the table)")
                : new Text(String.join("・", names), String.join(" and ", names));
    }
}
