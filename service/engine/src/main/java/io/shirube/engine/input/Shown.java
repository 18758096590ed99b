package io.shirube.engine.input;

import io.shirube.engine.model.NumberText;
import java.util.List;
import java.util.Map;

/** Shows a caller's value inside a sentence: short, on one line, with its type. */
final class Shown {

    private static final int LONGEST = 40;

    private Shown() {}

    static String ja(Object value) {
        if (value instanceof Map) {
            return "オブジェクト";
        }
        if (value instanceof List) {
            return "配列";
        }
        return scalar(value) + (value instanceof String ? "（文字列）" : value instanceof Boolean ? "（真偽値）" : "（数値）");
    }

    static String en(Object value) {
        if (value instanceof Map) {
            return "an object";
        }
        if (value instanceof List) {
            return "a list";
        }
        return scalar(value)
                + (value instanceof String ? " (a text)" : value instanceof Boolean ? " (a boolean)" : " (a number)");
    }

    static String scalar(Object value) {
        if (value instanceof Double number) {
            String plain = NumberText.of(number);
            return plain.length() > LONGEST ? number.toString() : plain;
        }
        return value instanceof String text ? "\"" + plain(text, LONGEST) + "\"" : String.valueOf(value);
    }

    /** Returns the text without control characters and unpaired surrogates, cut after some characters. */
    static String plain(String text, int longest) {
        StringBuilder out = new StringBuilder();
        int end = Math.min(text.length(), longest);
        for (int at = 0; at < end; ) {
            int point = text.codePointAt(at);
            boolean odd = Character.isISOControl(point)
                    || Character.getType(point) == Character.SURROGATE
                    || Character.getType(point) == Character.FORMAT;
            out.appendCodePoint(odd ? 0xFFFD : point);
            at += Character.charCount(point);
        }
        return text.length() > longest ? out.append('…').toString() : out.toString();
    }
}
