package io.shirube.engine.authoring.expression;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Finds what an author probably meant: by label, by spelling without regard to case, else by edit distance. */
public final class Suggestions {

    private static final int LONGEST = 60;

    /** Names shorter than this must be right but for their case. */
    private static final int SHORT = 3;

    private Suggestions() {}

    /** Returns the name nearest to what is written, if one is near enough. */
    public static Optional<String> nearest(String written, Collection<String> names) {
        return nearest(written, names, List::of);
    }

    /** Returns the candidate one of whose spellings is nearest; the first of equally near ones. */
    static <T> Optional<T> nearest(
            String written, Collection<T> candidates, Function<T, Collection<String>> spellings) {
        String wanted = plain(written);
        if (wanted.isEmpty() || wanted.length() > LONGEST) {
            return Optional.empty();
        }
        T best = null;
        int length = wanted.codePointCount(0, wanted.length());
        int bestDistance = length < SHORT ? 1 : Math.max(1, length / 3) + 1;
        for (T candidate : candidates) {
            for (String spelling : spellings.apply(candidate)) {
                String known = plain(spelling);
                boolean begins = length >= SHORT && known.startsWith(wanted) && !known.equals(wanted);
                int distance = begins ? 1 : distance(wanted, known, bestDistance);
                if (distance < bestDistance) {
                    best = candidate;
                    bestDistance = distance;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Width, case, spaces and underscores do not tell names apart here. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_]", "");
    }

    /** Edit distance in which swapping two neighbours is one step; {@code limit} stands for anything as large. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, a, b, i, j);
            }
        }
        return Math.min(limit, steps[a.length()][b.length()]);
    }

    private static int step(int[][] steps, String a, String b, int i, int j) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(steps[i - 1][j - 1] + same, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
    }
}
