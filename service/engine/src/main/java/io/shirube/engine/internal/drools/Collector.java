package io.shirube.engine.internal.drools;

import io.shirube.engine.rules.Firing;
import java.util.ArrayList;
import java.util.List;

/** Takes down what fires in one session. Used by one thread at a time. */
public final class Collector {

    private final List<Firing> firings = new ArrayList<>();

    /** Takes down a rule and the items that made it true. */
    public void rule(int unit, int... tuple) {
        firings.add(new Firing(unit, Firing.NO_ROW, tuple));
    }

    /** Takes down a row of a table. */
    public void row(int unit, int row) {
        firings.add(new Firing(unit, row, new int[0]));
    }

    List<Firing> sortedAndCleared() {
        List<Firing> sorted = firings.stream().sorted().distinct().toList();
        firings.clear();
        return sorted;
    }
}
