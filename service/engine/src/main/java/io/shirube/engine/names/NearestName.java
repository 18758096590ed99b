package io.shirube.engine.names;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the known name that somebody probably meant. */
public final class NearestName {

    private static final int LONGEST = 60;

    /** Names shorter than this must be right but for what does not tell names apart. */
    private static final int SHORT = 3;

    private NearestName() {}

    /** Returns the known name nearest to what is written, see {@link #of(String, Collection, Function)}. */
    public static Optional<String> of(String written, Collection<String> known) {
        return of(written, known, List::of);
    }

    /**
     * Returns the candidate one of whose spellings takes the fewest slips of the finger to reach, if those are at most a
     * third of what is written; the first of equally near ones. A letter too many, too few, another one, or two swapped
     * are one slip, and so is leaving off the end of a name. Case, width, spaces, {@code _} and {@code -} are none.
     *
     * @param written anything; longer than {@value #LONGEST} UTF-16 units it is near nothing
     */
    public static <T> Optional<T> of(String written, Collection<T> known, Function<T, Collection<String>> spellings) {
        String wanted = written.length() > LONGEST ? "" : fold(written);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        int length = wanted.codePointCount(0, wanted.length());
        @Nullable T best = null;
        int tooMany = length < SHORT ? 1 : Math.max(1, length / 3) + 1;
        for (T candidate : known) {
            for (String spelling : spellings.apply(candidate)) {
                int slips = slips(wanted, fold(spelling), length, tooMany);
                if (slips < tooMany) {
                    best = candidate;
                    tooMany = slips;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static int slips(String wanted, String known, int length, int tooMany) {
        boolean begins = length >= SHORT && known.startsWith(wanted) && !known.equals(wanted);
        return begins ? 1 : distance(wanted, known, tooMany);
    }

    private static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_-]", "");
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
