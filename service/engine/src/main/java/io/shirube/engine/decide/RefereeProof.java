package io.shirube.engine.decide;

import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.referee.Referee;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.RuleExecutor;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares the two executors of a ruleset on generated accounts around every constant of its rules. Same rules, same
 * accounts.
 */
final class RefereeProof {

    /** How often all units together are aimed at: what a load can afford. */
    private static final int AIMS = 7_500;

    private static final int MOST_PER_UNIT = 120;
    private static final int FEWEST_PER_UNIT = 24;

    /** How often a unit is aimed at that no edit touched, when the facts under it may have moved. */
    private static final int IN_PASSING = 2;

    private static final long SEED = 20_261_121;

    private final RuleModel model;
    private final Evaluator evaluator;
    private final RuleExecutor lowered;

    RefereeProof(RuleModel model, Evaluator evaluator, RuleExecutor lowered) {
        this.model = model;
        this.evaluator = evaluator;
        this.lowered = lowered;
    }

    /** Proves everything. */
    Referee.Trial ofAll() {
        return of(model.units());
    }

    Referee.Trial of(List<RuleUnit> units) {
        return search(units, thorough());
    }

    /**
     * Proves what an edit touched: the units of edited files and those that read what the catalogues say otherwise now. When a
     * file without units is another, all others are tried in passing, because the place of their facts may have changed.
     */
    Referee.Trial ofEdit(RuleBundle bundle, ProvenRules proven) {
        Set<String> edited = proven.editedIn(bundle);
        List<RuleUnit> touched = new ArrayList<>();
        List<RuleUnit> others = new ArrayList<>();
        for (RuleUnit unit : model.units()) {
            boolean same = !edited.contains(file(unit))
                    && evaluator.reads(unit).stream().allMatch(proven::knows);
            (same ? others : touched).add(unit);
        }
        Referee.Trial trial = of(touched);
        Set<String> files = model.units().stream().map(RefereeProof::file).collect(Collectors.toSet());
        if (trial.difference().isPresent() || files.containsAll(edited)) {
            return trial;
        }
        Referee.Trial passing = search(others, IN_PASSING);
        return new Referee.Trial(trial.accounts() + passing.accounts(), passing.difference());
    }

    private int thorough() {
        int affordable = AIMS / Math.max(1, model.units().size());
        return Math.max(FEWEST_PER_UNIT, Math.min(MOST_PER_UNIT, affordable));
    }

    private Referee.Trial search(List<RuleUnit> units, int aims) {
        return Referee.search(model, units, evaluator, lowered, aims, SEED);
    }

    private static String file(RuleUnit unit) {
        return unit.position().file();
    }
}
