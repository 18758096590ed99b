package io.shirube.io;

import io.shirube.engine.rules.ValueType;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of a cell as a value of a type. A text that does not fit is left as it is, so that whoever checks the
 * value names it.
 */
final class CsvCells {

    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\d{1,60}|\\d{1,3}(,\\d{3}){1,20})(\\.\\d{1,40})?([eE][-+]?\\d{1,3})?");
    private static final Pattern DAY = Pattern.compile("(\\d{4})[/年-](\\d{1,2})[/月-](\\d{1,2})日?");

    private CsvCells() {}

    static Object value(String cell, Optional<ValueType> type) {
        return type.map(known -> value(cell, known)).orElseGet(() -> guessed(cell));
    }

    static Object value(String cell, ValueType type) {
        return switch (type) {
            case NUMBER -> number(cell);
            case BOOLEAN -> bool(cell);
            case DATE -> day(cell);
            case TEXT, ENUM -> cell;
            case TEXT_SET ->
                Arrays.stream(cell.split("\\|", -1))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList();
        };
    }

    private static Object guessed(String cell) {
        Object number = number(cell);
        if (number instanceof Double) {
            return number;
        }
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> cell;
        };
    }

    private static Object number(String cell) {
        String plain = folded(cell);
        return NUMBER.matcher(plain).matches() ? (Object) Double.valueOf(plain.replace(",", "")) : cell;
    }

    private static Object bool(String cell) {
        return switch (folded(cell).toLowerCase(Locale.ROOT)) {
            case "true", "yes", "はい", "有", "○" -> true;
            case "false", "no", "いいえ", "無", "×" -> false;
            default -> cell;
        };
    }

    private static Object day(String cell) {
        Matcher day = DAY.matcher(folded(cell));
        return day.matches() ? day.group(1) + "-" + twoDigits(day.group(2)) + "-" + twoDigits(day.group(3)) : cell;
    }

    private static String twoDigits(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    /** Returns the text with full-width letters, digits and signs made plain. */
    private static String folded(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC);
    }
}
