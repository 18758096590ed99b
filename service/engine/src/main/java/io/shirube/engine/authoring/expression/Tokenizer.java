package io.shirube.engine.authoring.expression;

import io.shirube.engine.authoring.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts a source into tokens. Full-width letters, digits and signs outside texts are read as plain ones, which is said
 * once a line. A text ends with its line, closed or not, so that one broken line hides no other.
 */
public final class Tokenizer {

    /** The longest text a rule may quote, in UTF-16 units. */
    public static final int LONGEST_TEXT = 1000;

    private static final List<String> SIGNS = List.of(
            "===", "!==", "==", "!=", "<=", ">=", "=>", "=<", "<>", "&&", "||", "->", "?.", "!.", ":=", "::", "++",
            "--", "(", ")", "{", "}", "[", "]", ",", ";", ":", ".", "@", "<", ">", "=", "!", "+", "-", "*", "/", "%",
            "&", "|", "#", "?", "^", "~");

    private static final Map<Character, String> MEANT =
            Map.of('≧', ">=", '≥', ">=", '≦', "<=", '≤', "<=", '≠', "!=", '×', "*", '÷', "/");

    private final SourceText source;
    private final FindingSink findings;
    private final WidthNotices notices;
    private final StringBuilder plain;
    private final List<Token> tokens = new ArrayList<>();
    private int i;
    private int knownLineEnd = -1;
    private boolean commentsClose = true;

    private Tokenizer(SourceText source, FindingSink findings) {
        this.source = source;
        this.findings = findings;
        this.notices = new WidthNotices(source, findings);
        this.plain = new StringBuilder(source.text());
    }

    /** Returns the tokens of a source; what is none becomes a finding and a BROKEN token. */
    public static Tokens read(SourceText source, FindingSink findings) {
        Tokenizer tokenizer = new Tokenizer(source, findings);
        while (tokenizer.i < tokenizer.plain.length()) {
            tokenizer.readOne();
        }
        tokenizer.notices.flush();
        return new Tokens(source, tokenizer.plain.toString(), tokenizer.tokens);
    }

    private void readOne() {
        char c = source.text().charAt(i);
        if (TextLiteral.isQuote(c)) {
            readText();
            return;
        }
        fold(i);
        c = plain.charAt(i);
        if (Character.isWhitespace(c)) {
            i++;
        } else if (plainAt("//")) {
            i = lineEnd(i);
        } else if (plainAt("/*")) {
            readComment();
        } else if (isDigit(i) || (c == '.' && isDigit(i + 1))) {
            readNumber();
        } else if (isNameStart(source.text().codePointAt(i)) || isNameStart(c)) {
            readName();
        } else {
            readSign();
        }
    }

    /** Replaces one full-width character by its plain form. */
    private void fold(int at) {
        char c = plain.charAt(at);
        char folded = WidthNotices.folded(c);
        if (folded != c) {
            plain.setCharAt(at, folded);
            notices.add(at, c, folded);
        }
    }

