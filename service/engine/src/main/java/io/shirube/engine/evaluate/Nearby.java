package io.shirube.engine.evaluate;

import io.shirube.engine.model.Facts;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.RuleExecutor;
import io.shirube.engine.rules.RuleUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Fires what an {@link Evaluator} fires, for variants of one account: units that read nothing else than they did are not
 * evaluated again. Used by one thread, and only as long as the account's own facts stay as they are.
 */
final class Nearby implements RuleExecutor {

    private static final int SPARE = 8;

    private final Evaluator evaluator;
    private final Facts base;
    private final Map<Phase, Known> known = new EnumMap<>(Phase.class);

    /** What the account's own facts fire in a phase, unit by unit and together. */
    private record Known(List<List<Firing>> byUnit, List<Firing> all) {}

    Nearby(Evaluator evaluator, Facts base) {
        this.evaluator = evaluator;
        this.base = base;
    }

    /** @param facts a copy of the account's, with other values in its slots */
    @Override
    public List<Firing> fire(Phase phase, Facts facts) {
        PhaseReads reads = evaluator.reads(phase);
        Known before = known.computeIfAbsent(phase, fresh -> known(reads.units()));
        BitSet touched = reads.touched(facts.account(), base.account());
        if (touched.isEmpty()) {
            return before.all();
        }
        List<Firing> fired = new ArrayList<>(before.all().size() + SPARE);
        for (int i = 0; i < reads.units().size(); i++) {
            fired.addAll(
                    touched.get(i)
                            ? evaluator.fire(reads.units().get(i), facts)
                            : before.byUnit().get(i));
        }
        return fired;
    }

    private Known known(List<RuleUnit> units) {
        List<List<Firing>> byUnit =
                units.stream().map(unit -> evaluator.fire(unit, base)).toList();
        return new Known(byUnit, byUnit.stream().flatMap(List::stream).toList());
    }
}
