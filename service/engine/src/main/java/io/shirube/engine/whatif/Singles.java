package io.shirube.engine.whatif;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every value of the grid of some inputs, each decided once, the smallest changes first. Immutable once made. */
final class Singles {

    private final List<Way> ways;

    private Singles(List<Way> ways) {
        this.ways = Collections.unmodifiableList(ways);
    }

    /** @param more settings that are on no grid */
    static Singles of(List<Input> inputs, List<Setting> more, Grid grid, Trials trials) {
        List<Setting> settings = new ArrayList<>(more);
        inputs.forEach(input -> settings.addAll(grid.settings(input)));
        settings.sort(Setting.ORDER);
        List<Way> ways = new ArrayList<>();
        for (Setting setting : settings) {
            trials.reached(List.of(setting)).ifPresent(reached -> ways.add(new Way(List.of(setting), reached)));
        }
        return new Singles(ways);
    }

    List<Way> all() {
        return ways;
    }

    /** Returns the smallest change of each input that reaches a goal, the smallest of all first. */
    List<Way> reaching(Goal goal, Trials trials, int most) {
        List<Way> found = new ArrayList<>();
        Set<String> inputs = new HashSet<>();
        for (Way way : ways) {
            String input = way.settings().get(0).input().name();
            if (found.size() < most
                    && goal.isReached(way.reached())
                    && !inputs.contains(input)
                    && trials.isProven(way.settings(), way.reached())) {
                inputs.add(input);
                found.add(way);
            }
        }
        return found;
    }
}
