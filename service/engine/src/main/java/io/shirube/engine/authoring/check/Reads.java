package io.shirube.engine.authoring.check;

import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.ReasonTemplate;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Term;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the fields that rules, tables and derivations read. */
final class Reads {

    private final Set<Field> fields = new LinkedHashSet<>();

    /** Returns every field read so far. */
    Set<Field> fields() {
        return fields;
    }

    void of(RuleUnit unit) {
        if (unit instanceof Rule rule) {
            of(rule.condition());
            rule.consequences().forEach(this::of);
            of(rule.reasonJa());
            of(rule.reasonEn());
        } else if (unit instanceof Table table) {
            table.columns().forEach(column -> fields.add(column.field()));
            for (Table.Row row : table.rows()) {
                row.consequences().forEach(this::of);
                of(row.reasonJa());
                of(row.reasonEn());
            }
        }
    }

    /** Adds what decides whether a rule or table fires, and nothing that its conclusions or reasons read. */
    void tested(RuleUnit unit) {
        if (unit instanceof Rule rule) {
            of(rule.condition());
        } else if (unit instanceof Table table) {
            table.columns().forEach(column -> fields.add(column.field()));
        }
    }

    void of(SignalType.Derivation derivation) {
        if (derivation instanceof SignalType.Computed computed) {
            of(computed.term());
        } else if (derivation instanceof SignalType.OverTime overTime) {
            fields.add(overTime.source());
        } else if (derivation instanceof SignalType.Count count) {
            of(count.items().constraint());
        } else if (derivation instanceof SignalType.Extreme extreme) {
            of(extreme.items().constraint());
            of(extreme.of());
        }
    }

    void of(Term term) {
        if (term instanceof Term.OfField of) {
            fields.add(of.field());
        } else if (term instanceof Term.Arithmetic arithmetic) {
            of(arithmetic.left());
            of(arithmetic.right());
        }
    }

    private void of(@Nullable ReasonTemplate template) {
        if (template != null) {
            template.parts().forEach(part -> {
                if (part instanceof ReasonTemplate.Quote quote) {
                    of(quote.term());
                }
            });
        }
    }

    private void of(Consequence consequence) {
        if (consequence instanceof Consequence.Assign assign) {
            of(assign.value());
        } else if (consequence instanceof Consequence.Propose propose
                && propose.key() instanceof Consequence.FieldKey key) {
            of(key.term());
        }
    }

    private void of(Condition condition) {
        if (condition instanceof Condition.OnAccount onAccount) {
            of(onAccount.constraint());
        } else if (condition instanceof Condition.Match match) {
            of(match.constraint());
        } else if (condition instanceof Condition.Both both) {
            both.parts().forEach(this::of);
        } else if (condition instanceof Condition.Either either) {
            either.branches().forEach(this::of);
        } else if (condition instanceof Condition.Exists exists) {
            of(exists.inner());
        } else if (condition instanceof Condition.NotExists notExists) {
            of(notExists.inner());
        } else if (condition instanceof Condition.Accumulate accumulate) {
            of(accumulate.source().constraint());
            accumulate.functions().forEach(function -> {
                Term of = function.of();
                if (of != null) {
                    of(of);
                }
            });
        }
    }

    private void of(Constraint constraint) {
        if (constraint instanceof Constraint.Compare compare) {
            of(compare.left());
            of(compare.right());
        } else if (constraint instanceof Constraint.OneOf oneOf) {
            of(oneOf.term());
        } else if (constraint instanceof Constraint.Matches matches) {
            of(matches.term());
        } else if (constraint instanceof Constraint.Contains contains) {
            of(contains.term());
        } else if (constraint instanceof Constraint.IsNull isNull) {
            of(isNull.term());
        } else if (constraint instanceof Constraint.AllOf all) {
            all.parts().forEach(this::of);
        } else if (constraint instanceof Constraint.AnyOf any) {
            any.parts().forEach(this::of);
        } else if (constraint instanceof Constraint.Not not) {
            of(not.negated());
        }
    }
}
