package io.shirube.io.sheet;

import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a number's format says about its meaning. */
final class ExcelFormats {

    private static final Pattern NOT_PATTERN = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]");
    private static final Pattern ZEROS = Pattern.compile("0{2,40}");
    private static final BitSet BUILT_IN_DATES = dates();

    private ExcelFormats() {}

    /** Returns whether numbers of this format are days; those that show only a time are not. */
    static boolean isDate(@Nullable Integer id, @Nullable String format) {
        if (format == null) {
            return id != null && isBuiltInDate(id);
        }
        if (id != null && isBuiltInDate(id)) {
            return true;
        }
        // because 年 in quotes stands beside a y, and m alone may be minutes
        String bare =
                NOT_PATTERN.matcher(format.split(";", -1)[0]).replaceAll("").toLowerCase(Locale.ROOT);
        boolean hours = bare.contains("h") || bare.contains("s");
        return !bare.contains("general")
                && !bare.contains("0")
                && !bare.contains("#")
                && (bare.contains("y") || bare.contains("d") || bare.contains("e") || (bare.contains("m") && !hours));
    }

    /** Returns the numbers of Excel's own formats for days; 27 to 58 are those of Japanese and other eastern Excels. */
    private static BitSet dates() {
        BitSet dates = new BitSet();
        dates.set(14, 18);
        dates.set(22);
        dates.set(27, 32);
        dates.set(34, 37);
        dates.set(50, 59);
        return dates;
    }

    private static boolean isBuiltInDate(int id) {
        return id >= 0 && BUILT_IN_DATES.get(id);
    }

    /** Returns whether numbers of this format read a hundred times as large, with a percent sign. */
    static boolean isPercent(@Nullable String format) {
        return format != null && NOT_PATTERN.matcher(format).replaceAll("").contains("%");
    }

    /** Returns how many digits a code has that is shown with leading zeros. */
    static Optional<Integer> digits(@Nullable String format) {
        Matcher zeros = ZEROS.matcher(format == null ? "" : format);
        return zeros.matches() ? Optional.of(format == null ? 0 : format.length()) : Optional.empty();
    }
}
