package io.shirube.engine.authoring.expression;

import java.util.regex.Pattern;

/** The names under which the distance of a date from the as-of date is read. */
final class DateNames {

    private static final Pattern ENDING = Pattern.compile("(?<=[a-z])(At|On)$");

    private DateNames() {}

    /** Returns {@code openedDaysAgo} for {@code openedAt}. */
    static String ago(String dateField) {
        return ENDING.matcher(dateField).replaceFirst("") + "DaysAgo";
    }
}
