package io.shirube.io.map;

import io.shirube.engine.model.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a mapping did to the cells it met: counted, with the first places of each sort; every single one goes on to a
 * listener at once, so that a million of them need no memory. Used by one thread.
 */
public final class MapReport {

    /** Places kept of each sort. */
    public static final int PLACES_KEPT = 5;

    private final Listener listener;
    private final Map<Sort, Count> counts = new TreeMap<>();
    private final Map<String, Long> figures = new TreeMap<>();

    public MapReport(Listener listener) {
        this.listener = listener;
    }

    /** What can become of a cell or row. */
    public enum Kind {
        /** It could not be used, though the mapping wants it. */
        REFUSED("使えなかったセル", "refused"),
        /** It was left out, as it should be. */
        DROPPED("除いたもの", "dropped"),
        /** It was read in the likeliest way. */
        GUESSED("推測したもの", "guessed"),
        /** It was rewritten without loss. */
        NORMALISED("表記をそろえたもの", "normalised"),
        /** Something about a whole file. */
        NOTICE("お知らせ", "notice");

        private final Text label;

        Kind(String ja, String en) {
            this.label = new Text(ja, en);
        }

        /** Returns the kind in words. */
        public Text label() {
            return label;
        }
    }

    /** Hears of every single thing that is reported. */
    @FunctionalInterface
    public interface Listener {
        void reported(Kind kind, String code, String place, Text what);
    }

    /** One sort of thing. */
    public record Sort(Kind kind, String code) implements Comparable<Sort> {
        @Override
        public int compareTo(Sort other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : code.compareTo(other.code);
        }
    }

    /** How often a sort of thing happened, and where first. */
    public static final class Count {
        private long number;
        private final List<String> places = new ArrayList<>();
        private Text example = new Text("", "");

        /** Returns how often. */
        public long number() {
            return number;
        }

        /** Returns the first places. */
        public List<String> places() {
            return Collections.unmodifiableList(places);
        }

        /** Returns what was said of the first. */
        public Text example() {
            return example;
        }
    }

    /** @param place such as {@code file.csv!B7} or {@code book.xlsx[sheet]!B7} */
    void add(Kind kind, String code, String place, Text what) {
        Count count = counts.computeIfAbsent(new Sort(kind, code), sort -> new Count());
        if (count.number == 0) {
            count.example = what;
        }
        count.number++;
        if (count.places.size() < PLACES_KEPT) {
            count.places.add(place);
        }
        listener.reported(kind, code, place, what);
    }

    /** Adds to a figure such as {@code rows.usage}. */
    void count(String figure, long more) {
        figures.merge(figure, more, Long::sum);
    }

    /** Returns what was reported, by sort. */
    public Map<Sort, Count> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /** Returns the figures by name. */
    public Map<String, Long> figures() {
        return Collections.unmodifiableMap(figures);
    }

    /** Returns how often a sort of thing happened. */
    public long number(Kind kind, String code) {
        Count count = counts.get(new Sort(kind, code));
        return count == null ? 0 : count.number;
    }

    /** Returns whether any cell could not be used. */
    public boolean hasRefused() {
        return counts.keySet().stream().anyMatch(sort -> sort.kind() == Kind.REFUSED);
    }
}
