package io.shirube.engine.agreement;

import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Term;
import java.util.Set;
import java.util.TreeSet;

/** Names every kind of node that a unit is made of. */
final class NodeKinds {

    private final Set<String> kinds = new TreeSet<>();

    private NodeKinds() {}

    static Set<String> of(RuleUnit unit) {
        NodeKinds kinds = new NodeKinds();
        if (unit instanceof Rule rule) {
            kinds.visit(rule.condition());
        } else if (unit instanceof Table table) {
            kinds.kinds.add("Table." + table.hit());
            table.rows().forEach(row -> row.cells().forEach(kinds::visit));
        }
        if (unit.from() != null || unit.until() != null) {
            kinds.kinds.add("EffectiveDates");
        }
        return kinds.kinds;
    }

    private void visit(Table.Cell cell) {
        kinds.add(cell.isAny() ? "Cell.Any" : cell.negated() ? "Cell.Negated" : "Cell");
        cell.parts().forEach(part -> kinds.add("Cell." + part.getClass().getSimpleName()));
    }

    private void visit(Condition condition) {
        kinds.add(condition.getClass().getSimpleName());
        if (condition instanceof Condition.OnAccount on) {
            visit(on.constraint());
        } else if (condition instanceof Condition.Match match) {
            visit(match.constraint());
        } else if (condition instanceof Condition.Both both) {
            both.parts().forEach(this::visit);
        } else if (condition instanceof Condition.Either either) {
            either.branches().forEach(this::visit);
        } else if (condition instanceof Condition.Exists exists) {
            visit(exists.inner());
        } else if (condition instanceof Condition.NotExists not) {
            visit(not.inner());
        } else if (condition instanceof Condition.Accumulate accumulate) {
            visit(accumulate.source());
            accumulate.functions().forEach(function -> kinds.add("Accumulate." + function.kind()));
        }
    }

    private void visit(Constraint constraint) {
        kinds.add(constraint.getClass().getSimpleName());
        if (constraint instanceof Constraint.Compare compare) {
            kinds.add("Compare." + compare.comparison());
            visit(compare.left());
            visit(compare.right());
        } else if (constraint instanceof Constraint.AllOf all) {
            all.parts().forEach(this::visit);
        } else if (constraint instanceof Constraint.AnyOf any) {
            any.parts().forEach(this::visit);
        } else if (constraint instanceof Constraint.Not not) {
            visit(not.negated());
        }
    }

    private void visit(Term term) {
        if (term instanceof Term.Arithmetic arithmetic) {
            kinds.add("Arithmetic." + arithmetic.operator());
            visit(arithmetic.left());
            visit(arithmetic.right());
        } else if (term instanceof Term.OfField of) {
            kinds.add("Field." + of.field().type() + (of.variable() == Term.ACCOUNT ? "" : ".OfItem"));
        }
    }
}
