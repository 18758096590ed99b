package io.shirube.engine.evaluate;

import io.shirube.engine.rules.Field;
import java.util.OptionalDouble;

/** The measurements of one account's signals. */
@FunctionalInterface
public interface History {

    /**
     * Returns what a signal was {@code daysAgo} days before asOf: the newest measurement at least that old, if it was
     * believable on that day.
     */
    OptionalDouble valueAt(Field signal, int daysAgo);
}
