package io.shirube.io.simulate.page;

import java.util.Locale;

/** Draws one picture as SVG; looks are classes of the page's style. Used by one thread. */
final class Picture {

    private final Html html;

    /** Begins a picture with a name and a description for those who do not see it. */
    Picture(Html html, String id, int width, int height, String title, String description) {
        this.html = html;
        html.open("figure", "class", "picture");
        html.open(
                "svg",
                "viewBox",
                "0 0 " + width + " " + height,
                "width",
                String.valueOf(width),
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-desc");
        html.element("title", title, "id", id + "-title");
        html.element("desc", description, "id", id + "-desc");
    }

    void rectangle(String look, double x, double y, double width, double height) {
        html.open(
                "rect",
                "class",
                look,
                "x",
                number(x),
                "y",
                number(y),
                "width",
                number(Math.max(0, width)),
                "height",
                number(Math.max(0, height)));
    }

    void line(String look, double fromX, double fromY, double toX, double toY) {
        html.open(
                "line", "class", look, "x1", number(fromX), "y1", number(fromY), "x2", number(toX), "y2", number(toY));
    }

    void dot(String look, double x, double y) {
        html.open("circle", "class", look, "cx", number(x), "cy", number(y), "r", "3");
    }

    void path(String look, String path) {
        html.open("path", "class", look, "d", path);
    }

    /** Begins a group that tells something when it is pointed at. */
    void group() {
        html.open("g");
    }

    /** Writes what a group tells, a {@link Sentence}; figures in it are named by the element. */
    void tells(String words, Object... parts) {
        StringBuilder figures = new StringBuilder();
        StringBuilder text = new StringBuilder();
        new Sentence(words).with(parts, text::append, part -> {
            if (part instanceof Figure figure) {
                text.append(figure.shown());
                figures.append(figure.key()).append('=').append(figure.value()).append(' ');
            } else {
                text.append(part);
            }
        });
        html.element(
                "title", text.toString(), "data-figures", figures.toString().strip());
    }

    void endGroup() {
        html.close();
    }

    /** @param look {@code start}, {@code middle} or {@code end}, and more classes */
    void text(String look, double x, double y, String text) {
        html.element("text", text, "class", look, "x", number(x), "y", number(y));
    }

    /** Writes a name that is not ours. */
    void told(String look, double x, double y, String text) {
        html.element("text", text, "class", look, "x", number(x), "y", number(y), "data-text", "told");
    }

    /** Writes a mark of a scale, which is no figure of its own. */
    void scale(String look, double x, double y, String text) {
        html.element("text", text, "class", look, "x", number(x), "y", number(y), "data-text", "scale");
    }

    void figure(String look, double x, double y, Figure figure) {
        html.figure("text", figure, "class", look, "x", number(x), "y", number(y));
    }

    void end() {
        html.close().close();
    }

    static String number(double place) {
        String text = String.format(Locale.ROOT, "%.1f", place);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
