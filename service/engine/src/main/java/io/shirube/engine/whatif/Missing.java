package io.shirube.engine.whatif;

import io.shirube.engine.decide.Variants;
import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which missing input could change the decision if it were known, and between what outcomes. Used by one thread. */
final class Missing {

    private static final int LONGEST_DAYS = 20_000;

    private final Variants account;
    private final Grid grid;
    private final Trials trials;

    Missing(Variants account, Grid grid, Trials trials) {
        this.account = account;
        this.grid = grid;
        this.trials = trials;
    }

    /** Returns those of the inputs that are unknown and could change touch, band or the set of open actions. */
    List<Learned> of(List<Input> inputs) {
        List<Learned> found = new ArrayList<>();
        for (Input input : inputs) {
            if (input.isUnknown(account.facts())) {
                learned(input).ifPresent(found::add);
            }
        }
        return found;
    }

    private record Tried(Setting setting, Reached reached) {}

    private Optional<Learned> learned(Input input) {
        List<Tried> tried = new ArrayList<>();
        for (Setting setting : settings(input)) {
            trials.reached(List.of(setting)).ifPresent(reached -> tried.add(new Tried(setting, reached)));
        }
        if (tried.stream().allMatch(one -> one.reached().comesTo(trials.now()))) {
            return Optional.empty();
        }
        Map<List<Object>, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = 0; i < tried.size(); i++) {
            Reached reached = tried.get(i).reached();
            alike.computeIfAbsent(List.of(reached.touch(), reached.band(), reached.open()), unused -> new ArrayList<>())
                    .add(i);
        }
        List<Learned.Outcome> outcomes = new ArrayList<>();
        for (List<Integer> places : alike.values()) {
            Tried first = tried.get(places.get(0));
            if (trials.isProven(List.of(first.setting()), first.reached())) {
                outcomes.add(new Learned.Outcome(spans(input, tried, places), first.setting(), first.reached()));
            }
        }
        return Optional.of(new Learned(input, outcomes));
    }

    private static List<Learned.Span> spans(Input input, List<Tried> tried, List<Integer> places) {
        ValueType type = input.field().type();
        boolean ordered = type == ValueType.NUMBER || type == ValueType.DATE;
        List<Learned.Span> spans = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < places.size(); i++) {
            boolean ends = !ordered || i + 1 == places.size() || places.get(i + 1) != places.get(i) + 1;
            if (ends) {
                int low = places.get(from);
                int high = places.get(i);
                spans.add(new Learned.Span(
                        tried.get(low).setting().value(),
                        tried.get(high).setting().value(),
                        low == 0,
                        high == tried.size() - 1));
                from = i + 1;
            }
        }
        return spans;
    }

    private List<Setting> settings(Input input) {
        if (input.field().type() != ValueType.DATE) {
            return grid.settings(input);
        }
        NavigableSet<Double> days = new TreeSet<>();
        Evaluator evaluator = account.ruleset().evaluator();
        long asOf = account.asOf().toEpochDay();
        List<Field> counts = account.ruleset().model().vocabulary().days(input.field());
        for (int i = 0; i < counts.size(); i++) {
            int towards = i % 2 == 0 ? -1 : 1;
            // because five working days take seven days, and a holiday or two more
            Set<Integer> around = i < 2 ? Set.of(-1, 0, 1) : Set.of(-1, 0, 1, 2, 3, 4);
            double stretch = i < 2 ? 1 : 1.4;
            for (double constant : evaluator.thresholds(counts.get(i))) {
                around.forEach(beside -> days.add(asOf + towards * (Math.floor(constant * stretch) + beside)));
            }
        }
        days.add((double) asOf);
        days.removeIf(day -> Math.abs(day - asOf) > LONGEST_DAYS);
        return days.stream().map(day -> new Setting(input, day, 1)).toList();
    }
}
