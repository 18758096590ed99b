package io.shirube.bench.accounts;

import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.Explain;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.evaluate.Value;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.InputException;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a phase sees of an account. What earlier phases settled comes from a whole decision, what their rules set
 * from the evaluator; both the twin and what it is held against get the same. Safe for use by many threads.
 */
public final class PhaseFacts {

    private final Ruleset ruleset;
    private final Decider decider = new Decider();

    public PhaseFacts(Ruleset ruleset) {
        this.ruleset = ruleset;
    }

    /** Returns the facts at the beginning of a phase. */
    public Facts before(Phase phase, AccountSnapshot snapshot, LocalDate asOf) throws InputException {
        Facts facts = ruleset.factsReader().facts(snapshot, asOf);
        Decision decision = decider.decide(snapshot, asOf, ruleset, RefereeMode.NEVER, Explain.NONE);
        for (Phase earlier : Phase.values()) {
            if (earlier.compareTo(phase) < 0) {
                settle(earlier, decision, facts);
                conclude(earlier, facts);
            }
        }
        return facts;
    }

    private void settle(Phase phase, Decision decision, Facts facts) {
        switch (phase) {
            case LIFECYCLE -> {
                name(facts, FactType.STAGE, "value", decision.stage().value());
                name(facts, FactType.SEGMENT, "sizeBand", decision.segment().sizeBand());
            }
            case SEGMENT -> {
                name(facts, FactType.SEGMENT, "touch", decision.segment().touch());
                name(facts, FactType.SEGMENT, "programme", decision.segment().programme());
                name(facts, FactType.RENEWAL, "state", decision.renewal().state());
                number(facts, FactType.RENEWAL, "daysLeft", decision.renewal().daysLeft());
            }
            case HEALTH -> {
                name(facts, FactType.HEALTH, "band", decision.health().band());
                number(facts, FactType.HEALTH, "score", decision.health().score());
            }
            case SUCCESS ->
                name(facts, FactType.SUCCESS, "level", decision.success().level());
            case ACTIONS -> {}
        }
    }

    private void name(Facts facts, FactType owner, String name, @Nullable String value) {
        if (value != null) {
            Field field = ruleset.model().vocabulary().required(owner, name);
            facts.account()
                    .set(field.slot(), Objects.requireNonNull(field.enumType()).ordinal(value));
        }
    }

    private void number(Facts facts, FactType owner, String name, @Nullable Number value) {
        if (value != null) {
            int slot = ruleset.model().vocabulary().required(owner, name).slot();
            facts.account().set(slot, value.doubleValue());
        }
    }

    private void conclude(Phase phase, Facts facts) {
        Evaluator evaluator = ruleset.evaluator();
        for (Firing firing : evaluator.fire(phase, facts)) {
            RuleUnit unit = ruleset.model().units().get(firing.unit());
            for (Consequence consequence : consequences(unit, firing)) {
                if (consequence instanceof Consequence.Assign assign
                        && assign.target().owner() == FactType.VALUES) {
                    Value value = evaluator.value(assign.value(), facts, firing.tuple(), unit);
                    if (value instanceof Value.Known known) {
                        facts.account().set(assign.target().slot(), known.number());
                    }
                }
            }
        }
    }

    private static List<Consequence> consequences(RuleUnit unit, Firing firing) {
        return unit instanceof Table table
                ? table.rows().get(firing.row()).consequences()
                : ((Rule) unit).consequences();
    }
}
