package io.shirube.engine.internal.drools;

import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Term;
import java.util.ArrayList;
import java.util.List;

/** Finds the variables of items that a constraint reads. */
final class Variables {

    private final List<Integer> found = new ArrayList<>();

    private Variables() {}

    static List<Integer> of(Constraint constraint) {
        Variables variables = new Variables();
        variables.visit(constraint);
        return List.copyOf(variables.found);
    }

    private void visit(Constraint constraint) {
        if (constraint instanceof Constraint.AllOf all) {
            all.parts().forEach(this::visit);
        } else if (constraint instanceof Constraint.AnyOf any) {
            any.parts().forEach(this::visit);
        } else if (constraint instanceof Constraint.Not not) {
            visit(not.negated());
        } else if (constraint instanceof Constraint.Compare compare) {
            visit(compare.left());
            visit(compare.right());
        } else if (constraint instanceof Constraint.OneOf oneOf) {
            visit(oneOf.term());
        } else if (constraint instanceof Constraint.IsNull isNull) {
            visit(isNull.term());
        } else if (constraint instanceof Constraint.Matches matches) {
            visit(matches.term());
        } else if (constraint instanceof Constraint.Contains contains) {
            visit(contains.term());
        }
    }

    private void visit(Term term) {
        if (term instanceof Term.OfField field && field.variable() != Term.ACCOUNT) {
            found.add(field.variable());
        } else if (term instanceof Term.Arithmetic arithmetic) {
            visit(arithmetic.left());
            visit(arithmetic.right());
        }
    }
}
