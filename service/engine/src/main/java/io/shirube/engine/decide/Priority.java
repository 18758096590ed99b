package io.shirube.engine.decide;

import io.shirube.engine.explain.Quoted;
import io.shirube.engine.explain.TermReader;
import io.shirube.engine.model.AccountSnapshot.Evidence;
import io.shirube.engine.model.Decision.Factors;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.Policies;
import io.shirube.engine.rules.Term;
import java.util.Map;

/**
 * How urgent an action is: P × C × V × L.
 *
 * <p>P = (strength · prior + successes) / (strength + trials). C = 1 + context weights / 100. V = min(1, money at stake /
 * valueFull), 1 when the money is not known. L = 1 + (objective + group + action weight) / 100. None is negative; one that
 * is switched off is 1.
 */
final class Priority {

    private final Policies policies;
    private final TermReader terms;

    Priority(Policies policies, TermReader terms) {
        this.policies = policies;
        this.terms = terms;
    }

    Factors factors(Proposal proposal, Run run) {
        ActionType type = proposal.type();
        return new Factors(
                off("propensity") ? 1 : propensity(proposal, run.snapshot().evidence()),
                off("context") ? 1 : Math.max(0, 1 + proposal.context() / 100),
                off("value") ? 1 : value(type, run),
                off("lever") ? 1 : Math.max(0, 1 + lever(type) / 100));
    }

    static double of(Factors factors) {
        return factors.propensity() * factors.context() * factors.value() * factors.lever();
    }

    private boolean off(String factor) {
        return policies.switchedOff().contains(factor);
    }

    /** Evidence of the class a rule names, {@code TYPE:class}, goes before that of the type. */
    private static double propensity(Proposal proposal, Map<String, Evidence> evidence) {
        ActionType type = proposal.type();
        Evidence ofType = evidence.getOrDefault(type.name(), new Evidence(0, 0));
        Evidence told = evidence.getOrDefault(type.name() + ":" + proposal.evidence(), ofType);
        double trials = type.baseStrength() + told.trials();
        return trials <= 0
                ? type.basePropensity()
                : (type.baseStrength() * type.basePropensity() + told.successes()) / trials;
    }

    private double value(ActionType type, Run run) {
        Term money = type.value();
        if (money == null) {
            return 0;
        }
        Quoted atStake = terms.read(money, run.facts());
        boolean usable = atStake.isKnown() && policies.valueFull() > 0;
        return usable ? Math.max(0, Math.min(1, atStake.number() / policies.valueFull())) : 1;
    }

    private double lever(ActionType type) {
        return policies.objectiveWeights().getOrDefault(type.objective(), 0.0)
                + policies.groupWeights().getOrDefault(type.group(), 0.0)
                + type.weight();
    }
}
