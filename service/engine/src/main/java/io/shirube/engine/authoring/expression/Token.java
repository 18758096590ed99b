package io.shirube.engine.authoring.expression;

/**
 * One word, number, text or sign.
 *
 * @param text its plain spelling; for TEXT what stands between the quotes, escapes resolved
 * @param start offset of its first character in the source
 * @param end offset after its last character
 */
public record Token(Kind kind, String text, int start, int end) {

    /** What a token is. */
    public enum Kind {
        NAME,
        NUMBER,
        TEXT,
        SIGN,
        /** Something already reported, such as a text without its closing quote. */
        BROKEN,
        /** The end of what is read. */
        END
    }

    /** Returns whether it is this sign or plain word. */
    public boolean is(String spelling) {
        return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(spelling);
    }

    public boolean is(Kind other) {
        return kind == other;
    }
}
