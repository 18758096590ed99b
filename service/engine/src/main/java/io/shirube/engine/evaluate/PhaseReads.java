package io.shirube.engine.evaluate;

import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.RuleUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Which of a phase's units read which slot of the account. Immutable, safe for use by many threads. */
final class PhaseReads {

    private final List<RuleUnit> units;
    private final int[] slots;
    private final BitSet[] readers;

    /** @param reads the fields on which a unit's firing rests */
    PhaseReads(List<RuleUnit> units, Function<RuleUnit, Set<Field>> reads) {
        this.units = List.copyOf(units);
        Map<Integer, BitSet> bySlot = new TreeMap<>();
        for (int i = 0; i < units.size(); i++) {
            for (Field field : reads.apply(units.get(i))) {
                if (field.owner().isSingleton()) {
                    bySlot.computeIfAbsent(field.slot(), slot -> new BitSet()).set(i);
                }
            }
        }
        this.slots = bySlot.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.readers = new ArrayList<>(bySlot.values()).toArray(BitSet[]::new);
    }

    /** Returns the phase's units in their order. */
    List<RuleUnit> units() {
        return units;
    }

    /** Returns the places of the units that read a slot which holds something else. */
    BitSet touched(Slots one, Slots other) {
        BitSet touched = new BitSet();
        for (int i = 0; i < slots.length; i++) {
            if (!one.holdsAs(other, slots[i])) {
                touched.or(readers[i]);
            }
        }
        return touched;
    }
}
