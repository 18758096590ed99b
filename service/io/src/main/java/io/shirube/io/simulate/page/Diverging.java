package io.shirube.io.simulate.page;

import java.util.List;

/** Draws what is withdrawn to the left of a line, and what opens or is held to the right. Used by one thread. */
record Diverging(Page page) {

    private static final int WIDTH = 460;
    private static final int FIGURE = 34;
    private static final int STEP = 40;
    private static final int BAR = 14;
    private static final int TOP = 34;

    /** @param key what figures begin with */
    record Row(String name, String key, long opened, long withdrawn, long held) {}

    void draw(List<Row> rows) {
        long left = rows.stream().mapToLong(Row::withdrawn).max().orElse(0);
        long right =
                rows.stream().mapToLong(row -> row.opened() + row.held()).max().orElse(0);
        double scale = (WIDTH - 2.0 * FIGURE) / Math.max(1, left + right);
        double zero = FIGURE + left * scale;
        Picture picture = new Picture(
                page.html(),
                "action-bars",
                WIDTH,
                TOP + STEP * rows.size(),
                page.say("アクションの変化", "Actions before and after"),
                page.say(
                        "線の左が取り下げ、右が新たに開くもの（濃い色）と見合わせ（斜線）の件数です。同じ数字は隣の表にあります。",
                        "Left of the line what is withdrawn, right what opens (dark) and what is held (hatched). The table beside has"
                                + " the same figures."));
        hatching();
        legend(picture);
        double y = TOP;
        for (Row row : rows) {
            picture.text("start", 0, y + 11, row.name());
            bars(picture, row, zero, scale, y + 17);
            y += STEP;
        }
        picture.end();
    }

    private void hatching() {
        page.html().open("defs");
        page.html()
                .open("pattern", "id", "hatch", "width", "6", "height", "6", "patternUnits", "userSpaceOnUse")
                .open("path", "d", "M-1,1 L1,-1 M0,6 L6,0 M5,7 L7,5", "class", "hatching")
                .close()
                .close();
    }

    private void legend(Picture picture) {
        picture.rectangle("withdrawn", 0, 4, 12, 12);
        picture.text("start small", 17, 14, page.say("取り下げ", "withdrawn"));
        picture.rectangle("opened", 110, 4, 12, 12);
        picture.text("start small", 127, 14, page.say("新たに開く", "opened"));
        picture.rectangle("held", 220, 4, 12, 12);
        picture.text("start small", 237, 14, page.say("見合わせ", "held"));
    }

    private void bars(Picture picture, Row row, double zero, double scale, double y) {
        double gone = row.withdrawn() * scale;
        double opened = row.opened() * scale;
        double held = row.held() * scale;
        if (row.withdrawn() > 0) {
            picture.rectangle("withdrawn", zero - gone, y, gone, BAR);
            picture.figure(
                    "end small",
                    zero - gone - 4,
                    y + BAR - 3,
                    page.numbers().count(row.key() + "withdrawn", row.withdrawn()));
        }
        picture.rectangle("opened", zero, y, opened, BAR);
        picture.rectangle("held", zero + opened, y, held, BAR);
        picture.line("zero", zero, y - 3, zero, y + BAR + 3.0);
        double x = zero + opened + held + 4;
        if (row.opened() > 0) {
            picture.figure("start small", x, y + BAR - 3, page.numbers().count(row.key() + "opened", row.opened()));
        }
        if (row.held() > 0) {
            Figure count = page.numbers().count(row.key() + "held", row.held());
            double after =
                    row.opened() > 0 ? x + 8.0 * String.valueOf(row.opened()).length() + 6 : x;
            picture.figure("start small slanted", after, y + BAR - 3, count);
        }
    }
}
