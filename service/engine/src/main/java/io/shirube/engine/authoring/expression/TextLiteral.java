package io.shirube.engine.authoring.expression;

import java.util.Arrays;

/**
 * A quoted text as it stands in a source.
 *
 * @param value the characters, escapes resolved
 * @param offsets where each of them stands, and where the closing quote does
 * @param end offset after the closing quote, or the end of the line when there is none
 * @param closed whether there is a closing quote
 * @param badEscape offset of an escape that is none, or -1
 */
@SuppressWarnings("ArrayRecordComponent") // because it lives only while a token is made or cut
record TextLiteral(String value, int[] offsets, int end, boolean closed, int badEscape) {

    private static final String QUOTES = "\"\u201C\u201D\u201E\u201F\uFF02";

    /** Returns whether a character is a double quote of any width or shape. */
    static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }

    static TextLiteral read(String source, int start) {
        char opening = source.charAt(start);
        StringBuilder value = new StringBuilder();
        int[] offsets = new int[16];
        int badEscape = -1;
        int i = start + 1;
        while (i < source.length() && !isLineEnd(source.charAt(i))) {
            char c = source.charAt(i);
            if (opening == '"' ? c == '"' : isQuote(c)) {
                return new TextLiteral(value.toString(), ending(offsets, value.length(), i), i + 1, true, badEscape);
            }
            offsets = value.length() + 1 >= offsets.length ? Arrays.copyOf(offsets, offsets.length * 2) : offsets;
            offsets[value.length()] = i;
            boolean escaped = c == '\\' && i + 1 < source.length() && !isLineEnd(source.charAt(i + 1));
            int resolved = escaped ? resolve(source.charAt(i + 1)) : c;
            badEscape = resolved < 0 && badEscape < 0 ? i : badEscape;
            value.append(resolved < 0 ? source.charAt(i + 1) : (char) resolved);
            i += escaped ? 2 : 1;
        }
        return new TextLiteral(value.toString(), ending(offsets, value.length(), i), i, false, badEscape);
    }

    private static int[] ending(int[] offsets, int length, int end) {
        int[] whole = Arrays.copyOf(offsets, length + 1);
        whole[length] = end;
        return whole;
    }

    private static int resolve(char escape) {
        return switch (escape) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case '\\', '"', '\'' -> escape;
            default -> -1;
        };
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    SourceText within(SourceText source) {
        return source.part(value, offsets);
    }
}
