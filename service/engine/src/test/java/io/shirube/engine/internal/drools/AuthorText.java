package io.shirube.engine.internal.drools;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a rule file apart: heads give way to numbered names (Drools pastes a rule's name unescaped into Java), consequences
 * to one of the caller's. The left sides stay exactly as the author wrote them, on the lines where they stood.
 */
final class AuthorText {

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private final List<String> names = new ArrayList<>();
    private int at;

    AuthorText(String text, String consequence) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        while (copyThrough("rule")) {
            names.add(name());
            out.append(" \"").append(names.size() - 1).append('"');
            replaceThrough("when", "");
            if (!copyThrough("then")) {
                throw new IllegalArgumentException("a rule without then");
            }
            replaceThrough("end", consequence);
        }
    }

    /** Returns the text for Drools; the name of a rule is its number from 0. */
    String replaced() {
        return out.toString();
    }

    /** Returns the author's names of the rules; index is the number. */
    List<String> names() {
        return List.copyOf(names);
    }

    private String name() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        int start = at;
        if (text.charAt(at) != '"') {
            skipWord();
            return text.substring(start, at);
        }
        skipString();
        return text.substring(start + 1, at - 1).replaceAll("\\\\(.)", "$1");
    }

    /** Puts something else, but as many lines, in the place of all that stands before the next such word. */
    private void replaceThrough(String keyword, String replacement) {
        int from = at;
        int kept = out.length();
        if (!copyThrough(keyword)) {
            throw new IllegalArgumentException("a rule without " + keyword);
        }
        out.setLength(kept);
        long lines = text.substring(from, at).chars().filter(c -> c == '\n').count();
        out.append(' ')
                .append(replacement)
                .append("\n".repeat((int) lines))
                .append(' ')
                .append(keyword);
    }

    /** Copies to the end of the next such word that stands outside strings, comments and brackets. */
    private boolean copyThrough(String keyword) {
        int depth = 0;
        while (at < text.length()) {
            int start = at;
            skipToken();
            char c = text.charAt(start);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            out.append(text, start, at);
            if (depth == 0 && text.substring(start, at).equals(keyword)) {
                return true;
            }
        }
        return false;
    }

    private void skipToken() {
        if (text.startsWith("//", at)) {
            skipTo("\n");
        } else if (text.startsWith("/*", at)) {
            skipTo("*/");
        } else if (text.charAt(at) == '"') {
            skipString();
        } else if (Character.isJavaIdentifierStart(text.charAt(at))) {
            skipWord();
        } else {
            at++;
        }
    }

    private void skipTo(String end) {
        int found = text.indexOf(end, at + 2);
        at = found < 0 ? text.length() : found + end.length();
    }

    private void skipString() {
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(text.length(), at + 1);
    }

    private void skipWord() {
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
    }
}
