package io.shirube.engine.decide;

import io.shirube.engine.ProgramVersion;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.Measurement;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.RuleExecutor;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.SignalType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides variants of one account in a fraction of the time that each alone would take: through the same phases, policies
 * and arbitration, with rules fired by what they mean, and only those that read something else than they did. The decisions
 * carry no reasons, missing signals or withdrawals. Used by one thread.
 */
public final class Variants {

    private final AccountSnapshot snapshot;
    private final LocalDate asOf;
    private final Ruleset ruleset;
    private final FactsRead read;
    private final Executors plain;
    private final Executors near;
    private final Course course;
    private final Decision base;
    private final Map<ActionStep.Basis, ActionResult> arbitrated = new HashMap<>();
    private final IdentityHashMap<SignalType, Phase> firstReads = new IdentityHashMap<>();

    private Variants(AccountSnapshot snapshot, LocalDate asOf, Ruleset ruleset) throws InputException {
        this.snapshot = snapshot;
        this.asOf = asOf;
        this.ruleset = ruleset;
        this.read = ruleset.factsReader().read(snapshot, asOf);
        RuleExecutor meaning = ruleset.evaluator();
        this.plain = new Executors(meaning, meaning, ruleset.refereeCounts());
        Run run = Run.silent(read, read.facts(), snapshot, ruleset.program(), plain, arbitrated);
        this.course = ruleset.program().course(run);
        this.base = decision(run, course);
        this.near = plain.near(ruleset.evaluator(), read.facts());
    }

    /**
     * Begins to look at an account.
     *
     * @throws InputException when the snapshot tells something impossible
     */
    public static Variants of(AccountSnapshot snapshot, LocalDate asOf, Ruleset ruleset) throws InputException {
        return new Variants(snapshot, asOf, ruleset);
    }

    /** Returns the account as it is. */
    public AccountSnapshot snapshot() {
        return snapshot;
    }

    public LocalDate asOf() {
        return asOf;
    }

    public Ruleset ruleset() {
        return ruleset;
    }

    /** Returns what is decided on the account as it is. */
    public Decision base() {
        return base;
    }

    /** Returns the account's facts with the conclusions of all phases; not to be changed. */
    public Facts facts() {
        return read.facts();
    }

    /** Returns whether a believable value of a signal was told, which wins over its derivation. */
    public boolean isTold(SignalType signal) {
        return ruleset.factsReader().isTold(signal, read.measured());
    }

    /** Returns the signals that are computed from a signal, directly or not, told ones among them. */
    public List<SignalType> dependents(SignalType signal) {
        return ruleset.factsReader().dependents(signal);
    }

    /**
     * Returns the facts with a number in the place of a field's and what is computed from it; conclusions stay as they were.
     *
     * @param signal how the field is read, or null when it is no signal
     */
    public Facts with(Field field, @Nullable SignalType signal, double value) {
        Facts facts = read.facts().copy();
        facts.account().set(field.slot(), value);
        Measured measured = read.measured();
        if (signal != null && isMeasured(signal)) {
            measured = measured(Map.of(signal, value));
        }
        ruleset.factsReader().derive(facts, measured, signal);
        return facts;
    }

    private static boolean isMeasured(SignalType signal) {
        return signal.field().owner() == FactType.SIGNALS;
    }

    /** Returns the measurements with one more of asOf for each of some signals. */
    private Measured measured(Map<SignalType, Double> values) {
        Map<String, List<Measurement>> history = new HashMap<>(read.measured().history());
        Map<String, LocalDate> stale = new HashMap<>(read.measured().staleSince());
        values.forEach((signal, value) -> {
            String name = signal.field().name();
            List<Measurement> readings = new ArrayList<>(history.getOrDefault(name, List.of()));
            readings.add(new Measurement(value, asOf));
            history.put(name, readings);
            stale.remove(name);
        });
        return new Measured(history, stale);
    }

    /**
     * Decides the account with other values of signals, measured on the same day.
     *
     * @param values by signal, no attribute: numbers, flags as 0 and 1, names as their place, each within its range
     */
    public Decision decide(Map<SignalType, Double> values) {
        Facts facts = read.facts().copy();
        values.forEach((signal, value) -> facts.account().set(signal.field().slot(), value));
        Measured measured = measured(values);
        Phase from = Phase.ACTIONS;
        for (SignalType signal : values.keySet()) {
            ruleset.factsReader().derive(facts, measured, signal);
            Phase first = firstReads.computeIfAbsent(signal, this::firstRead);
            from = first.compareTo(from) < 0 ? first : from;
        }
        Run run = Run.silent(read, facts, snapshot, ruleset.program(), near, arbitrated);
        return decision(run, ruleset.program().courseFrom(from, run, course));
    }

    private Phase firstRead(SignalType signal) {
        Set<Field> moved = new HashSet<>(Set.of(signal.field()));
        dependents(signal).forEach(dependent -> moved.add(dependent.field()));
        return ruleset.model().units().stream()
                .filter(unit -> ruleset.evaluator().reads(unit).stream().anyMatch(moved::contains))
                .map(RuleUnit::phase)
                .min(Phase::compareTo)
                .orElse(Phase.ACTIONS);
    }

    /**
     * Decides any variant on any day.
     *
     * @throws InputException when it tells something impossible
     */
    public Decision decide(AccountSnapshot variant, LocalDate day) throws InputException {
        FactsRead facts = ruleset.factsReader().read(variant, day);
        Run run = Run.silent(facts, facts.facts(), variant, ruleset.program(), plain, new HashMap<>());
        return decision(run, ruleset.program().course(run));
    }

    private Decision decision(Run run, Course course) {
        ActionResult result = course.actions();
        return new Decision(
                run.facts().accountId(),
                run.asOf(),
                ruleset.revision(),
                ProgramVersion.current(),
                course.stage(),
                course.renewal(),
                course.segment(),
                course.health(),
                course.success(),
                result.actions(),
                List.of(),
                result.suppressed(),
                result.noAction(),
                List.of(),
                List.of(),
                run.problems().list());
    }
}
