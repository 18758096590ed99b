package io.shirube.engine.decide;

import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Reason;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One pass through the phases for one account. Used by one thread. */
final class Run {

    private static final int MOST_REASONS = 10;

    private final AccountSnapshot snapshot;
    private final RenewalTerms terms;
    private final Facts facts;
    private final Executors executors;
    private final Program program;
    private final boolean compare;
    private final boolean reasons;
    private final Notices notices;
    private final RunProblems problems = new RunProblems();

    /** Null when nothing is remembered. */
    private final @Nullable Map<ActionStep.Basis, ActionResult> arbitrated;

    Run(
            FactsRead read,
            AccountSnapshot snapshot,
            Program program,
            Executors executors,
            boolean compare,
            boolean reasons) {
        this(read.terms(), read.facts(), snapshot, program, executors, compare, reasons, read.notices(), null);
    }

    private Run(
            RenewalTerms terms,
            Facts facts,
            AccountSnapshot snapshot,
            Program program,
            Executors executors,
            boolean compare,
            boolean reasons,
            Notices notices,
            @Nullable Map<ActionStep.Basis, ActionResult> arbitrated) {
        this.arbitrated = arbitrated;
        this.snapshot = snapshot;
        this.terms = terms;
        this.facts = facts;
        this.executors = executors;
        this.program = program;
        this.compare = compare;
        this.reasons = reasons;
        this.notices = notices;
    }

    /**
     * Returns a pass over other facts of the same account that compares and says nothing.
     *
     * @param arbitrated what arbitration came to before for this account and snapshot; takes up what it comes to now
     */
    static Run silent(
            FactsRead read,
            Facts facts,
            AccountSnapshot snapshot,
            Program program,
            Executors executors,
            Map<ActionStep.Basis, ActionResult> arbitrated) {
        return new Run(read.terms(), facts, snapshot, program, executors, false, false, new Notices(), arbitrated);
    }

    /** Returns a pass over other facts of this account by the meaning alone, which compares and says nothing. */
    Run silentlyOver(Facts others) {
        return new Run(terms, others, snapshot, program, executors.meaningOnly(), false, false, new Notices(), null);
    }

    AccountSnapshot snapshot() {
        return snapshot;
    }

    RenewalTerms terms() {
        return terms;
    }

    Facts facts() {
        return facts;
    }

    LocalDate asOf() {
        return facts.asOf();
    }

    Notices notices() {
        return notices;
    }

    RunProblems problems() {
        return problems;
    }

    Conclusions conclusions() {
        return program.conclusions();
    }

    /** Returns the group of an action type, empty for one that is not in the catalogue. */
    String groupOf(String type) {
        return program.groupOf(type);
    }

    boolean wantsReasons() {
        return reasons;
    }

    List<Firing> fire(Phase phase) {
        return executors.fire(phase, facts, compare, problems);
    }

    /** Returns what arbitration comes to, or came to before for the same. */
    ActionResult arbitrated(ActionStep.Basis basis, Supplier<ActionResult> arbitration) {
        return arbitrated == null ? arbitration.get() : arbitrated.computeIfAbsent(basis, unused -> arbitration.get());
    }

    /** Fires a phase, merges and writes its conclusions; returns them by slot. */
    Map<Integer, Concluded> conclude(Phase phase) {
        return program.conclusions().apply(fire(phase), facts, problems);
    }

    /** Returns the reasons of firings, alike sentences once, when reasons are wanted. */
    List<Reason> reasons(List<Firing> firings) {
        if (!reasons) {
            return List.of();
        }
        Set<Reason> rendered = new LinkedHashSet<>();
        for (Firing firing : firings) {
            if (rendered.size() < MOST_REASONS) {
                try {
                    rendered.add(program.explainer().reason(firing, facts));
                } catch (RuntimeException e) {
                    problems.ruleFailed(program.conclusions().unit(firing));
                }
            }
        }
        return new ArrayList<>(rendered);
    }
}
