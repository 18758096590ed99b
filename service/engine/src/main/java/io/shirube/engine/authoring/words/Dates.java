package io.shirube.engine.authoring.words;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people write them: {@code 2027-03-31}, {@code 2027/3/31}, {@code 2027年3月31日}. */
public final class Dates {

    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:([-/.])(\\d{1,2})\\2|年(\\d{1,2})月)(\\d{1,2})日?");

    private Dates() {}

    /** Returns the date a text means, if it means one that exists. */
    public static Optional<LocalDate> read(String text) {
        Matcher matcher = DATE.matcher(Widths.narrow(text).strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String month = matcher.group(3) == null ? matcher.group(4) : matcher.group(3);
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(matcher.group(1)), Integer.parseInt(month), Integer.parseInt(matcher.group(5))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
