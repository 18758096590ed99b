package io.shirube.engine.simulate;

import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.Explain;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.evaluate.TableVerdict.CellVerdict;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.InputException;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A ruleset that notes what it fires. Safe for use by many threads. */
final class Traced {

    private final Evaluator evaluator;
    private final Ruleset listening;
    private final List<Probe> probes;
    private final boolean baseline;

    @SuppressWarnings("ThreadLocalUsage") // because two rulesets trace one account on one thread
    private final ThreadLocal<@Nullable Trace> current = new ThreadLocal<>();

    /** @param baseline whether the rows of the baseline are looked at, or else those of the candidate */
    Traced(Ruleset rules, List<Probe> probes, boolean baseline) {
        this.evaluator = rules.evaluator();
        this.probes = probes;
        this.baseline = baseline;
        this.listening = rules.listening(this::note);
    }

    /** Returns the fields on which a unit of this ruleset rests. */
    Set<Field> reads(RuleUnit unit) {
        return evaluator.reads(unit);
    }

    Trace decide(AccountSnapshot snapshot, LocalDate asOf, Decider decider) throws InputException {
        Trace trace = new Trace();
        current.set(trace);
        try {
            decider.decide(snapshot, asOf, listening, RefereeMode.NEVER, Explain.NONE);
        } finally {
            current.remove();
        }
        return trace;
    }

    private void note(Phase phase, Facts facts, List<Firing> firings) {
        Trace trace = current.get();
        if (trace == null) {
            return;
        }
        firings.forEach(firing -> trace.fired(firing.unit()));
        for (int i = 0; i < probes.size(); i++) {
            if (probes.get(i) instanceof Probe.OfRow row && row.phase() == phase) {
                Table table = baseline ? row.before() : row.after();
                if (table != null) {
                    int number = baseline ? row.rowBefore() : row.rowAfter();
                    trace.cells(
                            i,
                            evaluator.verdicts(table, number, facts).cells().stream()
                                    .map(CellVerdict::verdict)
                                    .toList());
                }
            }
        }
    }
}
