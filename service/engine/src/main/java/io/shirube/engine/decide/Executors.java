package io.shirube.engine.decide;

import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.model.Facts;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.RuleExecutor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs phases on the lowered rules, and holds them against the evaluator when asked. Safe for use by many threads. */
final class Executors {

    private final RuleExecutor meaning;
    private final RuleExecutor lowered;
    private final RefereeCounts counts;

    Executors(RuleExecutor meaning, RuleExecutor lowered, RefereeCounts counts) {
        this.meaning = meaning;
        this.lowered = lowered;
        this.counts = counts;
    }

    RuleExecutor lowered() {
        return lowered;
    }

    /** Returns the same, with the evaluator doing all the work. */
    Executors meaningOnly() {
        return new Executors(meaning, meaning, counts);
    }

    /** Returns the same, with an evaluator doing all the work that knows what an account's own facts fire. */
    Executors near(Evaluator evaluator, Facts base) {
        RuleExecutor near = evaluator.near(base);
        return new Executors(near, near, counts);
    }

    /** Returns what fires; failures become problems, and where the two differ the evaluator is right. */
    List<Firing> fire(Phase phase, Facts facts, boolean compare, RunProblems problems) {
        List<Firing> fired;
        try {
            fired = lowered.fire(phase, facts);
        } catch (RuntimeException e) {
            problems.phaseFailed(phase, true);
            return meant(phase, facts, problems);
        }
        if (!compare) {
            return fired;
        }
        List<Firing> meant = meant(phase, facts, problems);
        boolean differed = !fired.equals(meant);
        counts.count(differed);
        if (differed) {
            problems.refereeDifference(phase, without(meant, fired), without(fired, meant));
        }
        return meant;
    }

    private List<Firing> meant(Phase phase, Facts facts, RunProblems problems) {
        try {
            return meaning.fire(phase, facts);
        } catch (RuntimeException e) {
            problems.phaseFailed(phase, false);
            return List.of();
        }
    }

    private static int without(List<Firing> all, List<Firing> others) {
        Set<Firing> rest = new HashSet<>(all);
        rest.removeAll(new HashSet<>(others));
        return rest.size();
    }
}
