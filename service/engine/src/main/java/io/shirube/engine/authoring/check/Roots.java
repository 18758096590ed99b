package io.shirube.engine.authoring.check;

import io.shirube.engine.model.FactType;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.FieldRegister;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Vocabulary;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds what a concluded field rests on: the fields its rules read, what those are derived from, and so on down. */
final class Roots {

    private final Vocabulary vocabulary;
    private final List<RuleUnit> units;

    Roots(Vocabulary vocabulary, List<RuleUnit> units) {
        this.vocabulary = vocabulary;
        this.units = units;
    }

    /** Returns the names of the fields and of everything below them; a day count stands for its date. */
    Set<String> of(Set<Field> fields) {
        Set<Field> seen = new LinkedHashSet<>(fields);
        Deque<Field> open = new ArrayDeque<>(fields);
        while (!open.isEmpty()) {
            for (Field below : below(open.pop())) {
                if (seen.add(below)) {
                    open.push(below);
                }
            }
        }
        Set<String> names = new LinkedHashSet<>();
        seen.forEach(field -> names.add(field.name()));
        return names;
    }

    private Set<Field> below(Field field) {
        Reads reads = new Reads();
        for (SignalType signal : vocabulary.signals()) {
            if (signal.field().equals(field) && signal.derivation() != null) {
                reads.of(signal.derivation());
            }
            if (signal.field().owner() == field.owner()
                    && FieldRegister.dayNames(signal.field().name()).contains(field.name())) {
                reads.fields().add(signal.field());
            }
        }
        if (field.concludedIn() != null && field.owner() != FactType.SEGMENT && field.owner() != FactType.STAGE) {
            units.stream().filter(unit -> concludes(unit, field)).forEach(reads::of);
        }
        return reads.fields();
    }

    /** Returns whether a rule or table has a conclusion about a field. */
    static boolean concludes(RuleUnit unit, Field field) {
        return consequences(unit).stream()
                .anyMatch(consequence -> consequence instanceof Consequence.Assign assign
                        && assign.target().equals(field));
    }

    /** Returns every consequence of a rule, or of all rows of a table. */
    static List<Consequence> consequences(RuleUnit unit) {
        return unit instanceof Table table
                ? table.rows().stream()
                        .flatMap(row -> row.consequences().stream())
                        .toList()
                : ((Rule) unit).consequences();
    }
}
