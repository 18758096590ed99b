package io.shirube.engine.decide;

import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.RuleExecutor;
import io.shirube.engine.rules.RuleModel;
import java.util.List;

/** Something a ruleset has to stand before it is used, such as the comparison of its two executors. */
@FunctionalInterface
public interface LoadProof {

    /** Returns what was found; an ERROR refuses the ruleset. */
    List<Finding> prove(RuleModel model, RuleExecutor evaluator, RuleExecutor lowered);
}
