package io.shirube.engine.simulate;

import java.util.List;

/** How much two rows of a table are alike. */
final class Likeness {

    private static final int SIMILAR = 100;

    private Likeness() {}

    /** Lines above the headings belong together when they begin alike. */
    static int ofHeads(List<String> one, List<String> other) {
        if (one.equals(other)) {
            return Alignment.EQUAL;
        }
        return one.get(0).equals(other.get(0)) ? SIMILAR : 0;
    }

    /** Rows of data belong together when at least half of what is written in either is equal. */
    static int ofRows(List<String> one, List<String> other) {
        if (one.equals(other)) {
            return Alignment.EQUAL;
        }
        int written = 0;
        int equal = 0;
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            String a = i < one.size() ? one.get(i) : "";
            String b = i < other.size() ? other.get(i) : "";
            written += a.isEmpty() && b.isEmpty() ? 0 : 1;
            equal += !a.isEmpty() && a.equals(b) ? 1 : 0;
        }
        return equal * 2 >= written ? SIMILAR * equal / Math.max(1, written) : 0;
    }
}
