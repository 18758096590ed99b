package io.shirube.io.simulate.page;

import java.util.List;

/** What every section of the page writes with. Used by one thread. */
record Page(Html html, Numbers numbers, Names names, String language) {

    String say(String ja, String en) {
        return language.equals("ja") ? ja : en;
    }

    String label(String kind, String name) {
        return names.of(kind, name).in(language);
    }

    /** Begins a section. */
    void section(String id, String title) {
        html.open("section", "id", id).element("h2", title);
    }

    void paragraph(String text) {
        html.element("p", text);
    }

    /** Writes a paragraph of our own whose numbers are no figures of the report. */
    void note(String text) {
        html.element("p", text, "data-text", "scale");
    }

    /** Writes a paragraph with figures in it, see {@link Html#sentence}. */
    void sentence(String pattern, Object... parts) {
        html.open("p").sentence(pattern, parts).close();
    }

    /** Begins a picture beside a table. */
    void beside() {
        html.open("div", "class", "beside");
    }

    /** Begins a table with its headings; the first column names the row, all others hold figures. */
    void table(String caption, List<String> headings) {
        html.open("div", "class", "wide", "tabindex", "0").open("table").element("caption", caption);
        html.open("thead").open("tr");
        for (int i = 0; i < headings.size(); i++) {
            html.element("th", headings.get(i), "scope", "col", "class", i == 0 ? "first" : "n");
        }
        html.close().close().open("tbody");
    }

    /** Begins a row with its name. */
    void row(String name) {
        html.open("tr")
                .open("th", "scope", "row")
                .element("bdi", name, "data-text", "told")
                .close();
    }

    void cell(Figure figure) {
        html.figure("td", figure, "class", "n");
    }

    void cell(String text) {
        html.element("td", text, "class", "n");
    }

    void endRow() {
        html.close();
    }

    void endTable() {
        html.close().close().close();
    }
}
