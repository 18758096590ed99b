package io.shirube.engine.cases;

import io.shirube.engine.cases.coverage.CoverageWatch;
import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.Explain;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides cases with a ruleset and compares. What the phases do is watched in a decision without reasons: looking for missing
 * signals tries many accounts that no case describes, and takes most of a decision's time. Used by one thread.
 */
public final class CaseRunner {

    private final Ruleset ruleset;
    private final Ruleset listening;
    private final CoverageWatch watch;
    private final Decider decider = new Decider();

    public CaseRunner(Ruleset ruleset) {
        this.ruleset = ruleset;
        this.watch = new CoverageWatch(ruleset.model(), ruleset.evaluator());
        this.listening = ruleset.listening(watch);
    }

    /** Runs every case; a case that cannot be decided ends nothing. */
    public CaseReport run(List<CaseFile> files) {
        List<CaseResult> results = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (CaseFile file : files) {
            findings.addAll(file.findings());
            file.cases().forEach(one -> results.add(run(one)));
        }
        return new CaseReport(results, findings, watch.coverage());
    }

    private CaseResult run(RuleCase one) {
        if (one.skip() != null) {
            return new CaseResult(one, CaseResult.Outcome.SKIPPED, List.of(), List.of());
        }
        LocalDate asOf = one.asOf();
        if (asOf == null) {
            return error(one, List.of(new Text("asOf がありません。", "There is no asOf.")));
        }
        try {
            AccountSnapshot given = one.given().orThrow();
            Decision decision = decider.decide(given, asOf, listening, RefereeMode.ALWAYS, Explain.NONE);
            if (one.expect().asksWhy()) {
                decision = decider.decide(given, asOf, ruleset, RefereeMode.NEVER, Explain.FULL);
            }
            List<Mismatch> mismatches = Comparison.of(one.expect(), decision);
            CaseResult.Outcome outcome = mismatches.isEmpty() ? CaseResult.Outcome.PASSED : CaseResult.Outcome.FAILED;
            return new CaseResult(one, outcome, mismatches, List.of());
        } catch (InputException e) {
            return error(
                    one, e.problems().stream().map(problem -> at(one, problem)).toList());
        } catch (RuntimeException e) {
            return error(one, List.of(new Text("判定中に内部エラーが起きました。", "Deciding failed inside the program.")));
        }
    }

    private static Text at(RuleCase one, InputProblem problem) {
        String place = one.place(problem.field()) + ": " + problem.code() + ": ";
        return new Text(place + problem.detail().ja(), place + problem.detail().en());
    }

    private static CaseResult error(RuleCase one, List<Text> errors) {
        return new CaseResult(one, CaseResult.Outcome.ERROR, List.of(), errors);
    }
}
