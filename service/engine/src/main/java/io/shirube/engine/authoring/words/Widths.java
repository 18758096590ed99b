package io.shirube.engine.authoring.words;

/** Full-width letters, digits and signs, as Japanese keyboards give them. */
public final class Widths {

    private Widths() {}

    /**
     * Returns the text with full-width ASCII, the ideographic space, and the several minus and wave signs as plain ones.
     * Its length stays the same, so offsets do too.
     */
    public static String narrow(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            result.append(narrow(text.charAt(i)));
        }
        return result.toString();
    }

    /** Returns whether narrowing changes more than spaces and wave signs, so that the author should hear of it. */
    public static boolean worthSaying(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (narrow(c) != c && narrow(c) != '~' && narrow(c) != ' ') {
                return true;
            }
        }
        return false;
    }

    private static char narrow(char c) {
        if (c >= '\uFF01' && c <= '\uFF5E') {
            return (char) (c - 0xFEE0);
        }
        return switch (c) {
            case '\u3000', '\u00A0' -> ' ';
            case '\u301C', '\u223C' -> '~';
            case '\u2212', '\u2010', '\u2011', '\u2012', '\u2013' -> '-';
            case '\u00A5', '\uFFE5' -> '\u00A5';
            default -> c;
        };
    }
}
