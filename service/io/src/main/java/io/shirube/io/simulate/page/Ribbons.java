package io.shirube.io.simulate.page;

import io.shirube.engine.simulate.SimulationReport.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Draws how many accounts go from which touch to which, as ribbons as wide as accounts are many. Used by one thread. */
final class Ribbons {

    private static final int WIDTH = 460;
    private static final int LEFT = 118;
    private static final int RIGHT = 330;
    private static final int BAR = 12;
    private static final int TOP = 30;
    private static final int GAP = 26;
    private static final double ROOM = 230;
    private static final double THINNEST = 1.5;

    /** Room that a name and its figure take, however few accounts there are. */
    private static final double LABEL = 42;

    private static final List<String> ORDER = List.of("HIGH", "LOW", "TECH");

    private final Page page;
    private final List<Cell> cells;
    private final Map<String, Long> before = new LinkedHashMap<>();
    private final Map<String, Long> after = new LinkedHashMap<>();
    private final double scale;

    Ribbons(Page page, List<Cell> cells) {
        this.page = page;
        this.cells = cells;
        List<String> touches = new ArrayList<>(ORDER);
        cells.forEach(cell -> List.of(cell.before(), cell.after()).stream()
                .filter(touch -> !touches.contains(touch))
                .forEach(touches::add));
        touches.forEach(touch -> before.put(touch, 0L));
        touches.forEach(touch -> after.put(touch, 0L));
        cells.forEach(cell -> before.merge(cell.before(), cell.all().accounts(), Long::sum));
        cells.forEach(cell -> after.merge(cell.after(), cell.all().accounts(), Long::sum));
        long all = before.values().stream().mapToLong(Long::longValue).sum();
        this.scale = ROOM / Math.max(1, all);
    }

    void draw() {
        int height = (int) (TOP + Math.max(high(before), high(after)));
        Picture picture = new Picture(
                page.html(),
                "ribbons",
                WIDTH,
                height,
                page.say("タッチの移動", "From touch to touch"),
                page.say(
                        "左が今のルール、右が試すルールでのタッチです。帯の太さが社数です。同じ数字は隣の表にあります。",
                        "Left are touches by today's rules, right by the rules tried; ribbons are as wide as accounts are many."
                                + " The table beside has the same figures."));
        picture.text("end small", LEFT + BAR, TOP - 12, page.say("前", "before"));
        picture.text("start small", RIGHT, TOP - 12, page.say("後", "after"));
        Map<String, Double> lefts = places(before);
        Map<String, Double> rights = places(after);
        for (boolean moved : new boolean[] {false, true}) {
            ribbons(picture, new TreeMap<>(lefts), new TreeMap<>(rights), moved);
        }
        nodes(picture, lefts, before, LEFT, "before");
        nodes(picture, rights, after, RIGHT, "after");
        picture.end();
    }

    private double high(Map<String, Long> touches) {
        return touches.values().stream()
                .mapToDouble(accounts -> Math.max(LABEL, accounts * scale + GAP))
                .sum();
    }

    private Map<String, Double> places(Map<String, Long> touches) {
        Map<String, Double> places = new HashMap<>();
        double y = TOP;
        for (Map.Entry<String, Long> touch : touches.entrySet()) {
            places.put(touch.getKey(), y);
            y += Math.max(LABEL, touch.getValue() * scale + GAP);
        }
        return places;
    }

    /** Those that stay are drawn first, so that those that move lie above them; both advance through all of them. */
    private void ribbons(Picture picture, Map<String, Double> lefts, Map<String, Double> rights, boolean moved) {
        for (Cell cell : cells) {
            double wide = cell.all().accounts() * scale;
            double from = lefts.getOrDefault(cell.before(), 0.0);
            double to = rights.getOrDefault(cell.after(), 0.0);
            lefts.put(cell.before(), from + wide);
            rights.put(cell.after(), to + wide);
            if (cell.before().equals(cell.after()) != moved) {
                picture.group();
                tells(picture, cell);
                picture.path(look(cell), ribbon(from, to, Math.max(THINNEST, wide)));
                picture.endGroup();
            }
        }
    }

    private static String look(Cell cell) {
        if (cell.before().equals(cell.after())) {
            return "stays";
        }
        return ORDER.indexOf(cell.after()) < ORDER.indexOf(cell.before()) ? "up" : "down";
    }

    private void tells(Picture picture, Cell cell) {
        String key = "touches." + cell.before() + "." + cell.after() + ".";
        picture.tells(
                page.say("{0} → {1}: {2} 社、年間契約額 {3}", "{0} → {1}: {2} accounts, ARR {3}"),
                page.label(Names.TOUCH, cell.before()),
                page.label(Names.TOUCH, cell.after()),
                page.numbers().count(key + "accounts", cell.all().accounts()),
                page.numbers().money(key + "arr", cell.all().arr()));
    }

    private static String ribbon(double from, double to, double wide) {
        double left = LEFT + BAR;
        double middle = (left + RIGHT) / 2;
        return String.join(
                " ",
                "M" + Picture.number(left),
                Picture.number(from),
                curve(middle, from, middle, to, RIGHT, to),
                "L" + RIGHT,
                Picture.number(to + wide),
                curve(middle, to + wide, middle, from + wide, left, from + wide),
                "Z");
    }

    private static String curve(double... places) {
        StringBuilder curve = new StringBuilder("C");
        for (double place : places) {
            curve.append(Picture.number(place)).append(' ');
        }
        return curve.toString().strip();
    }

    private void nodes(Picture picture, Map<String, Double> places, Map<String, Long> touches, int x, String side) {
        boolean left = x == LEFT;
        touches.forEach((touch, accounts) -> {
            double y = places.getOrDefault(touch, 0.0);
            picture.rectangle(
                    touch.toLowerCase(java.util.Locale.ROOT), x, y, BAR, Math.max(THINNEST, accounts * scale));
            double textX = left ? x - 8.0 : x + BAR + 8.0;
            String anchor = left ? "end" : "start";
            picture.text(anchor, textX, y + 12, page.label(Names.TOUCH, touch));
            picture.figure(
                    anchor + " strong", textX, y + 29, page.numbers().count("touch." + touch + "." + side, accounts));
        });
    }
}
