package io.shirube.engine.explain;

import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Origin;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Term;
import java.util.ArrayList;
import java.util.List;

/** Finds the fields that a piece of the rule model reads, in the author's order, each as often as it stands there. */
public final class FieldsRead {

    private final List<Term.OfField> found = new ArrayList<>();

    private FieldsRead() {}

    /** Returns what a rule or table reads to decide and to conclude; its reasons do not count. */
    public static List<Term.OfField> of(RuleUnit unit) {
        FieldsRead fields = new FieldsRead();
        if (unit instanceof Rule rule) {
            fields.condition(rule.condition());
            rule.consequences().forEach(fields::consequence);
        } else if (unit instanceof Table table) {
            table.columns().forEach(column -> fields.found.add(ofColumn(column)));
            table.rows().forEach(row -> row.consequences().forEach(fields::consequence));
        }
        return fields.found;
    }

    /** Returns what a condition reads. */
    public static List<Term.OfField> of(Condition condition) {
        FieldsRead fields = new FieldsRead();
        fields.condition(condition);
        return fields.found;
    }

    /** Returns what a derivation reads of today's facts. */
    public static List<Term.OfField> of(SignalType.Derivation derivation) {
        FieldsRead fields = new FieldsRead();
        if (derivation instanceof SignalType.Computed computed) {
            fields.term(computed.term());
        } else if (derivation instanceof SignalType.Count count) {
            fields.condition(count.items());
        } else if (derivation instanceof SignalType.Extreme extreme) {
            fields.condition(extreme.items());
            fields.term(extreme.of());
        } else if (derivation instanceof SignalType.Change change) {
            fields.found.add(ofAccount(change.source()));
        } else if (derivation instanceof SignalType.Previous previous) {
            fields.found.add(ofAccount(previous.source()));
        }
        return fields.found;
    }

    static Term.OfField ofColumn(Table.Column column) {
        return new Term.OfField(
                Term.ACCOUNT,
                column.field(),
                new Origin(column.position(), column.field().name()));
    }

    private static Term.OfField ofAccount(io.shirube.engine.rules.Field field) {
        Origin nowhere = new Origin(io.shirube.engine.model.Position.inText(field.name(), 1, 1), field.name());
        return new Term.OfField(Term.ACCOUNT, field, nowhere);
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

    private void consequence(Consequence consequence) {
        if (consequence instanceof Consequence.Assign assign) {
            term(assign.value());
        } else if (consequence instanceof Consequence.Propose propose
                && propose.key() instanceof Consequence.FieldKey key) {
            term(key.term());
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
