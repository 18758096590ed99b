package io.shirube.engine.decide;

import io.shirube.engine.authoring.ReadResult;
import io.shirube.engine.authoring.RulesetReader;
import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.internal.drools.LoweredRules;
import io.shirube.engine.internal.drools.LoweringException;
import io.shirube.engine.referee.Referee;
import io.shirube.engine.referee.WitnessText;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.RuleExecutor;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleStore;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One version of the rules, ready to decide. Safe for use by many threads.
 *
 * <p>May be closed while decisions run: those finish first, and the lowered rules are released with the last of them. A
 * decision that begins after that is made by the evaluator alone, which comes to the same.
 */
public final class Ruleset implements AutoCloseable {

    private final RuleModel model;
    private final Evaluator evaluator;
    private final RuleExecutor lowered;
    private final Runnable release;
    private final Program program;
    private final FactsReader reader;
    private final MissingSignals missing;
    private final Withdrawals withdrawals;
    private final RefereeCounts counts = new RefereeCounts();
    private int leases;
    private boolean closed;

    /** @param release called once, when the ruleset is closed and no decision uses the lowered rules any more */
    Ruleset(RuleModel model, Evaluator evaluator, RuleExecutor lowered, Runnable release) {
        this.model = model;
        this.evaluator = evaluator;
        this.lowered = lowered;
        this.release = release;
        this.program = new Program(model, evaluator);
        this.reader = new FactsReader(model, evaluator);
        this.missing = new MissingSignals(model, evaluator, program, reader);
        this.withdrawals = new Withdrawals(model, new WhyNot(evaluator));
    }

    /**
     * Returns a ruleset of a model that was read and checked.
     *
     * @throws IllegalArgumentException when the model cannot be lowered
     */
    public static Ruleset of(RuleModel model) {
        try {
            LoweredRules lowered = LoweredRules.compile(model);
            return new Ruleset(model, new Evaluator(model), lowered, lowered::close);
        } catch (LoweringException e) {
            throw new IllegalArgumentException("model: " + e.getMessage(), e);
        }
    }

    /**
     * Returns a ruleset that decides by what the words mean and by nothing else. It comes to the same decisions as any other of
     * this model, costs no compilation, and has nothing to compare; closing it does nothing.
     *
     * @param model that was read and checked
     */
    public static Ruleset byMeaning(RuleModel model) {
        Evaluator evaluator = new Evaluator(model);
        return new Ruleset(model, evaluator, evaluator, () -> {});
    }

    /**
     * Reads a rule folder, lowers it and compares the two executors on accounts around every constant.
     *
     * @return the ruleset, or why it cannot be used; every finding at once
     */
    public static LoadResult load(RuleBundle bundle) {
        return load(bundle, LoadOptions.ANEW);
    }

    /**
     * Loads a rule folder and does only what is new.
     *
     * @return the ruleset, or why it cannot be used; every finding at once
     */
    public static LoadResult load(RuleBundle bundle, LoadOptions options) {
        ReadResult read = RulesetReader.read(bundle);
        RuleModel model = read.model();
        List<Finding> findings = new ArrayList<>(read.findings());
        Ruleset ruleset = model == null ? null : lower(model, findings, options.store());
        if (model == null || ruleset == null) {
            return new LoadResult(null, findings, 0);
        }
        ProofMarks marks = new ProofMarks(options.store());
        OptionalLong accounts = options.provesAgain() ? OptionalLong.empty() : marks.proven(model.revision());
        if (accounts.isPresent()) {
            return new LoadResult(ruleset, findings, accounts.getAsLong());
        }
        RefereeProof proof = new RefereeProof(model, ruleset.evaluator, ruleset.lowered);
        ProvenRules proven = options.proven();
        Referee.Trial trial = proven == null ? proof.ofAll() : proof.ofEdit(bundle, proven);
        if (trial.difference().isPresent()) {
            ruleset.close();
            findings.add(WitnessText.finding(model, trial.difference().get()));
            return new LoadResult(null, findings, trial.accounts());
        }
        if (proven == null) {
            marks.add(model.revision(), trial.accounts());
        }
        return new LoadResult(ruleset, findings, trial.accounts());
    }

