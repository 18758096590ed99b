package io.shirube.bench.measure;

import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.model.Facts;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleExecutor;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One rule phase: what fires, and what every condition comes to. */
@State(Scope.Benchmark)
public class PhaseBench {

    private static final int ONE_IN = 100;

    /** Names of {@link Accounts}. */
    @Param({Accounts.FROZEN, Accounts.SHIPPED, "50", "500", "5000"})
    public String rules = Accounts.FROZEN;

    private final Circle circle = new Circle();
    private List<Facts> facts = List.of();
    private List<RuleUnit> units = List.of();
    private Phase phase = Phase.ACTIONS;
    private @SuppressWarnings("NullAway.Init") Evaluator evaluator;
    private @SuppressWarnings("NullAway.Init") RuleExecutor lowered;

    @Setup
    public void load() {
        Accounts accounts = Accounts.of(rules);
        facts = accounts.facts();
        phase = accounts.phase();
        units = accounts.ruleset().model().units(phase);
        evaluator = accounts.ruleset().evaluator();
        lowered = accounts.ruleset().lowered();
    }

    /** Drools alone. */
    @Benchmark
    public List<Firing> drools() {
        return lowered.fire(phase, facts.get(circle.next()));
    }

    /** The evaluator alone. */
    @Benchmark
    public List<Firing> evaluator() {
        return evaluator.fire(phase, facts.get(circle.next()));
    }

    /** Both, and the comparison of what they fire. */
    @Benchmark
    public boolean always() {
        Facts account = facts.get(circle.next());
        return lowered.fire(phase, account).equals(evaluator.fire(phase, account));
    }

    /** Drools, and both for one account in a hundred. */
    @Benchmark
    public Object sampled() {
        int next = circle.next();
        return next % ONE_IN == 0 ? always() : lowered.fire(phase, facts.get(next));
    }

    /** The verdict of every condition of every rule, or of every row of a table. */
    @Benchmark
    public void verdicts(Blackhole hole) {
        Facts account = facts.get(circle.next());
        for (RuleUnit unit : units) {
            if (unit instanceof Rule rule) {
                hole.consume(evaluator.verdicts(rule, account));
            } else {
                hole.consume(evaluator.verdicts((Table) unit, account));
            }
        }
    }
}
