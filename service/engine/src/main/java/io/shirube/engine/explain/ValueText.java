package io.shirube.engine.explain;

import io.shirube.engine.model.NumberText;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.ValueType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Shows values as readers expect them, in Japanese or English, whatever the machine's locale.
 *
 * <p>A ratio is shown times 100 with at most one decimal and without a sign; yen with commas between thousands; items as a
 * whole number; a day as 2026/12/28(月) or 2026-12-28; a name by its label. Unknown is 不明 or unknown, an event that has not
 * happened なし or none.
 */
public final class ValueText {

    private static final String WEEKDAYS = "月火水木金土日";

    private ValueText() {}

    /** Returns the value in a language; {@code field} tells type and unit, null for a plain figure. */
    public static String show(Quoted value, @Nullable Field field, boolean japanese) {
        if (value.state() == Slots.UNKNOWN) {
            return japanese ? "不明" : "unknown";
        }
        if (value.state() == Slots.ABSENT) {
            return japanese ? "なし" : "none";
        }
        ValueType type = field == null ? ValueType.NUMBER : field.type();
        return switch (type) {
            case NUMBER -> number(value.number(), field == null ? "" : field.unit());
            case BOOLEAN -> flag(value.number() != 0, japanese);
            case DATE -> day(value.number(), japanese);
            case ENUM -> label(value.number(), field == null ? null : field.enumType(), japanese);
            case TEXT -> value.text() == null ? "" : value.text();
            case TEXT_SET -> String.join(japanese ? "、" : ", ", value.texts());
        };
    }

    /** Returns the value as a decision's {@code facts} carry it, not scaled to its unit. */
    public static @Nullable Object plain(Quoted value, @Nullable Field field) {
        if (!value.isKnown()) {
            return null;
        }
        ValueType type = field == null ? ValueType.NUMBER : field.type();
        return switch (type) {
            case NUMBER -> value.number();
            case BOOLEAN -> value.number() != 0;
            case DATE -> LocalDate.ofEpochDay((long) value.number());
            case ENUM -> name(value.number(), field == null ? null : field.enumType());
            case TEXT -> value.text();
            case TEXT_SET -> String.join("|", value.texts());
        };
    }

    /** Returns a figure as sentences show it, a ratio with its sign: 132.7% or 132.7 %. */
    public static String figure(double number, Field field, boolean japanese) {
        if (!Double.isFinite(number)) {
            return NumberText.of(number);
        }
        String shown = number(number, field.unit());
        return field.unit().equals("ratio") ? shown + (japanese ? "%" : " %") : shown;
    }

    /** Returns a day as Japanese sentences show it: 2026/12/28(月). */
    public static String dayJa(LocalDate day) {
        char weekday = WEEKDAYS.charAt(day.getDayOfWeek().getValue() - 1);
        return String.format(
                Locale.ROOT, "%04d/%02d/%02d(%c)", day.getYear(), day.getMonthValue(), day.getDayOfMonth(), weekday);
    }

    private static String flag(boolean flag, boolean japanese) {
        if (japanese) {
            return flag ? "はい" : "いいえ";
        }
        return flag ? "yes" : "no";
    }

    private static String number(double number, String unit) {
        BigDecimal exact = BigDecimal.valueOf(number);
        return switch (unit) {
            case "ratio" -> plain(exact.movePointRight(2), 1);
            case "percent", "points" -> plain(exact, 1);
            case "yen" -> commas(plain(exact, 0));
            case "items" -> plain(exact, 0);
            default -> plain(exact, 2);
        };
    }

    private static String plain(BigDecimal number, int decimals) {
        BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static String commas(String digits) {
        StringBuilder text = new StringBuilder(digits);
        int first = digits.startsWith("-") ? 1 : 0;
        for (int at = text.length() - 3; at > first; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    private static String day(double epochDay, boolean japanese) {
        LocalDate day = LocalDate.ofEpochDay((long) epochDay);
        return japanese ? dayJa(day) : day.toString();
    }

    private static String label(double ordinal, @Nullable EnumType type, boolean japanese) {
        String name = name(ordinal, type);
        if (type == null) {
            return name;
        }
        return (japanese ? type.labelsJa() : type.labelsEn()).getOrDefault(name, name);
    }

    private static String name(double ordinal, @Nullable EnumType type) {
        int index = (int) ordinal;
        return type == null || index < 0 || index >= type.values().size()
                ? String.valueOf(index)
                : type.values().get(index);
    }
}
