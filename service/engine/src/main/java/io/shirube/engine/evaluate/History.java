package io.shirube.engine.evaluate;

import io.shirube.engine.rules.Field;
import java.util.OptionalDouble;

/** The measurements of one account's signals, and the calendar they were made by. */
public interface History {

    /**
     * Returns what a signal was {@code daysAgo} days before asOf: the newest measurement at least that old, if it was
     * believable on that day.
     */
    OptionalDouble valueAt(Field signal, int daysAgo);

    /** Returns the mean of the numbers measured less than {@code days} before asOf, empty without any. */
    OptionalDouble average(Field signal, int days);

    /** Returns how many working days lie after the day {@code from} days before asOf, up to and with the day {@code to}. */
    int workingDays(int from, int to);
}
