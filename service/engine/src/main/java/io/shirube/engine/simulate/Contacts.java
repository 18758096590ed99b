package io.shirube.engine.simulate;

import io.shirube.engine.simulate.SimulationReport.ContactRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts how often accounts are contacted: in the {@value #DAYS} days before, as told, and in the {@value #DAYS} days to come,
 * once for every bundle of actions that reach the customer. Which person a contact will meet nobody tells. Used by one thread.
 */
final class Contacts {

    static final int DAYS = 28;

    /** More contacts than this in the days to come are many. */
    static final int MANY = 4;

    private final Map<String, long[]> before = new TreeMap<>();
    private final Map<String, long[]> after = new TreeMap<>();

    private static final int ACCOUNTS = 0;
    private static final int CONTACTED = 1;
    private static final int PLANNED = 2;
    private static final int CROWDED = 3;
    private static final int MOST = 4;
    private static final int UNMOVED = 5;
    private static final int FIELDS = 6;

    void add(Compared account) {
        boolean unmoved = account.mover().isEmpty();
        add(before, account.before(), account.told().contacted(), unmoved);
        add(after, account.after(), account.told().contacted(), unmoved);
    }

    private static void add(Map<String, long[]> side, Side one, int contacted, boolean unmoved) {
        long[] row = side.computeIfAbsent(one.outcome().touch(), touch -> new long[FIELDS]);
        row[ACCOUNTS]++;
        row[CONTACTED] += contacted;
        row[PLANNED] += one.contacts();
        row[CROWDED] += one.contacts() > MANY ? 1 : 0;
        row[MOST] = Math.max(row[MOST], one.contacts());
        row[UNMOVED] += unmoved ? one.contacts() : 0;
    }

    List<ContactRow> rows() {
        List<ContactRow> rows = new ArrayList<>();
        Map<String, long[]> touches = new TreeMap<>(before);
        touches.putAll(after);
        for (String touch : touches.keySet()) {
            long[] was = before.getOrDefault(touch, new long[FIELDS]);
            long[] is = after.getOrDefault(touch, new long[FIELDS]);
            rows.add(new ContactRow(
                    touch,
                    was[ACCOUNTS],
                    is[ACCOUNTS],
                    was[CONTACTED],
                    is[CONTACTED],
                    was[PLANNED],
                    is[PLANNED],
                    was[UNMOVED],
                    is[UNMOVED],
                    was[CROWDED],
                    is[CROWDED],
                    was[MOST],
                    is[MOST]));
        }
        return rows;
    }
}
