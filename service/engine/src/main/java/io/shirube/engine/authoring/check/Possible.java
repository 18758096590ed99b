package io.shirube.engine.authoring.check;

import io.shirube.engine.model.FactType;
import io.shirube.engine.rules.BuiltinFields;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.FieldRegister;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.rules.ValueType;
import io.shirube.engine.rules.Vocabulary;
import java.util.Set;

/** Which fields may be unknown, and which may be absent, when the rules of a phase read them. */
final class Possible {

    /** What every account has once its phase is over, whatever its rules conclude. */
    private static final Set<String> ALWAYS_KNOWN = Set.of(
            "Account.id",
            "Stage.value",
            "Stage.source",
            "Segment.touch",
            "Segment.programme",
            "Health.band",
            "Health.coverage",
            "Success.level");

    private Possible() {}

    /** Returns what a column may hold besides known values. */
    static Atoms.Column column(Field field, Vocabulary vocabulary) {
        return new Atoms.Column(field, !ALWAYS_KNOWN.contains(field.qualifiedName()), mayBeAbsent(field, vocabulary));
    }

    private static boolean mayBeAbsent(Field field, Vocabulary vocabulary) {
        if (field.owner() == FactType.RENEWAL || field.unit().equals(BuiltinFields.EVENT)) {
            return true;
        }
        boolean daysOfEvent = vocabulary.fields(field.owner()).stream()
                .filter(date -> date.type() == ValueType.DATE && date.unit().equals(BuiltinFields.EVENT))
                .anyMatch(date -> FieldRegister.dayNames(date.name()).contains(field.name()));
        return daysOfEvent
                || vocabulary.signals().stream()
                        .anyMatch(signal ->
                                signal.field().equals(field) && signal.derivation() instanceof SignalType.Extreme);
    }
}
