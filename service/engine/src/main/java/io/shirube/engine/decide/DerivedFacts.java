package io.shirube.engine.decide;

import io.shirube.engine.evaluate.Derivations;
import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.evaluate.History;
import io.shirube.engine.explain.Quoted;
import io.shirube.engine.explain.ValueText;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Measurement;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import io.shirube.engine.rules.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes the derived signals that the caller did not give, in the catalogue's order of dependence. */
final class DerivedFacts {

    private final List<SignalType> derived;
    private final Derivations derivations;
    private final Evaluator evaluator;
    private final Map<String, Integer> staleDays;
    private final IdentityHashMap<SignalType, List<SignalType>> dependents = new IdentityHashMap<>();
    private final WorkingDays workingDays;

    DerivedFacts(Vocabulary vocabulary, Evaluator evaluator, WorkingDays workingDays) {
        this.workingDays = workingDays;
        this.derived = vocabulary.signals().stream()
                .filter(type -> type.derivation() != null && type.field().type() != ValueType.DATE)
                .toList();
        this.derivations = new Derivations(vocabulary);
        this.evaluator = evaluator;
        this.staleDays = MeasuredHistory.staleDays(vocabulary);
        vocabulary.signals().forEach(signal -> dependents.put(signal, findDependents(vocabulary, signal)));
    }

    /** Returns the signals that are computed from a signal, directly or not, in the order in which they are. */
    List<SignalType> dependents(SignalType signal) {
        return dependents.getOrDefault(signal, List.of());
    }

    private List<SignalType> findDependents(Vocabulary vocabulary, SignalType signal) {
        Set<Field> moved = new HashSet<>(vocabulary.days(signal.field()));
        moved.add(signal.field());
        List<SignalType> found = new ArrayList<>();
        for (SignalType type : derived) {
            SignalType.Derivation derivation = type.derivation();
            if (derivation != null && Derivations.reads(derivation).stream().anyMatch(moved::contains)) {
                found.add(type);
                moved.add(type.field());
            }
        }
        return found;
    }

    /** @param given a signal whose value stands as it is in the facts and whose dependents are computed; null for all */
    void derive(Facts facts, Measured measured, @Nullable SignalType given, Notices notices) {
        History history = new MeasuredHistory(measured, staleDays, workingDays, facts.asOf());
        List<SignalType> open = given == null ? derived : dependents.getOrDefault(given, List.of());
        for (SignalType type : open) {
            if (!type.equals(given) && !isTold(type, measured)) {
                Quoted value = Quoted.of(derivations.value(type, facts, history));
                noteCap(type, value, facts, notices);
                put(type.field(), value, facts.account(), notices);
            }
        }
    }

    /** A derivation {@code min(1, …)} that reaches its limit hides that the figures behind it do not fit together. */
    private void noteCap(SignalType type, Quoted value, Facts facts, Notices notices) {
        if (!value.isKnown()
                || !(type.derivation() instanceof SignalType.Computed computed)
                || !(computed.term() instanceof Term.Arithmetic limited)
                || limited.operator() != Term.Operator.MIN) {
            return;
        }
        Term limit = limited.left() instanceof Term.Literal ? limited.left() : limited.right();
        Term inner = limit == limited.left() ? limited.right() : limited.left();
        if (limit instanceof Term.Literal literal && literal.value() == value.number()) {
            Quoted computedValue = Quoted.of(evaluator.value(inner, facts));
            if (computedValue.isKnown() && computedValue.number() > literal.value()) {
                Field field = type.field();
                double shown = computedValue.number();
                double most = literal.value();
                String mostJa = ValueText.figure(most, field, true);
                notices.add(
                        "CAPPED",
                        field.labelJa() + "の計算値" + ValueText.figure(shown, field, true) + "は上限の" + mostJa + "を超えるため、"
                                + mostJa + "としました。もとの数値を確認してください。",
                        field.name() + " was computed as " + ValueText.figure(shown, field, false)
                                + ", above its limit " + ValueText.figure(most, field, false)
                                + ", which is used. Check the figures behind it.",
                        Map.of("name", field.name(), "value", Problems.shown(shown), "limit", Problems.shown(most)));
            }
        }
    }

    /** A believable value of the caller wins over the derivation; a told null or a stale one does not. */
    static boolean isTold(SignalType type, Measured measured) {
        String name = type.field().name();
        List<Measurement> past = measured.history().getOrDefault(name, List.of());
        return !past.isEmpty()
                && past.get(past.size() - 1).value() != null
                && measured.staleSince(name).isEmpty();
    }

    private static void put(Field field, Quoted value, Slots slots, Notices notices) {
        if (!value.isKnown()) {
            if (value.state() == Slots.ABSENT) {
                slots.setAbsent(field.slot());
            } else {
                slots.setUnknown(field.slot());
            }
        } else if (field.type() == ValueType.NUMBER && !SlotWriter.inRange(field, value.number())) {
            slots.setUnknown(field.slot());
            notices.add(
                    "DERIVED_OUT_OF_RANGE",
                    field.labelJa() + "の計算値" + ValueText.figure(value.number(), field, true) + "は範囲外のため、使いません。",
                    field.name() + " was computed as " + ValueText.figure(value.number(), field, false)
                            + ", out of its range, and is unknown.",
                    Map.of("name", field.name(), "value", Problems.shown(value.number())));
        } else {
            slots.set(field.slot(), value.number() + 0.0);
        }
    }
}
