package io.shirube.engine.whatif;

import io.shirube.engine.evaluate.Derivations;
import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.model.FactType;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.rules.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which inputs something can rest on at all, by what rules read: never too few, perhaps too many. Immutable, safe for use by
 * many threads.
 */
final class Slices {

    private final RuleModel model;
    private final Evaluator evaluator;
    private final Map<Field, Set<RuleUnit>> concluding = new HashMap<>();
    private final Map<Field, Set<Field>> computedFrom = new HashMap<>();
    private final Map<Field, Field> dateOf = new HashMap<>();

    Slices(RuleModel model, Evaluator evaluator) {
        this.model = model;
        this.evaluator = evaluator;
        for (RuleUnit unit : model.units()) {
            consequences(unit).forEach(consequence -> {
                if (consequence instanceof Consequence.Assign assign) {
                    concluding
                            .computeIfAbsent(assign.target(), unused -> new LinkedHashSet<>())
                            .add(unit);
                }
            });
        }
        for (SignalType signal : model.vocabulary().signals()) {
            SignalType.Derivation derivation = signal.derivation();
            if (derivation != null) {
                computedFrom.put(signal.field(), Derivations.reads(derivation));
            }
        }
        for (Field field : model.vocabulary().accountFields()) {
            model.vocabulary().days(field).forEach(count -> dateOf.put(count, field));
        }
    }

    private static Stream<Consequence> consequences(RuleUnit unit) {
        return unit instanceof Rule rule
                ? rule.consequences().stream()
                : ((Table) unit).rows().stream().flatMap(row -> row.consequences().stream());
    }

    /** Returns the fields that a goal's touch, band, or an action's proposal and eligibility can rest on. */
    Set<Field> of(Goal goal) {
        Walk walk = new Walk();
        switch (goal.facet()) {
            case TOUCH -> walk.upTo(Phase.SEGMENT);
            case BAND -> walk.upTo(Phase.HEALTH);
            case ACTION -> {
                walk.read(model.vocabulary().required(FactType.SEGMENT, "touch"));
                walk.read(model.vocabulary().required(FactType.STAGE, "value"));
                model.units(Phase.ACTIONS).stream()
                        .filter(unit -> consequences(unit)
                                .anyMatch(consequence -> consequence instanceof Consequence.Propose propose
                                        && propose.action().name().equals(goal.value())))
                        .forEach(walk::unit);
            }
        }
        return walk.end();
    }

    /** Returns the fields that any rule reads, itself or through what is computed. */
    Set<Field> ofAnything() {
        Walk walk = new Walk();
        walk.upTo(Phase.ACTIONS);
        return walk.end();
    }

    /** One walk from what is concluded back to what is told. */
    private final class Walk {
        private final Set<RuleUnit> units = new HashSet<>();
        private final Set<Field> fields = new LinkedHashSet<>();
        private final Deque<Field> open = new ArrayDeque<>();

        void upTo(Phase last) {
            model.units().stream()
                    .filter(unit -> unit.phase().compareTo(last) <= 0)
                    .forEach(this::unit);
        }

        void unit(RuleUnit unit) {
            if (units.add(unit)) {
                evaluator.reads(unit).forEach(this::read);
            }
        }

        void read(Field field) {
            if (fields.add(field)) {
                open.add(field);
            }
        }

        Set<Field> end() {
            while (!open.isEmpty()) {
                Field field = open.remove();
                Phase phase = field.concludedIn();
                if (phase != null && !field.assignable()) {
                    upTo(phase);
                }
                concluding.getOrDefault(field, Set.of()).forEach(this::unit);
                computedFrom.getOrDefault(field, Set.of()).forEach(this::read);
                Field date = dateOf.get(field);
                if (date != null) {
                    read(date);
                }
            }
            return fields;
        }
    }

    /** Returns the inputs whose value is among some fields. */
    static List<Input> among(List<Input> inputs, Set<Field> fields) {
        return inputs.stream().filter(input -> fields.contains(input.field())).toList();
    }
}
