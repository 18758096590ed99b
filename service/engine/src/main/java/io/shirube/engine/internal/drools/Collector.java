package io.shirube.engine.internal.drools;

import io.shirube.engine.rules.Firing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.kie.api.definition.rule.Rule;

/**
 * Takes down what fires in one session. Used by one thread at a time.
 *
 * <p>The unit is read from the Drools rule's name, so that consequences do not say it: equal ones are compiled once.
 */
public final class Collector {

    private static final String UNIT = "u";
    private static final String BRANCH = "_b";

    private final Constants constants;
    private final List<Firing> firings = new ArrayList<>();

    /** @param constants of the ruleset, to know the units by their places */
    Collector(Constants constants) {
        this.constants = constants;
    }

    /** Returns the name of the Drools rule of the table at a place of its part. */
    static String name(int place) {
        return UNIT + place;
    }

    /** Returns the name of the Drools rule of one branch of the rule at a place of its part. */
    static String name(int place, int branch) {
        return UNIT + place + BRANCH + branch;
    }

    /** Takes down a rule and the items that made it true. */
    public void rule(Rule rule, int... tuple) {
        firings.add(new Firing(unit(rule.getName()), Firing.NO_ROW, tuple));
    }

    /** Takes down a row of a table. */
    public void row(Rule table, int row) {
        firings.add(new Firing(unit(table.getName()), row, new int[0]));
    }

    private int unit(String name) {
        int branch = name.indexOf(BRANCH);
        int end = branch < 0 ? name.length() : branch;
        return constants.unit(Integer.parseInt(name, UNIT.length(), end, 10));
    }

    List<Firing> sortedAndCleared() {
        if (firings.isEmpty()) {
            return List.of();
        }
        Collections.sort(firings);
        List<Firing> sorted = new ArrayList<>(firings.size());
        for (Firing firing : firings) {
            if (sorted.isEmpty() || !firing.equals(sorted.get(sorted.size() - 1))) {
                sorted.add(firing);
            }
        }
        firings.clear();
        return Collections.unmodifiableList(sorted);
    }
}
