package io.shirube.io.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the signals of an account with the gaps that real portfolios have: some never told, some too old, some null. */
final class Readings {

    private static final double NEVER = 0.04;
    private static final double STALE = 0.02;
    private static final double NULL = 0.01;
    private static final double FUTURE = 0.002;

    /** Days between a reading and the one a period before it. */
    private static final int PERIOD = 33;

    private final Profile profile;
    private final Dice dice;
    private final Map<String, Object> signals = new LinkedHashMap<>();

    Readings(Profile profile, Dice dice) {
        this.profile = profile;
        this.dice = dice;
    }

    Map<String, Object> signals() {
        return signals;
    }

    /** Adds a reading of the last days. */
    void fresh(String name, Object value) {
        read(name, value, dice.whole(0, 2));
    }

    /** Adds a reading of some days ago. */
    void read(String name, Object value, int daysAgo) {
        double gap = dice.share();
        if (gap < NEVER) {
            return;
        }
        if (gap < NEVER + STALE) {
            signals.put(name, reading(value, daysAgo + dice.whole(60, 420)));
        } else if (gap < NEVER + STALE + NULL) {
            signals.put(name, reading(null, daysAgo));
        } else if (gap < NEVER + STALE + NULL + FUTURE) {
            signals.put(name, reading(value, -dice.whole(1, 3)));
        } else {
            signals.put(name, reading(value, daysAgo));
        }
    }

    /** Adds a reading of a period ago and one of the last days. */
    void pair(String name, Object before, Object now) {
        if (dice.chance(NEVER)) {
            return;
        }
        int daysAgo = dice.whole(0, 2);
        List<Object> both = new ArrayList<>();
        if (!dice.chance(NEVER)) {
            both.add(reading(before, daysAgo + PERIOD));
        }
        both.add(reading(now, daysAgo));
        signals.put(name, both);
    }

    /** Adds a value whose day does not matter. */
    void plain(String name, Object value) {
        if (!dice.chance(NEVER)) {
            signals.put(name, value);
        }
    }

    /** Adds the day of an event so many days ago, ahead when negative. */
    void event(String name, int daysAgo) {
        signals.put(name, profile.daysAgo(daysAgo).toString());
    }

    /** Adds that an event has not happened. */
    void notHappened(String... names) {
        for (String name : names) {
            signals.putIfAbsent(name, reading(null, 0));
        }
    }

    private Map<String, @Nullable Object> reading(@Nullable Object value, int daysAgo) {
        LocalDate at = profile.daysAgo(daysAgo);
        Map<String, @Nullable Object> reading = new LinkedHashMap<>();
        reading.put("value", value);
        reading.put("at", at.toString());
        return reading;
    }
}
