package io.shirube.io.generate;

import io.shirube.io.generate.Happenings.Measured;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects the signals of an account with the gaps that real portfolios have. What a customer never told stays untold
 * for life; now and then the newest value is too old, null, or dated ahead.
 */
final class Readings {

    private static final double NEVER = 0.04;
    private static final double STALE = 0.02;
    private static final double NULL = 0.01;
    private static final double FUTURE = 0.002;
    private static final double TWICE = 0.003;
    /** Days by which the months before the last are told earlier, so that a month ago is 30 days ago at least. */
    private static final int EARLIER = 3;

    private final View view;
    private final Dice dice;
    private final Map<String, Object> signals = new LinkedHashMap<>();

    Readings(View view) {
        this.view = view;
        this.dice = view.dice();
    }

    Map<String, Object> signals() {
        return signals;
    }

    private boolean isNeverTold(String name) {
        return view.lasting(name).chance(NEVER);
    }

    /** Adds what is measured each month: the newest, or one a month when history is asked for. */
    void measured(String name, Function<Measured, Object> value) {
        months(name, value, 0);
    }

    /** Adds what is measured each month with the month before, or with all months when history is asked for. */
    void pair(String name, Function<Measured, Object> value) {
        months(name, value, 1);
    }

    private void months(String name, Function<Measured, Object> value, int before) {
        if (isNeverTold(name) || !view.isStarted()) {
            return;
        }
        int lag = dice.whole(0, 2);
        double gap = dice.share();
        boolean twice = dice.chance(TWICE);
        int newest = gap < STALE ? view.at() - dice.whole(3, 9) : view.at();
        List<Object> readings = new ArrayList<>();
        int most = Math.max(before, view.history());
        for (int i = Math.max(0, newest - most); i <= newest; i++) {
            Measured month = view.happenings().months.get(i);
            int earlier = i == view.at() ? lag : lag + EARLIER;
            boolean isNull = i == newest && gap > 1 - NULL;
            readings.add(
                    reading(isNull ? null : value.apply(month), dated(month, earlier, i == newest && isAhead(gap))));
        }
        if (twice && readings.size() > 1) {
            readings.add(readings.get(readings.size() - 1));
        }
        put(name, readings, view.history() > 0 || before > 0);
    }

    private static boolean isAhead(double gap) {
        return gap >= STALE && gap < STALE + FUTURE;
    }

    private static LocalDate dated(Measured month, int earlier, boolean ahead) {
        return ahead ? month.on().plusDays(2) : month.on().minusDays(earlier);
    }

    /** Adds readings, oldest first, as an array or as its last one. */
    void put(String name, List<Object> readings, boolean array) {
        if (!readings.isEmpty()) {
            signals.put(name, array ? readings : readings.get(readings.size() - 1));
        }
    }

    /** Adds a reading of the last days. */
    void fresh(String name, Object value) {
        read(name, value, dice.whole(0, 2));
    }

    /** Adds a reading of some days ago. */
    void read(String name, Object value, int daysAgo) {
        double gap = dice.share();
        if (isNeverTold(name)) {
            return;
        }
        if (gap < STALE) {
            signals.put(name, reading(value, view.daysAgo(daysAgo + dice.whole(60, 420))));
        } else if (gap > 1 - NULL) {
            signals.put(name, reading(null, view.daysAgo(daysAgo)));
        } else {
            signals.put(name, reading(value, view.daysAgo(isAhead(gap) ? -dice.whole(1, 3) : daysAgo)));
        }
    }

    /** Adds a value whose day does not matter. */
    void plain(String name, Object value) {
        if (!isNeverTold(name)) {
            signals.put(name, value);
        }
    }

    /** Adds a day, if there is one. */
    void day(String name, @Nullable LocalDate day) {
        if (day != null && !isNeverTold(name)) {
            signals.put(name, day.toString());
        }
    }

    /** Adds the last day of something, or that it has not happened. */
    void event(String name, @Nullable LocalDate day) {
        if (!isNeverTold(name)) {
            signals.put(name, day == null ? reading(null, view.asOf()) : day.toString());
        }
    }

    /** Adds the last day of something that happened, or that it has not. */
    void event(String name) {
        event(name, view.last(name));
    }

    static Map<String, @Nullable Object> reading(@Nullable Object value, LocalDate at) {
        Map<String, @Nullable Object> reading = new LinkedHashMap<>();
        reading.put("value", value);
        reading.put("at", at.toString());
        return reading;
    }
}