    private boolean plainAt(String sign) {
        for (int k = 0; k < sign.length(); k++) {
            if (i + k >= plain.length() || WidthNotices.folded(plain.charAt(i + k)) != sign.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    private boolean isDigit(int at) {
        if (at >= plain.length()) {
            return false;
        }
        char c = WidthNotices.folded(plain.charAt(at));
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(int c) {
        return c == '$' || c == '_' || Character.isUnicodeIdentifierStart(c);
    }

    private static boolean isNamePart(int c) {
        return isNameStart(c)
                || c == '\u30FB'
                || (Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }

    /** Remembers the end it found last, so that a long line is not searched again for each of its tokens. */
    private int lineEnd(int from) {
        if (from > knownLineEnd) {
            knownLineEnd = from;
            while (knownLineEnd < plain.length() && !TextLiteral.isLineEnd(plain.charAt(knownLineEnd))) {
                knownLineEnd++;
            }
        }
        return knownLineEnd;
    }

    private void readComment() {
        int close = commentsClose ? plain.indexOf("*/", i + 2) : -1;
        commentsClose = close >= 0;
        if (commentsClose) {
            i = close + 2;
            return;
        }
        broken(SyntaxMessage.UNCLOSED_COMMENT, i, lineEnd(i));
    }

    private void readText() {
        int start = i;
        TextLiteral text = TextLiteral.read(source.text(), start);
        if (!text.closed()) {
            broken(SyntaxMessage.UNCLOSED_TEXT, start, text.end());
        } else if (text.badEscape() >= 0) {
            findings.add(SyntaxMessage.BAD_ESCAPE.at(
                    source.position(text.badEscape()),
                    source.text().substring(text.badEscape(), text.badEscape() + 2)));
            add(Kind.BROKEN, text.value(), start, text.end());
        } else if (text.value().length() > LONGEST_TEXT) {
            broken(SyntaxMessage.TEXT_TOO_LONG, start, text.end(), text.value().length());
        } else {
            plainQuote(start);
            plainQuote(text.end() - 1);
            add(Kind.TEXT, text.value(), start, text.end());
        }
        i = text.end();
    }

    private void plainQuote(int at) {
        char written = plain.charAt(at);
        if (written != '"') {
            plain.setCharAt(at, '"');
            notices.add(at, written, '"');
        }
    }

    private void readNumber() {
        int start = i;
        while (i < plain.length() && (isDigit(i) || isNumberPart(i))) {
            fold(i++);
        }
        add(Kind.NUMBER, plain.substring(start, i), start, i);
    }

    /** A dot before a digit, the letters of an exponent or a suffix, and the sign of an exponent. */
    private boolean isNumberPart(int at) {
        char c = WidthNotices.folded(plain.charAt(at));
        if (c == '.') {
            return isDigit(at + 1);
        }
        boolean sign = (c == '+' || c == '-') && "eE".indexOf(plain.charAt(at - 1)) >= 0 && isDigit(at + 1);
        return sign || c == '_' || (c < 128 && Character.isLetter(c));
    }

    private void readName() {
        int start = i;
        while (i < plain.length()) {
            int c = source.text().codePointAt(i);
            if (c < 0x10000 ? !isNamePart(WidthNotices.folded((char) c)) : !isNamePart(c)) {
                break;
            }
            if (c < 0x10000) {
                fold(i);
            }
            i += Character.charCount(c);
        }
        add(Kind.NAME, plain.substring(start, i), start, i);
    }

    private void readSign() {
        for (String sign : SIGNS) {
            if (plainAt(sign)) {
                for (int k = 0; k < sign.length(); k++) {
                    fold(i + k);
                }
                add(Kind.SIGN, sign, i, i + sign.length());
                i += sign.length();
                return;
            }
        }
        readStrange();
    }

    private void readStrange() {
        char c = plain.charAt(i);
        String meant = MEANT.get(c);
        if (meant != null) {
            broken(SyntaxMessage.MISTAKEN_SIGN, i, i + 1, c, meant);
            return;
        }
        if (c == '\'' || c == '\u2018' || c == '\u2019') {
            int lineEnd = lineEnd(i);
            int close = i + 1;
            while (close < lineEnd && "'\u2018\u2019".indexOf(plain.charAt(close)) < 0) {
                close++;
            }
            broken(SyntaxMessage.SINGLE_QUOTES, i, Math.min(close + 1, lineEnd));
            return;
        }
        int end = i + 1;
        while (end < plain.length() && plain.charAt(end) == c) {
            end++;
        }
        int code = source.text().codePointAt(i);
        broken(SyntaxMessage.STRANGE_CHARACTER, i, Math.max(end, i + Character.charCount(code)), shown(code));
    }

    private static String shown(int code) {
        String number = String.format(Locale.ROOT, "U+%04X", code);
        boolean visible =
                Character.isDefined(code) && !Character.isISOControl(code) && (code < 0xD800 || code > 0xDFFF);
        return visible ? Character.toString(code) + " (" + number + ")" : number;
    }

    private void broken(Message message, int start, int end, Object... details) {
        findings.add(message.at(source.position(start), details));
        add(Kind.BROKEN, "", start, end);
        i = end;
    }

    private void add(Kind kind, String text, int start, int end) {
        tokens.add(new Token(kind, text, start, end));
    }
}
