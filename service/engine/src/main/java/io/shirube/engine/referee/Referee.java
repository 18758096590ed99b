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

    /** One account is aimed at several units, because running it costs far more than making it. */
    private static final int TOGETHER = 8;

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
     * Runs both executors on generated accounts: most aimed at some of the units, some that nothing aims at. Each account
     * runs through all units of a phase.
     *
     * @param units those to aim at; the phases of others are left out
     * @param aims how often each is aimed at
     */
    public static Trial search(
            RuleModel model, List<RuleUnit> units, RuleExecutor first, RuleExecutor second, int aims, long seed) {
        AccountGenerator generator = new AccountGenerator(model, seed, UNKNOWN_SHARE);
        long accounts = 0;
        for (Phase phase : Phase.values()) {
            List<RuleUnit> ofPhase =
                    units.stream().filter(unit -> unit.phase() == phase).toList();
            for (int round = 0; round < aims && !ofPhase.isEmpty(); round++) {
                List<Facts> tried = new ArrayList<>(generator.aimedAt(ofPhase, TOGETHER));
                tried.add(generator.any());
                for (Facts facts : tried) {
                    accounts++;
                    Optional<Difference> found = compare(phase, facts, first, second);
                    if (found.isPresent()) {
                        return new Trial(accounts, found.map(difference -> Shrinker.shrink(difference, first, second)));
                    }
                }
            }
        }
        return new Trial(accounts, Optional.empty());
    }

    /**
     * What became of a search.
     *
     * @param accounts on how many the two were compared
     * @param difference the smallest account found on which they differ, or empty when they agree on all
     */
    public record Trial(long accounts, Optional<Difference> difference) {}
}
