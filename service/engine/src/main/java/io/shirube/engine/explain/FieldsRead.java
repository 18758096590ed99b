package io.shirube.engine.explain;

import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Origin;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Term;
import java.util.ArrayList;
import java.util.List;

/** Finds the fields that a rule's left side tests, with their variables, in the author's order. */
final class FieldsRead {

    private final List<Term.OfField> found = new ArrayList<>();

    private FieldsRead() {}

    /** Returns what a condition reads. */
    static List<Term.OfField> of(Condition condition) {
        FieldsRead fields = new FieldsRead();
        fields.condition(condition);
        return fields.found;
    }

    static Term.OfField ofColumn(Table.Column column) {
        return new Term.OfField(
                Term.ACCOUNT,
                column.field(),
                new Origin(column.position(), column.field().name()));
    }

    private void condition(Condition condition) {
        if (condition instanceof Condition.OnAccount onAccount) {
            constraint(onAccount.constraint());
        } else if (condition instanceof Condition.Match match) {
            constraint(match.constraint());
        } else if (condition instanceof Condition.Both both) {
            both.parts().forEach(this::condition);
        } else if (condition instanceof Condition.Either either) {
            either.branches().forEach(this::condition);
        } else if (condition instanceof Condition.Exists exists) {
            condition(exists.inner());
        } else if (condition instanceof Condition.NotExists not) {
            condition(not.inner());
        } else if (condition instanceof Condition.Accumulate accumulate) {
            condition(accumulate.source());
            for (Condition.Function function : accumulate.functions()) {
                Term of = function.of();
                if (of != null) {
                    term(of);
                }
            }
        }
    }

    private void constraint(Constraint constraint) {
        if (constraint instanceof Constraint.Compare compare) {
            term(compare.left());
            term(compare.right());
        } else if (constraint instanceof Constraint.OneOf oneOf) {
            term(oneOf.term());
        } else if (constraint instanceof Constraint.Matches matches) {
            term(matches.term());
        } else if (constraint instanceof Constraint.Contains contains) {
            term(contains.term());
        } else if (constraint instanceof Constraint.IsNull isNull) {
            term(isNull.term());
        } else if (constraint instanceof Constraint.AllOf all) {
            all.parts().forEach(this::constraint);
        } else if (constraint instanceof Constraint.AnyOf any) {
            any.parts().forEach(this::constraint);
        } else if (constraint instanceof Constraint.Not not) {
            constraint(not.negated());
        }
    }

    private void term(Term term) {
        if (term instanceof Term.OfField field) {
            found.add(field);
        } else if (term instanceof Term.Arithmetic arithmetic) {
            term(arithmetic.left());
            term(arithmetic.right());
        }
    }
}
