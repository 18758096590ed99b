package io.shirube.engine.internal.drools;

import io.shirube.engine.model.Facts;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.RuleExecutor;
import io.shirube.engine.rules.RuleModel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A rule model run by Drools. Safe for use by many threads; after {@link #close()} it fires no more.
 *
 * <p>No text of the rule files reaches Drools: fields, rules, texts and patterns are numbers there.
 */
public final class LoweredRules implements RuleExecutor, AutoCloseable {

    private final Map<Phase, LoweredPhase> phases;

    private LoweredRules(Map<Phase, LoweredPhase> phases) {
        this.phases = phases;
    }

    /**
     * Prints and builds every phase that has units.
     *
     * @throws LoweringException when a unit cannot be printed or built; nothing is left behind then
     */
    public static LoweredRules compile(RuleModel model) throws LoweringException {
        LoweredRules rules = new LoweredRules(new EnumMap<>(Phase.class));
        try {
            for (Phase phase : Phase.values()) {
                if (!model.units(phase).isEmpty()) {
                    rules.phases.put(phase, LoweredPhase.compile(model, phase));
                }
            }
        } catch (LoweringException e) {
            rules.close();
            throw e;
        }
        return rules;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException when closed, or when one account fires more than 100,000 times
     */
    @Override
    public List<Firing> fire(Phase phase, Facts facts) {
        LoweredPhase lowered = phases.get(phase);
        return lowered == null ? List.of() : lowered.fire(facts);
    }

    /** Returns the same as {@link #fire}, slowly, from a session that has seen no account before. */
    List<Firing> fireInFreshSession(Phase phase, Facts facts) {
        LoweredPhase lowered = phases.get(phase);
        return lowered == null ? List.of() : lowered.fireInFreshSession(facts);
    }

    /** Returns whether both run their phase on one base, because nothing that Drools was given differs. */
    boolean sharesBase(LoweredRules other, Phase phase) {
        LoweredPhase own = phases.get(phase);
        LoweredPhase theirs = other.phases.get(phase);
        return own != null && theirs != null && own.base() == theirs.base();
    }

    /** Returns what was given to Drools, one text for each phase that has units, in the order of phases. */
    public List<String> printedDrl() {
        return phases.values().stream().map(LoweredPhase::drl).toList();
    }

    /** Disposes every session; those at work when they have finished. */
    @Override
    public void close() {
        phases.values().forEach(LoweredPhase::close);
    }
}
