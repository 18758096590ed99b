package io.shirube.engine.whatif;

import io.shirube.engine.rules.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Two changes together, the smallest first, where no single one does.
 *
 * <p>A pair is left out only where that is certain: a touch and a band rest on nothing but what rules up to their phase read;
 * an action that is not proposed must come to be proposed, by one of the two alone, or by both, of which then each is read on
 * the way to its proposal. Used by one thread.
 */
final class Pairs {

    private final Singles singles;
    private final Slices slices;
    private final Trials trials;

    Pairs(Singles singles, Slices slices, Trials trials) {
        this.singles = singles;
        this.slices = slices;
        this.trials = trials;
    }

    /** Returns the smallest pairs that reach a goal, one for two inputs; all of them take the same number of steps. */
    List<Way> reaching(Goal goal, int most) {
        Set<Field> slice = slices.of(goal);
        boolean ofAction = goal.facet() == Goal.Facet.ACTION;
        boolean mustBeProposed =
                ofAction && !goal.avoided() && !trials.now().proposed().contains(goal.value());
        BiPredicate<Way, Way> worthwhile = (one, other) -> !mustBeProposed
                || proposes(one, goal)
                || proposes(other, goal)
                || (rests(slice, one) && rests(slice, other));
        TreeMap<Integer, List<Way>> bySteps = new TreeMap<>();
        for (Way way : singles.all()) {
            if (ofAction || rests(slice, way)) {
                bySteps.computeIfAbsent(way.steps(), unused -> new ArrayList<>())
                        .add(way);
            }
        }
        int last = bySteps.isEmpty() ? 0 : 2 * bySteps.lastKey();
        for (int steps = 2; steps <= last && !trials.gaveUp(); steps++) {
            List<Way> found = ofSteps(steps, bySteps, worthwhile, goal, most);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<Way> ofSteps(
            int steps, Map<Integer, List<Way>> bySteps, BiPredicate<Way, Way> worthwhile, Goal goal, int most) {
        List<Way> found = new ArrayList<>();
        Set<List<String>> inputs = new HashSet<>();
        bySteps.forEach((ofFirst, firsts) -> {
            List<Way> seconds = ofFirst * 2 > steps ? List.of() : bySteps.getOrDefault(steps - ofFirst, List.of());
            for (Way one : firsts) {
                for (Way other : seconds) {
                    int order = name(one).compareTo(name(other));
                    boolean once = ofFirst * 2 == steps ? order < 0 : order != 0;
                    if (once
                            && found.size() < most
                            && worthwhile.test(one, other)
                            && !inputs.contains(List.of(name(one), name(other)))
                            && reaches(one, other, goal, found)) {
                        inputs.add(List.of(name(one), name(other)));
                        inputs.add(List.of(name(other), name(one)));
                    }
                }
            }
        });
        return found;
    }

    private boolean reaches(Way one, Way other, Goal goal, List<Way> found) {
        List<Setting> both = List.of(setting(one), setting(other));
        Reached reached = trials.reached(both).orElse(null);
        if (reached == null || !goal.isReached(reached) || !trials.isProven(both, reached)) {
            return false;
        }
        found.add(new Way(both, reached));
        return true;
    }

    private static boolean proposes(Way way, Goal goal) {
        return way.reached().proposed().contains(goal.value());
    }

    private static Setting setting(Way single) {
        return single.settings().get(0);
    }

    /** Of a ticket's or a person's fields several move with the day, so all of them count. */
    private static boolean rests(Set<Field> slice, Way single) {
        Field field = setting(single).input().field();
        return slice.contains(field)
                || (!field.owner().isSingleton() && slice.stream().anyMatch(read -> read.owner() == field.owner()));
    }

    private static String name(Way single) {
        return setting(single).input().name();
    }
}
