package io.shirube.engine.decide;

import io.shirube.engine.referee.Referee;
import io.shirube.engine.referee.WitnessText;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.RuleExecutor;
import io.shirube.engine.rules.RuleModel;
import java.util.List;

/** Compares the two executors on generated accounts around every constant of the rules. Same rules, same accounts. */
final class RefereeProof implements LoadProof {

    /** How many accounts a load can afford in all: each is run through every unit of a phase. */
    private static final int ACCOUNTS = 5_000;

    private static final int MOST_PER_UNIT = 50;
    private static final int FEWEST_PER_UNIT = 12;
    private static final long SEED = 20_261_121;

    @Override
    public List<Finding> prove(RuleModel model, RuleExecutor evaluator, RuleExecutor lowered) {
        int units = Math.max(1, model.units().size());
        int perUnit = Math.max(FEWEST_PER_UNIT, Math.min(MOST_PER_UNIT, ACCOUNTS / units));
        return Referee.search(model, evaluator, lowered, perUnit, SEED)
                .map(difference -> List.of(WitnessText.finding(model, difference)))
                .orElse(List.of());
    }
}
