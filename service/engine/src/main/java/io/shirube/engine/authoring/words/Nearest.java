package io.shirube.engine.authoring.words;

import io.shirube.engine.model.Text;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the known word that an author probably meant. */
public final class Nearest {

    private static final int LONGEST = 60;
    private static final int MOST_LISTED = 12;

    private Nearest() {}

    /** Returns the candidate with the fewest slips of the finger, if they are few enough to guess. */
    public static Optional<String> to(String word, Collection<String> candidates) {
        String wanted = fold(word);
        if (wanted.isEmpty() || wanted.length() > LONGEST) {
            return Optional.empty();
        }
        int limit = Math.max(1, wanted.length() / 3);
        @Nullable String best = null;
        int fewest = limit + 1;
        for (String candidate : candidates) {
            int slips = slips(wanted, fold(candidate), fewest);
            if (slips < fewest) {
                fewest = slips;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Returns a question naming the nearest candidate, or else a list of what can stand here. */
    public static Text hint(String word, Collection<String> candidates) {
        Optional<String> nearest = to(word, candidates);
        if (nearest.isPresent()) {
            String name = nearest.get();
            return new Text("「" + name + "」のことですか。", "Did you mean \"" + name + "\"?");
        }
        return listed(candidates);
    }

    /** Returns a sentence listing what can stand here. */
    public static Text listed(Collection<String> candidates) {
        if (candidates.isEmpty()) {
            return new Text("ここに書けるものはありません。", "Nothing can stand here.");
        }
        List<String> shown = candidates.stream().limit(MOST_LISTED).toList();
        boolean more = candidates.size() > shown.size();
        return new Text(
                "書けるもの: " + String.join("、", shown) + (more ? " など。" : "。"),
                "Use one of: " + String.join(", ", shown) + (more ? ", …" : "."));
    }

    private static String fold(String word) {
        return Widths.narrow(word)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace("_", "")
                .replace("-", "");
    }

    /** Counts insertions, deletions, substitutions and swaps of neighbours; anything at or above the limit is the limit. */
    private static int slips(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit || b.isEmpty()) {
            return limit;
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
            }
        }
        return Math.min(limit, d[a.length()][b.length()]);
    }

    private static int step(int[][] d, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int best = Math.min(d[i - 1][j - 1] + (same ? 0 : 1), Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