    private static @Nullable Ruleset lower(RuleModel model, List<Finding> findings, RuleStore store) {
        try {
            LoweredRules lowered = LoweredRules.compile(model, store);
            return new Ruleset(model, new Evaluator(model), lowered, lowered::close);
        } catch (LoweringException e) {
            for (int unit : e.units()) {
                RuleUnit failed = model.units().get(unit);
                findings.add(new Finding(
                        Severity.ERROR,
                        "not-lowered",
                        failed.position(),
                        "「" + failed.name() + "」は実行形式に変換できません。",
                        "条件を分けて、短くしてください。",
                        "\"" + failed.name() + "\" cannot be turned into what is run.",
                        "Split the condition into smaller rules."));
            }
            return null;
        }
    }

    /**
     * Does for nothing what loading an edit of these rules will need, so that the first edit finds the program warm. Takes a
     * second or more the first time.
     *
     * @param bundle the files of these rules
     * @param turn another number, mostly other rules
     */
    public void rehearse(RuleBundle bundle, int turn) {
        RulesetReader.read(bundle);
        List<RuleUnit> units = model.units();
        try (Lease lease = lease()) {
            LoweredRules.rehearse(model, turn);
            RuleUnit one = units.get(Math.floorMod(turn, units.size()));
            new RefereeProof(model, evaluator, lease.executors().lowered()).of(List.of(one));
        } catch (LoweringException e) {
            throw new IllegalStateException("what was compiled once does not compile again", e);
        }
    }

    /**
     * Returns the same rules, telling what fires in the decisions made with them. Usable while this ruleset is open;
     * closing it does nothing.
     */
    public Ruleset listening(PhaseListener listener) {
        RuleExecutor told = (phase, facts) -> {
            List<Firing> fired = lowered.fire(phase, facts);
            listener.fired(phase, facts, fired);
            return fired;
        };
        return new Ruleset(model, evaluator, told, () -> {});
    }

    public RuleModel model() {
        return model;
    }

    /** Returns the revision, {@code sha256:…}. */
    public String revision() {
        return model.revision();
    }

    public Evaluator evaluator() {
        return evaluator;
    }

    /** Returns the lowered rules; usable until the ruleset is closed. */
    public RuleExecutor lowered() {
        return lowered;
    }

    /** Returns the reader of snapshots for this ruleset's vocabulary. */
    public FactsReader factsReader() {
        return reader;
    }

    /** Returns how often the two executors were compared while deciding, and how often they differed. */
    public RefereeCounts refereeCounts() {
        return counts;
    }

    Program program() {
        return program;
    }

    MissingSignals missing() {
        return missing;
    }

    Withdrawals withdrawals() {
        return withdrawals;
    }

    /** Begins a decision; the lease keeps the lowered rules alive until it is closed. */
    synchronized Lease lease() {
        if (closed) {
            return new Lease(new Executors(evaluator, evaluator, counts), () -> {});
        }
        leases++;
        return new Lease(new Executors(evaluator, lowered, counts), this::giveBack);
    }

    private void giveBack() {
        boolean last;
        synchronized (this) {
            leases--;
            last = closed && leases == 0;
        }
        if (last) {
            release.run();
        }
    }

    @Override
    public void close() {
        boolean last;
        synchronized (this) {
            last = !closed && leases == 0;
            closed = true;
        }
        if (last) {
            release.run();
        }
    }

    /** The use of a ruleset by one decision. */
    record Lease(Executors executors, Runnable giveBack) implements AutoCloseable {
        @Override
        public void close() {
            giveBack.run();
        }
    }
}
