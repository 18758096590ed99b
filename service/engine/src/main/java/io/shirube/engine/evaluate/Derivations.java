package io.shirube.engine.evaluate;

import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.rules.SignalType.Derivation;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.Vocabulary;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Computes the signals that catalogues derive from others. Immutable, safe for use by many threads. */
public final class Derivations {

    private final Map<String, Formula> formulas = new HashMap<>();

    public Derivations(Vocabulary vocabulary) {
        for (SignalType signal : vocabulary.signals()) {
            Derivation derivation = signal.derivation();
            if (derivation != null) {
                formulas.put(signal.field().qualifiedName(), formula(derivation));
            }
        }
    }

    /**
     * Returns what a signal's derivation comes to; unknown when it has none. Does not look at the value the caller may have
     * given, which wins.
     *
     * @param facts with the signals it is derived from already in place
     * @return known, unknown or absent
     */
    public Value value(SignalType signal, Facts facts, History history) {
        Formula formula = formulas.get(signal.field().qualifiedName());
        return formula == null ? new Value.Unknown() : formula.value(facts, history);
    }

    /** Returns the fields a derivation reads, of the account and of items, in the author's order. */
    public static Set<Field> reads(Derivation derivation) {
        Set<Field> fields = new LinkedHashSet<>();
        if (derivation instanceof SignalType.Computed computed) {
            add(computed.term(), fields);
        } else if (derivation instanceof SignalType.OverTime overTime) {
            fields.add(overTime.source());
        } else if (derivation instanceof SignalType.Count count) {
            ModelWalk.terms(count.items(), term -> add(term, fields));
        } else if (derivation instanceof SignalType.Extreme extreme) {
            ModelWalk.terms(extreme.items(), term -> add(term, fields));
            add(extreme.of(), fields);
        }
        return Collections.unmodifiableSet(fields);
    }

    private static void add(Term term, Set<Field> fields) {
        ModelWalk.fields(term, read -> fields.add(read.field()));
    }

    private static Formula formula(Derivation derivation) {
        if (derivation instanceof SignalType.Computed computed) {
            TermNode term = TermNode.of(computed.term());
            return (facts, history) -> term.value(new Frame(facts, 0));
        }
        if (derivation instanceof SignalType.OverTime overTime) {
            return overTime(overTime);
        }
        if (derivation instanceof SignalType.Count count) {
            return figure(
                    count.items(),
                    new Condition.Function(
                            0, Condition.Kind.COUNT, null, count.items().origin()));
        }
        SignalType.Extreme extreme = (SignalType.Extreme) derivation;
        Condition.Kind kind = extreme.highest() ? Condition.Kind.MAX : Condition.Kind.MIN;
        return figure(
                extreme.items(),
                new Condition.Function(0, kind, extreme.of(), extreme.of().origin()));
    }

    private static Formula figure(Condition.Match items, Condition.Function function) {
        List<Constraint> none = List.of();
        AccumulateNode node =
                new AccumulateNode(new Condition.Accumulate(items, List.of(function), none, items.origin()));
        return (facts, history) -> {
            Value value = node.gathered(new Frame(facts, items.variable() + 1))
                    .results()[0]
                    .value();
            return value instanceof Value.Between ? new Value.Unknown() : value;
        };
    }

    private static Formula overTime(SignalType.OverTime overTime) {
        Field source = overTime.source();
        int days = overTime.days();
        return switch (overTime.trend()) {
            case PREVIOUS -> (facts, history) -> known(history.valueAt(source, days));
            case CHANGE -> (facts, history) -> change(overTime, facts, history, 1, 1);
            case CHANGE_PER_WORKING_DAY ->
                (facts, history) -> change(
                        overTime, facts, history, history.workingDays(days, 0), history.workingDays(2 * days, days));
            case AVERAGE -> (facts, history) -> known(history.average(source, days));
        };
    }

    /** Compares now with then, each divided by the working days of its period. */
    private static Value change(SignalType.OverTime change, Facts facts, History history, int daysNow, int daysThen) {
        int slot = change.source().slot();
        if (facts.account().state(slot) != Slots.KNOWN) {
            return TermNode.valueOf(facts.account(), slot, change.source().type());
        }
        OptionalDouble before = history.valueAt(change.source(), change.days());
        if (before.isEmpty() || daysNow <= 0 || daysThen <= 0) {
            return new Value.Unknown();
        }
        double now = facts.account().number(slot) / daysNow;
        double then = before.getAsDouble() / daysThen;
        double relative = (now - then) / then;
        return Double.isFinite(relative) ? new Value.Known(relative) : new Value.Unknown();
    }

    private static Value known(OptionalDouble number) {
        return number.isPresent() ? new Value.Known(number.getAsDouble()) : new Value.Unknown();
    }

    private interface Formula {
        Value value(Facts facts, History history);
    }
}
