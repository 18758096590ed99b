package io.shirube.service.standing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the feed of changes.
 *
 * @param epoch the life of the feed it belongs to; another begins when the database was restored or copied
 * @param number how many changes the feed has had up to here, from 0
 */
public record Cursor(String epoch, long number) {

    private static final Pattern TEXT = Pattern.compile("([a-z0-9]{1,20})-([0-9]{1,18})");

    /** Returns the place that a text names; empty when it names none. */
    public static Optional<Cursor> read(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new Cursor(parts.group(1), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    /** Returns the text that names it. */
    @Override
    public String toString() {
        return epoch + "-" + number;
    }
}
