package io.shirube.engine.decide;

import java.util.List;
import java.util.Locale;

/** Finds the name a caller probably meant. */
final class Nearest {

    private static final int LONGEST = 60;

    private Nearest() {}

    /** Returns the first known name within a third of the name's length in edits, or an empty text. */
    static String of(String name, List<String> known) {
        if (name.length() > LONGEST) {
            return "";
        }
        int least = Math.max(1, Math.min(3, name.length() / 3)) + 1;
        String best = "";
        for (String candidate : known) {
            int edits = edits(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (edits < least) {
                best = candidate;
                least = edits;
            }
        }
        return best;
    }

    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int above = row[j];
                int swap = corner + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swap, Math.min(above, row[j - 1]) + 1);
                corner = above;
            }
        }
        return row[to.length()];
    }
}
