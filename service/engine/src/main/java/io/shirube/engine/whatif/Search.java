package io.shirube.engine.whatif;

import io.shirube.engine.decide.Variants;
import io.shirube.engine.evaluate.Derivations;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.rules.ValueType;
import io.shirube.engine.whatif.WhatIfAnswer.Change;
import io.shirube.engine.whatif.WhatIfAnswer.Distance;
import io.shirube.engine.whatif.WhatIfAnswer.ForGoal;
import io.shirube.engine.whatif.WhatIfAnswer.IfKnown;
import io.shirube.engine.whatif.WhatIfAnswer.InDays;
import io.shirube.engine.whatif.WhatIfAnswer.WayTo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for what would change the decision on one account. Used by one thread. */
final class Search {

    private static final int MOST_WAYS = 10;
    private static final int MOST_FIXED = 5;
    private static final int DAYS_AHEAD = 366;

    private final Variants account;
    private final Items items;
    private final Trials trials;
    private final Slices slices;
    private final Sentences sentences;
    private final Singles changeable;
    private final Singles fixed;
    private final List<Learned> learned;
    private final Days days;

    /** @param inputs those that rules read, themselves or through what is computed */
    Search(Variants account, Trials trials, List<Input> inputs, Slices slices, Sentences sentences) {
        this.account = account;
        this.trials = trials;
        this.slices = slices;
        this.sentences = sentences;
        this.items = new Items(account.ruleset().model().vocabulary());
        Grid grid = new Grid(account);
        Set<Field> levers = new HashSet<>();
        inputs.stream()
                .filter(input -> input.isChangeable() && input.isKnown(account.facts()))
                .forEach(input -> levers.add(input.field()));
        List<Input> changed = new ArrayList<>();
        List<Input> given = new ArrayList<>();
        for (Input input : inputs) {
            if (levers.contains(input.field())) {
                if (!follows(input, levers)) {
                    changed.add(input);
                }
            } else if (input.isKnown(account.facts()) && isFigureOrName(input)) {
                given.add(input);
            }
        }
        double today = account.asOf().toEpochDay();
        List<Setting> done = items.of(account.snapshot(), account.asOf()).stream()
                .map(item -> new Setting(item, today, 1))
                .toList();
        this.changeable = Singles.of(changed, done, grid, trials);
        this.fixed = Singles.of(given, List.of(), grid, trials);
        this.learned = new Missing(account, grid, trials).of(inputs);
        this.days = new Days(account, trials, DAYS_AHEAD);
    }

    /** A signal that is computed from what can be changed moves with it, and cannot be moved alone. */
    private boolean follows(Input input, Set<Field> levers) {
        SignalType signal = input.signal();
        SignalType.Derivation derivation = signal == null ? null : signal.derivation();
        return signal != null
                && derivation != null
                && !account.isTold(signal)
                && Derivations.reads(derivation).stream()
                        .anyMatch(field -> levers.contains(field) || items.move(field));
    }

    private static boolean isFigureOrName(Input input) {
        return switch (input.field().type()) {
            case NUMBER, BOOLEAN, ENUM -> true;
            case DATE, TEXT, TEXT_SET -> false;
        };
    }

    Reached now() {
        return trials.now();
    }

    Singles singles() {
        return changeable;
    }

    /** @param inPairs whether two changes together are tried when no single one does */
    ForGoal answer(Goal goal, boolean inPairs) {
        Text title = sentences.title(goal);
        if (goal.isReached(trials.now())) {
            Text already = sentences.summary(goal, true, List.of(), 0, true);
            return new ForGoal(goal, title, true, List.of(), 0, already, List.of(), null, List.of());
        }
        List<Way> ways = changeable.reaching(goal, trials, MOST_WAYS);
        int searched = ways.isEmpty() && inPairs ? 2 : 1;
        if (searched == 2) {
            ways = new Pairs(changeable, slices, trials).reaching(goal, MOST_WAYS);
        }
        return new ForGoal(
                goal,
                title,
                false,
                ways.stream().map(way -> wayTo(way, goal)).toList(),
                searched,
                sentences.summary(goal, false, ways, searched, !trials.gaveUp()),
                fixed.reaching(goal, trials, MOST_FIXED).stream()
                        .map(way -> distance(way.settings().get(0), goal))
                        .toList(),
                inDays(goal),
                learned.stream()
                        .filter(one -> one.outcomes().stream().anyMatch(outcome -> goal.isReached(outcome.reached())))
                        .map(one -> one.input().name())
                        .toList());
    }

    private WayTo wayTo(Way way, Goal goal) {
        List<Change> changes = way.settings().stream().map(this::change).toList();
        return new WayTo(changes, way.steps(), way.reached(), sentences.way(way.settings(), changes, goal));
    }

    private Change change(Setting setting) {
        Input input = setting.input();
        Object from = input.plain(account.facts());
        Object to = input.plain(setting.value());
        return new Change(input.name(), from, to, input.isChangeable(), Sentences.change(input, from, to));
    }

    private Distance distance(Setting setting, Goal goal) {
        Change change = change(setting);
        double from = setting.input().number(account.facts());
        boolean figure = setting.input().field().type() == ValueType.NUMBER;
        return new Distance(
                change, figure ? setting.value() - from : null, sentences.distance(setting, change, goal, from));
    }

    private @Nullable InDays inDays(Goal goal) {
        return days.reaching(goal)
                .map(day -> new InDays(day.days(), day.on(), sentences.day(day.days(), day.on(), goal)))
                .orElse(null);
    }

    /** Returns what could change the decision if it were known. */
    List<IfKnown> missing() {
        List<IfKnown> all = new ArrayList<>();
        for (Learned one : learned) {
            List<WhatIfAnswer.Outcome> outcomes = new ArrayList<>();
            for (Learned.Outcome outcome : one.outcomes()) {
                Text values = Words.spans(one.input(), outcome.spans());
                boolean same = outcome.reached().comesTo(trials.now());
                List<Text> differences = sentences.differences(trials.now(), outcome.reached());
                outcomes.add(new WhatIfAnswer.Outcome(
                        values,
                        one.input().plain(outcome.proof().value()),
                        same,
                        outcome.reached(),
                        differences,
                        sentences.ifKnown(one.input(), values, same, differences)));
            }
            all.add(new IfKnown(one.input().name(), Words.label(one.input()), outcomes));
        }
        return all;
    }
}
