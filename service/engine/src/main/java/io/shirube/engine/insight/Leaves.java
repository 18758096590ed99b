package io.shirube.engine.insight;

import io.shirube.engine.evaluate.ConditionVerdict;
import io.shirube.engine.evaluate.Verdict;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the one part of a conjunction that is not true while others say something for it. A rule of one condition is no near miss
 * for everybody else, and that something is not told speaks for nothing.
 */
final class Leaves {

    private @Nullable ConditionVerdict found;
    private boolean supported;
    private boolean several;

    private Leaves() {}

    /** Returns what alone keeps a left side from being true; nothing when it is true, several parts are not, or none speaks for it. */
    static Optional<ConditionVerdict> onlyObstacle(ConditionVerdict verdict) {
        Leaves leaves = new Leaves();
        leaves.look(verdict);
        return leaves.several || !leaves.supported ? Optional.empty() : Optional.ofNullable(leaves.found);
    }

    private void look(ConditionVerdict verdict) {
        if (isConjunction(verdict)) {
            verdict.parts().forEach(this::look);
        } else if (verdict.verdict() == Verdict.TRUE) {
            supported |= saysSomething(verdict);
        } else if (found == null) {
            found = verdict;
        } else {
            several = true;
        }
    }

    private static boolean saysSomething(ConditionVerdict verdict) {
        if (verdict.node() instanceof ConditionVerdict.OfConstraint of) {
            Constraint constraint = of.constraint();
            return constraint instanceof Constraint.Compare
                    || constraint instanceof Constraint.OneOf
                    || constraint instanceof Constraint.Contains
                    || constraint instanceof Constraint.Matches;
        }
        return verdict.node() instanceof ConditionVerdict.OfCondition of
                && !(of.condition() instanceof Condition.NotExists);
    }

    private static boolean isConjunction(ConditionVerdict verdict) {
        if (verdict.node() instanceof ConditionVerdict.OfCondition of) {
            return of.condition() instanceof Condition.Both || of.condition() instanceof Condition.OnAccount;
        }
        return verdict.node() instanceof ConditionVerdict.OfConstraint of
                && of.constraint() instanceof Constraint.AllOf;
    }
}
