package io.shirube.engine.cases.coverage;

import io.shirube.engine.decide.PhaseListener;
import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.model.Facts;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Watches the phases of decisions and notes what they show of the rules. Used by one thread. */
public final class CoverageWatch implements PhaseListener {

    private final RuleModel model;
    private final Evaluator evaluator;
    private final List<RuleWatch> rules = new ArrayList<>();
    private final List<TableWatch> tables = new ArrayList<>();
    private final Set<Key> fired = new HashSet<>();

    /** @param row {@link Firing#NO_ROW} for a rule */
    private record Key(int unit, int row) {}

    /** @param evaluator bound to the model */
    public CoverageWatch(RuleModel model, Evaluator evaluator) {
        this.model = model;
        this.evaluator = evaluator;
        Edges edges = new Edges(model.vocabulary());
        Probes probes = new Probes(model);
        for (RuleUnit unit : model.units()) {
            if (unit instanceof Rule rule) {
                rules.add(new RuleWatch(rule, edges, probes));
            } else if (unit instanceof Table table) {
                tables.add(new TableWatch(table, edges, evaluator));
            }
        }
    }

    @Override
    public void fired(Phase phase, Facts facts, List<Firing> firings) {
        firings.forEach(firing -> fired.add(new Key(firing.unit(), firing.row())));
        for (RuleWatch rule : rules) {
            if (rule.rule().phase() == phase && evaluator.mayFireOn(rule.rule(), facts.asOf())) {
                rule.watch(facts);
            }
        }
        for (TableWatch table : tables) {
            if (table.table().phase() == phase && evaluator.mayFireOn(table.table(), facts.asOf())) {
                table.watch(facts);
            }
        }
    }

    /** Returns what was seen so far. */
    public Coverage coverage() {
        List<Coverage.Part> parts = new ArrayList<>();
        for (RuleUnit unit : model.units()) {
            if (unit instanceof Table table) {
                table.rows()
                        .forEach(row -> parts.add(new Coverage.Part(
                                table.name(), row.position(), fired.contains(new Key(table.number(), row.index())))));
            } else {
                boolean hit = fired.contains(new Key(unit.number(), Firing.NO_ROW));
                parts.add(new Coverage.Part(unit.name(), unit.position(), hit));
            }
        }
        List<Coverage.Condition> conditions = new ArrayList<>();
        List<Coverage.Threshold> thresholds = new ArrayList<>();
        rules.forEach(rule -> rule.tell(conditions::add, thresholds::add));
        tables.forEach(table -> table.tell(conditions::add, thresholds::add));
        return new Coverage(parts, conditions, thresholds);
    }
}
