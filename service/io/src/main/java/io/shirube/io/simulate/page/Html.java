package io.shirube.io.simulate.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Writes a page: every text and value is escaped, every element is closed. Used by one thread. */
final class Html {

    private static final Set<String> EMPTY = Set.of("meta", "input", "br", "rect", "line", "path", "circle", "col");
    private static final char UNKNOWN = '\uFFFD';

    private final StringBuilder page = new StringBuilder("<!DOCTYPE html>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Begins an element; one that cannot hold anything ends at once.
     *
     * @param attributes names and values in turn; one with an empty value is left out
     */
    Html open(String name, String... attributes) {
        page.append('<').append(name);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                page.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1]);
                page.append('"');
            }
        }
        if (EMPTY.contains(name)) {
            page.append("/>");
        } else {
            page.append('>');
            open.push(name);
        }
        return this;
    }

    /** Ends the innermost element. */
    Html close() {
        String name = open.pop();
        page.append("</").append(name).append('>');
        if (Set.of("tr", "table", "section", "p", "svg", "div", "thead", "tbody", "li")
                .contains(name)) {
            page.append('\n');
        }
        return this;
    }

    /** Writes an element that holds a text only. */
    Html element(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close();
    }

    /** Writes a figure as an element of its own. */
    Html figure(String name, Figure figure, String... attributes) {
        String[] all = new String[attributes.length + 4];
        System.arraycopy(attributes, 0, all, 4, attributes.length);
        all[0] = "data-figure";
        all[1] = figure.key();
        all[2] = "data-value";
        all[3] = figure.value();
        return element(name, figure.shown(), all);
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    /** Writes a {@link Sentence}; parts are figures, or texts that are not ours. */
    Html sentence(String words, Object... parts) {
        new Sentence(words).with(parts, this::text, part -> {
            if (part instanceof Figure figure) {
                figure("b", figure);
            } else {
                element("bdi", part.toString(), "data-text", "told");
            }
        });
        return this;
    }

    /** Writes style or script of our own as it is. */
    Html own(String text) {
        page.append(text);
        return this;
    }

    /** Returns the page. */
    String page() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("open: " + open);
        }
        return page.append('\n').toString();
    }

    private void escape(String text) {
        text.codePoints().forEach(this::escape);
    }

    private void escape(int letter) {
        switch (letter) {
            case '&' -> page.append("&amp;");
            case '<' -> page.append("&lt;");
            case '>' -> page.append("&gt;");
            case '"' -> page.append("&quot;");
            case '\'' -> page.append("&#39;");
            default -> page.appendCodePoint(allowed(letter) ? letter : UNKNOWN);
        }
    }

    /** Control characters and halves of characters have no place in a page. */
    private static boolean allowed(int letter) {
        if (letter == '\n' || letter == '\t') {
            return true;
        }
        boolean control = letter < ' ' || (letter >= 0x7F && letter < 0xA0);
        boolean half = letter >= 0xD800 && letter < 0xE000;
        boolean nothing = (letter & 0xFFFE) == 0xFFFE;
        return !control && !half && !nothing;
    }
}
