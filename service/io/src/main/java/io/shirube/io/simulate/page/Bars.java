package io.shirube.io.simulate.page;

import java.util.List;

/** Draws bars below each other, the name above each, so that long names have room. Used by one thread. */
record Bars(Page page, String id, String title, String description) {

    private static final int WIDTH = 460;
    private static final int FIGURE = 96;
    private static final int STEP = 62;
    private static final int BAR = 15;
    private static final int TOP = 8;

    /**
     * One name with a bar before and a bar after.
     *
     * @param before as long as the first bar is
     * @param limit where a line stands, or less than 0 for none
     */
    record Pair(String name, boolean told, long before, long after, long limit, Figure was, Figure is) {}

    void draw(List<Pair> pairs) {
        long longest = pairs.stream()
                .mapToLong(pair -> Math.max(Math.max(pair.before(), pair.after()), pair.limit()))
                .max()
                .orElse(0);
        double scale = (double) (WIDTH - FIGURE) / Math.max(1, longest);
        Picture picture = new Picture(page.html(), id, WIDTH, TOP + STEP * pairs.size(), title, description);
        double y = TOP;
        for (Pair pair : pairs) {
            if (pair.told()) {
                picture.told("start", 0, y + 11, pair.name());
            } else {
                picture.text("start", 0, y + 11, pair.name());
            }
            bar(picture, "was", y + 17, pair.before() * scale, pair.was());
            boolean over = pair.limit() >= 0 && pair.after() > pair.limit();
            bar(picture, over ? "is over" : "is", y + 17 + BAR, pair.after() * scale, pair.is());
            if (pair.limit() >= 0) {
                double x = pair.limit() * scale;
                picture.line("limit", x, y + 13, x, y + 21 + 2 * BAR);
            }
            y += STEP;
        }
        picture.end();
    }

    private static void bar(Picture picture, String look, double y, double width, Figure figure) {
        picture.rectangle(look, 0, y, width, BAR - 1.0);
        picture.figure("start small", width + 6, y + BAR - 3, figure);
    }
}
