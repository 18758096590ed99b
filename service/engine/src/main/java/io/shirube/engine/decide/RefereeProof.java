package io.shirube.engine.decide;

import io.shirube.engine.referee.Referee;
import io.shirube.engine.referee.WitnessText;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.RuleExecutor;
import io.shirube.engine.rules.RuleModel;
import java.util.List;

/** Compares the two executors on generated accounts around every constant of the rules. Same rules, same accounts. */
final class RefereeProof implements LoadProof {

    private static final int ACCOUNTS_PER_UNIT = 50;
    private static final long SEED = 20_261_121;

    @Override
    public List<Finding> prove(RuleModel model, RuleExecutor evaluator, RuleExecutor lowered) {
        return Referee.search(model, evaluator, lowered, ACCOUNTS_PER_UNIT, SEED)
                .map(difference -> List.of(WitnessText.finding(model, difference)))
                .orElse(List.of());
    }
}
