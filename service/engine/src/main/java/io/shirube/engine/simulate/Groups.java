package io.shirube.engine.simulate;

import io.shirube.engine.simulate.SimulationReport.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up accounts by whom they belong to. Used by one thread. */
final class Groups {

    /** Most names kept; accounts of further ones are added up together under no name. */
    private static final int MOST = 10_000;

    private final Map<String, Group> groups = new TreeMap<>();

    void add(String name, Compared account) {
        String kept = groups.size() < MOST || groups.containsKey(name) ? name : "";
        Group known = groups.getOrDefault(kept, new Group(kept, Sums.NONE, Sums.NONE));
        groups.put(
                kept,
                new Group(
                        kept,
                        known.all().plus(account),
                        account.mover().isPresent()
                                ? known.unmoved()
                                : known.unmoved().plus(account)));
    }

    /** Returns the groups by name; none when no account names one. */
    List<Group> groups() {
        return groups.keySet().stream().allMatch(String::isEmpty) ? List.of() : new ArrayList<>(groups.values());
    }
}
