package io.shirube.engine.decide;

import io.shirube.engine.ProgramVersion;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.Decision.MissingSignal;
import io.shirube.engine.model.Decision.NoAction;
import io.shirube.engine.model.Explanation;
import io.shirube.engine.model.InputException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides about one account on one day. Immutable, safe for use by many threads. */
public final class Decider {

    private final String engine;

    public Decider() {
        this(ProgramVersion.current());
    }

    /** @param engine program version that decisions carry */
    Decider(String engine) {
        this.engine = engine;
    }

    /**
     * Decides with reasons.
     *
     * @throws InputException when the snapshot tells something impossible
     */
    public Decision decide(AccountSnapshot snapshot, LocalDate asOf, Ruleset ruleset, RefereeMode mode)
            throws InputException {
        return decide(snapshot, asOf, ruleset, mode, Explain.REASONS);
    }

    /**
     * Decides.
     *
     * @throws InputException when the snapshot tells something impossible
     */
    public Decision decide(AccountSnapshot snapshot, LocalDate asOf, Ruleset ruleset, RefereeMode mode, Explain explain)
            throws InputException {
        return decide(snapshot, asOf, ruleset, mode, explain, explain != Explain.NONE);
    }

    /**
     * Decides with reasons and does not try which missing signals would change the decision, which takes longest.
     *
     * @throws InputException when the snapshot tells something impossible
     */
    public Decision decideWithReasonsOnly(AccountSnapshot snapshot, LocalDate asOf, Ruleset ruleset)
            throws InputException {
        return decide(snapshot, asOf, ruleset, RefereeMode.NEVER, Explain.REASONS, false);
    }

    private Decision decide(
            AccountSnapshot snapshot,
            LocalDate asOf,
            Ruleset ruleset,
            RefereeMode mode,
            Explain explain,
            boolean triesMissing)
            throws InputException {
        boolean reasons = explain != Explain.NONE;
        FactsRead read = ruleset.factsReader().read(snapshot, asOf);
        boolean compare = mode.compares(snapshot.account().id());
        try (Ruleset.Lease lease = ruleset.lease()) {
            Run run = new Run(read, snapshot, ruleset.program(), lease.executors(), compare, reasons);
            Course course = ruleset.program().course(run);
            List<MissingSignal> missing =
                    triesMissing ? ruleset.missing().of(read, snapshot, course, lease.executors()) : List.of();
            Explanation explanation =
                    explain == Explain.FULL ? ruleset.program().explanation(run, course) : null;
            return decision(run, course, ruleset, missing, explanation);
        }
    }

    private Decision decision(
            Run run, Course course, Ruleset ruleset, List<MissingSignal> missing, @Nullable Explanation explanation) {
        ActionResult result = course.actions();
        return new Decision(
                run.facts().accountId(),
                run.asOf(),
                ruleset.revision(),
                engine,
                course.stage(),
                course.renewal(),
                course.segment(),
                course.health(),
                course.success(),
                result.actions(),
                ruleset.withdrawals().of(result, run),
                result.suppressed(),
                noAction(course),
                missing,
                run.notices().list(),
                run.problems().list(),
                explanation);
    }

    private static @Nullable NoAction noAction(Course course) {
        ActionResult result = course.actions();
        boolean blind = course.health().band().equals("UNKNOWN");
        return result.noAction() != null && result.suppressed().isEmpty() && blind
                ? NoActions.dataMissing()
                : result.noAction();
    }
}
