package io.shirube.engine.authoring.catalogue;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.FieldRegister;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts derived signals behind those they are computed from, or reports that they go round in a circle. */
final class Derivations {

    private final Map<Integer, SignalType> bySlot = new LinkedHashMap<>();
    private final Map<Integer, Integer> dateOfDays = new LinkedHashMap<>();
    private final Set<SignalType> done = new LinkedHashSet<>();
    private final Set<SignalType> circle = new LinkedHashSet<>();
    private final List<SignalType> path = new ArrayList<>();
    private final Report report;

    private Derivations(List<SignalType> signals, Report report) {
        this.report = report;
        signals.forEach(signal -> bySlot.put(signal.field().slot(), signal));
        // because the day counts of a date stand right behind it
        signals.stream()
                .map(SignalType::field)
                .filter(field -> field.type() == ValueType.DATE)
                .forEach(field -> {
                    int counts = FieldRegister.dayNames(field.name()).size();
                    for (int behind = 1; behind <= counts; behind++) {
                        dateOfDays.put(field.slot() + behind, field.slot());
                    }
                });
    }

    /** Returns the signals in an order in which each stands behind those it reads. */
    static List<SignalType> ordered(List<SignalType> signals, Report report) {
        Derivations derivations = new Derivations(signals, report);
        signals.forEach(derivations::visit);
        return List.copyOf(derivations.done);
    }

    private void visit(SignalType signal) {
        if (done.contains(signal)) {
            return;
        }
        int begin = path.indexOf(signal);
        if (begin >= 0) {
            report(path.subList(begin, path.size()));
            return;
        }
        path.add(signal);
        for (Field read : reads(signal)) {
            SignalType source = bySlot.get(dateOfDays.getOrDefault(read.slot(), read.slot()));
            if (source != null && read.owner().isSingleton()) {
                visit(source);
            }
        }
        path.remove(path.size() - 1);
        done.add(signal);
    }

    private void report(List<SignalType> members) {
        if (members.stream().anyMatch(circle::contains)) {
            return;
        }
        circle.addAll(members);
        List<String> names = new ArrayList<>(
                members.stream().map(signal -> signal.field().name()).toList());
        names.add(names.get(0));
        String round = String.join(" → ", names);
        report.error(
                "cyclic-derive",
                members.get(0).position(),
                say("計算式が循環しています: " + round + "。", "The derivations go round in a circle: " + round + "."),
                say("どれか1つの derive を、ほかのシグナルから計算するように直してください。", "Compute one of them from other signals."));
    }

    private static Set<Field> reads(SignalType signal) {
        Set<Field> fields = new LinkedHashSet<>();
        SignalType.Derivation derivation = signal.derivation();
        if (derivation instanceof SignalType.Computed computed) {
            collect(computed.term(), fields);
        } else if (derivation instanceof SignalType.Count count) {
            collect(count.items().constraint(), fields);
        } else if (derivation instanceof SignalType.Extreme extreme) {
            collect(extreme.items().constraint(), fields);
            collect(extreme.of(), fields);
        }
        // because previous and change read measurements the caller gave, not values derived today
        return fields;
    }

    private static void collect(Term term, Set<Field> fields) {
        if (term instanceof Term.OfField of && of.variable() == Term.ACCOUNT) {
            fields.add(of.field());
        } else if (term instanceof Term.Arithmetic arithmetic) {
            collect(arithmetic.left(), fields);
            collect(arithmetic.right(), fields);
        }
    }

    private static void collect(Constraint constraint, Set<Field> fields) {
        if (constraint instanceof Constraint.Compare compare) {
            collect(compare.left(), fields);
            collect(compare.right(), fields);
        } else if (constraint instanceof Constraint.OneOf oneOf) {
            collect(oneOf.term(), fields);
        } else if (constraint instanceof Constraint.Matches matches) {
            collect(matches.term(), fields);
        } else if (constraint instanceof Constraint.Contains contains) {
            collect(contains.term(), fields);
        } else if (constraint instanceof Constraint.IsNull isNull) {
            collect(isNull.term(), fields);
        } else if (constraint instanceof Constraint.AllOf all) {
            all.parts().forEach(part -> collect(part, fields));
        } else if (constraint instanceof Constraint.AnyOf any) {
            any.parts().forEach(part -> collect(part, fields));
        } else if (constraint instanceof Constraint.Not not) {
            collect(not.negated(), fields);
        }
    }
}
