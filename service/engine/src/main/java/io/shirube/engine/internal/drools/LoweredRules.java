package io.shirube.engine.internal.drools;

import io.shirube.engine.model.Facts;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.RuleExecutor;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleStore;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A rule model run by Drools. Safe for use by many threads; after {@link #close()} it fires no more.
 *
 * <p>No text of the rule files reaches Drools: fields, rules, texts and patterns are numbers there.
 */
public final class LoweredRules implements RuleExecutor, AutoCloseable {

    private final List<PrintedPart> parts;
    private final Map<Phase, LoweredPhase> phases;

    private LoweredRules(List<PrintedPart> parts, Map<Phase, LoweredPhase> phases) {
        this.parts = parts;
        this.phases = phases;
    }

    /**
     * Prints every unit and builds a base for every phase that has units. What a ruleset that is open has in common with it
     * is not built again.
     *
     * @throws LoweringException when a unit cannot be printed or built; nothing is left behind then
     */
    public static LoweredRules compile(RuleModel model) throws LoweringException {
        return compile(model, RuleStore.NONE);
    }

    /**
     * Does the same, keeping what was compiled from one run of the program to the next.
     *
     * @param store where parts are kept
     * @throws LoweringException when a unit cannot be printed or built; nothing is left behind then
     */
    public static LoweredRules compile(RuleModel model, RuleStore store) throws LoweringException {
        List<PrintedPart> parts = PartPrinter.print(model);
        Constants constants = new Constants(parts);
        Map<Phase, LoweredPhase> phases = new EnumMap<>(Phase.class);
        LoweredBase.open(parts, new KeptParts(store))
                .forEach((phase, base) -> phases.put(phase, new LoweredPhase(base, constants, model, phase)));
        return new LoweredRules(parts, phases);
    }

    /**
     * Compiles one of a model's parts for nothing.
     *
     * @param turn another number, mostly another part
     */
    public static void rehearse(RuleModel model, int turn) throws LoweringException {
        List<PrintedPart> parts = PartPrinter.print(model);
        PrintedPart part = parts.get(Math.floorMod(turn, parts.size()));
        PartCompiler.compile(List.of(part)).values().forEach(CompiledPart::load);
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
        return own != null && theirs != null && own.sharesBase(theirs);
    }

    /** Returns what was given to Drools: a text for each rule file, and one for the tables of a phase. */
    public List<String> printedDrl() {
        return parts.stream().map(PrintedPart::drl).toList();
    }

    /** Disposes every session; those at work when they have finished. */
    @Override
    public void close() {
        phases.values().forEach(LoweredPhase::close);
    }
}
