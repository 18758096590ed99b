package io.shirube.io.simulate.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;

/** Draws lines over a scale of values, each with its name at its end. Used by one thread. */
record LineChart(Page page, String id, String title, String description) {

    private static final int WIDTH = 460;
    private static final int HEIGHT = 250;
    private static final int LEFT = 62;
    private static final int RIGHT = 350;
    private static final int TOP = 16;
    private static final int BOTTOM = 208;
    private static final int TICKS = 4;
    private static final int MOST_MARKS = 7;
    private static final int NAME_HEIGHT = 15;

    /**
     * One line.
     *
     * @param look of the line, such as {@code high}
     * @param values one for each place of the scale
     */
    record Line(String name, String look, List<Long> values) {

        Line {
            values = List.copyOf(values);
        }

        long last() {
            return values.isEmpty() ? 0 : values.get(values.size() - 1);
        }
    }

    /** @param mark how a value of the upright scale is written */
    void draw(String across, List<String> places, List<Line> lines, LongFunction<String> mark) {
        Picture picture = new Picture(page.html(), id, WIDTH, HEIGHT, title, description);
        long most = step(lines.stream()
                        .flatMap(line -> line.values().stream())
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(1))
                * TICKS;
        for (int tick = 0; tick <= TICKS; tick++) {
            long value = most * tick / TICKS;
            double y = y(value, most);
            picture.line("grid", LEFT, y, RIGHT, y);
            picture.scale("end small", LEFT - 6, y + 4, mark.apply(value));
        }
        int every = Math.max(1, (places.size() + MOST_MARKS - 1) / MOST_MARKS);
        for (int i = 0; i < places.size(); i++) {
            if (i % every == 0) {
                picture.scale("middle small", x(i, places.size()), BOTTOM + 17, places.get(i));
            }
        }
        picture.told("middle small", (LEFT + RIGHT) / 2.0, BOTTOM + 36, across);
        lines.forEach(line -> line(picture, line, most));
        names(picture, lines, most);
        picture.end();
    }

    private void line(Picture picture, Line line, long most) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < line.values().size(); i++) {
            double x = x(i, line.values().size());
            double y = y(line.values().get(i), most);
            path.append(i == 0 ? "M" : " L")
                    .append(Picture.number(x))
                    .append(' ')
                    .append(Picture.number(y));
            picture.dot("dot " + line.look(), x, y);
        }
        picture.path("curve " + line.look(), path.toString());
    }

    /** Names that would lie above each other are moved apart. */
    private void names(Picture picture, List<Line> lines, long most) {
        List<Line> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparingLong(Line::last).reversed());
        double free = 0;
        for (Line line : sorted) {
            double y = Math.max(free, y(line.last(), most) + 4);
            picture.text("start small", RIGHT + 10, y, line.name());
            free = y + NAME_HEIGHT;
        }
    }

    private static double x(int place, int places) {
        return places < 2 ? LEFT : LEFT + (double) (RIGHT - LEFT) * place / (places - 1);
    }

    private static double y(long value, long most) {
        return BOTTOM - (double) (BOTTOM - TOP) * value / most;
    }

    /** Returns a round step, four of which hold the largest value. */
    private static long step(long largest) {
        long step = 1;
        while (true) {
            for (long round : new long[] {step, 2 * step, 5 * step}) {
                if (round * TICKS >= largest) {
                    return round;
                }
            }
            step *= 10;
        }
    }
}
