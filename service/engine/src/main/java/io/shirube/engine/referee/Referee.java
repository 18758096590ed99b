package io.shirube.engine.referee;

import io.shirube.engine.model.Facts;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.RuleExecutor;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares what two executors fire. Stateless, safe for use by many threads. */
public final class Referee {

    private static final double UNKNOWN_SHARE = 0.25;

    private Referee() {}

    /** Returns how the two differ on this account in this phase, if they do. */
    public static Optional<Difference> compare(Phase phase, Facts facts, RuleExecutor first, RuleExecutor second) {
        List<Firing> a = first.fire(phase, facts);
        List<Firing> b = second.fire(phase, facts);
        if (a.equals(b)) {
            return Optional.empty();
        }
        List<Firing> onlyFirst = new ArrayList<>(a);
        onlyFirst.removeAll(b);
        List<Firing> onlySecond = new ArrayList<>(b);
        onlySecond.removeAll(a);
        return Optional.of(new Difference(phase, facts, onlyFirst, onlySecond));
    }

    /**
     * Runs both executors on generated accounts: some that nothing aims at, and some aimed at every unit.
     *
     * @param perUnit accounts aimed at each unit, and as many again for each phase that nothing aims at
     * @return the smallest account found on which they differ, or empty when they agree on all
     */
    public static Optional<Difference> search(
            RuleModel model, RuleExecutor first, RuleExecutor second, int perUnit, long seed) {
        AccountGenerator generator = new AccountGenerator(model, seed, UNKNOWN_SHARE);
        for (Phase phase : Phase.values()) {
            List<RuleUnit> units = model.units(phase);
            if (units.isEmpty()) {
                continue;
            }
            for (int i = 0; i < perUnit; i++) {
                Optional<Difference> found = compare(phase, generator.any(), first, second);
                for (int u = 0; found.isEmpty() && u < units.size(); u++) {
                    found = compare(phase, generator.aimedAt(units.get(u)), first, second);
                }
                if (found.isPresent()) {
                    return Optional.of(Shrinker.shrink(found.get(), first, second));
                }
            }
        }
        return Optional.empty();
    }
}
