package io.shirube.engine.decide;

import io.shirube.engine.explain.Quoted;
import io.shirube.engine.explain.TermReader;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Merge;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Merges what fired rules conclude, field by field, and writes it into the account's slots. */
final class Conclusions {

    private final RuleModel model;
    private final TermReader terms;

    Conclusions(RuleModel model, TermReader terms) {
        this.model = model;
        this.terms = terms;
    }

    /** Returns the consequences of a firing: those of its rule, or of its row. */
    List<Consequence> consequences(Firing firing) {
        RuleUnit unit = unit(firing);
        return unit instanceof Table table
                ? table.rows().get(firing.row()).consequences()
                : ((Rule) unit).consequences();
    }

    RuleUnit unit(Firing firing) {
        return model.units().get(firing.unit());
    }

    /** Returns what was concluded by slot, after writing it; all conclusions are read before any is written. */
    Map<Integer, Concluded> apply(List<Firing> firings, Facts facts, RunProblems problems) {
        Map<Integer, Merging> merging = new TreeMap<>();
        for (Firing firing : firings) {
            for (Consequence consequence : consequences(firing)) {
                if (consequence instanceof Consequence.Assign assign) {
                    value(assign, firing, facts, problems)
                            .ifPresent(value -> merging.computeIfAbsent(
                                            assign.target().slot(), slot -> new Merging(assign.target()))
                                    .add(value, firing, problems));
                }
            }
        }
        Map<Integer, Concluded> concluded = new TreeMap<>();
        merging.forEach((slot, merged) -> {
            concluded.put(slot, merged.concluded());
            write(facts.account(), merged.field, merged.concluded().value());
        });
        return concluded;
    }

    private Optional<Quoted> value(Consequence.Assign assign, Firing firing, Facts facts, RunProblems problems) {
        try {
            Quoted value = terms.read(assign.value(), facts, firing);
            Field target = assign.target();
            if (!value.isKnown()) {
                return Optional.empty();
            }
            if (target.type() == ValueType.NUMBER && !SlotWriter.inRange(target, value.number())) {
                problems.conclusionOutOfRange(target, unit(firing), value.number());
                return Optional.empty();
            }
            return Optional.of(value);
        } catch (RuntimeException e) {
            problems.ruleFailed(unit(firing));
            return Optional.empty();
        }
    }

    private static void write(Slots slots, Field field, Quoted value) {
        String text = value.text();
        if (text != null) {
            slots.setText(field.slot(), (int) value.number(), text);
        } else {
            slots.set(field.slot(), value.number() + 0.0);
        }
    }

    /** The conclusions about one field so far. */
    private final class Merging {
        private final Field field;
        private final List<Firing> by = new ArrayList<>();
        private Quoted value = Quoted.UNKNOWN;

        Merging(Field field) {
            this.field = field;
        }

        void add(Quoted other, Firing firing, RunProblems problems) {
            int order = value.isKnown() ? Double.compare(other.number() + 0.0, value.number() + 0.0) : 0;
            if (!value.isKnown() || order == 0) {
                value = value.isKnown() ? value : other;
                by.add(firing);
            } else if (field.merge() == Merge.SINGLE) {
                problems.conflict(field, unit(by.get(0)), unit(firing));
            } else if ((field.merge() == Merge.LOWEST) == (order < 0)) {
                value = other;
                by.clear();
                by.add(firing);
            }
        }

        Concluded concluded() {
            return new Concluded(value, List.copyOf(by));
        }
    }
}
