package io.shirube.engine.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Counts the accounts that share one key. Sums and the lowest ids do not depend on the order in which accounts come. */
final class FindingTally {

    /** Most account ids a finding lists. */
    static final int MOST_IDS = 100;

    private final TreeSet<String> ids = new TreeSet<>();
    long accounts;
    long arr;
    long renewals;
    long cohort;
    long high;

    void count(String id, long money, boolean renewsSoon, boolean isHigh) {
        accounts++;
        arr += money;
        renewals += renewsSoon ? 1 : 0;
        high += isHigh ? 1 : 0;
        ids.add(id);
        if (ids.size() > MOST_IDS) {
            ids.pollLast();
        }
    }

    List<String> ids() {
        return new ArrayList<>(ids);
    }
}
