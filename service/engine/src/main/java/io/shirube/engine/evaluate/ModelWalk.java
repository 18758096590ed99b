package io.shirube.engine.evaluate;

import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.ReasonTemplate;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Visits the parts of a rule model in the author's order. */
final class ModelWalk {

    private ModelWalk() {}

    /** Visits a condition and every condition inside it, outer ones first. */
    static void conditions(Condition condition, Consumer<Condition> visitor) {
        visitor.accept(condition);
        if (condition instanceof Condition.Both both) {
            both.parts().forEach(part -> conditions(part, visitor));
        } else if (condition instanceof Condition.Either either) {
            either.branches().forEach(branch -> conditions(branch, visitor));
        } else if (condition instanceof Condition.Exists exists) {
            conditions(exists.inner(), visitor);
        } else if (condition instanceof Condition.NotExists notExists) {
            conditions(notExists.inner(), visitor);
        } else if (condition instanceof Condition.Accumulate accumulate) {
            conditions(accumulate.source(), visitor);
        }
    }

    /** Returns every match, also those inside exists, not and accumulate. */
    static List<Condition.Match> matches(Condition condition) {
        List<Condition.Match> matches = new ArrayList<>();
        conditions(condition, found -> {
            if (found instanceof Condition.Match match) {
                matches.add(match);
            }
        });
        return matches;
    }

    /** Visits the constraints of a condition down to the tests of terms; those on results, too. */
    static void tests(Condition condition, Consumer<Constraint> visitor) {
        conditions(condition, found -> {
            if (found instanceof Condition.OnAccount onAccount) {
                tests(onAccount.constraint(), visitor);
            } else if (found instanceof Condition.Match match) {
                tests(match.constraint(), visitor);
            } else if (found instanceof Condition.Accumulate accumulate) {
                accumulate.constraints().forEach(constraint -> tests(constraint, visitor));
            }
        });
    }

    /** Visits a constraint down to the tests of terms. */
    static void tests(Constraint constraint, Consumer<Constraint> visitor) {
        if (constraint instanceof Constraint.AllOf all) {
            all.parts().forEach(part -> tests(part, visitor));
        } else if (constraint instanceof Constraint.AnyOf any) {
            any.parts().forEach(part -> tests(part, visitor));
        } else if (constraint instanceof Constraint.Not not) {
            tests(not.negated(), visitor);
        } else {
            visitor.accept(constraint);
        }
    }

    /** Visits every term on the left side. */
    static void terms(Condition condition, Consumer<Term> visitor) {
        tests(condition, test -> terms(test, visitor));
        conditions(condition, found -> {
            if (found instanceof Condition.Accumulate accumulate) {
                accumulate.functions().forEach(function -> visit(function.of(), visitor));
            }
        });
    }

    /** Visits the terms one test compares. */
    static void terms(Constraint test, Consumer<Term> visitor) {
        if (test instanceof Constraint.Compare compare) {
            visitor.accept(compare.left());
            visitor.accept(compare.right());
        } else if (test instanceof Constraint.OneOf oneOf) {
            visitor.accept(oneOf.term());
        } else if (test instanceof Constraint.Matches matches) {
            visitor.accept(matches.term());
        } else if (test instanceof Constraint.Contains contains) {
            visitor.accept(contains.term());
        } else if (test instanceof Constraint.IsNull isNull) {
            visitor.accept(isNull.term());
        }
    }

    /** Visits the terms whose values consequences conclude or name. */
    static void concludedTerms(RuleUnit unit, Consumer<Term> visitor) {
        if (unit instanceof Rule rule) {
            concludedTerms(rule.consequences(), visitor);
        } else {
            ((Table) unit).rows().forEach(row -> concludedTerms(row.consequences(), visitor));
        }
    }

    private static void concludedTerms(List<Consequence> consequences, Consumer<Term> visitor) {
        for (Consequence consequence : consequences) {
            if (consequence instanceof Consequence.Assign assign) {
                visitor.accept(assign.value());
            } else if (consequence instanceof Consequence.Propose propose
                    && propose.key() instanceof Consequence.FieldKey key) {
                visitor.accept(key.term());
            }
        }
    }

    /** Visits the terms that reasons quote. */
    static void quotedTerms(RuleUnit unit, Consumer<Term> visitor) {
        if (unit instanceof Rule rule) {
            quotedTerms(rule.reasonJa(), visitor);
            quotedTerms(rule.reasonEn(), visitor);
        } else {
            ((Table) unit).rows().forEach(row -> {
                quotedTerms(row.reasonJa(), visitor);
                quotedTerms(row.reasonEn(), visitor);
            });
        }
    }

    private static void quotedTerms(@Nullable ReasonTemplate reason, Consumer<Term> visitor) {
        if (reason != null) {
            for (ReasonTemplate.Part part : reason.parts()) {
                if (part instanceof ReasonTemplate.Quote quote) {
                    visitor.accept(quote.term());
                }
            }
        }
    }

    /** Visits the fields a term reads. */
    static void fields(Term term, Consumer<Term.OfField> visitor) {
        if (term instanceof Term.OfField field) {
            visitor.accept(field);
        } else if (term instanceof Term.Arithmetic arithmetic) {
            fields(arithmetic.left(), visitor);
            fields(arithmetic.right(), visitor);
        }
    }

    private static void visit(@Nullable Term term, Consumer<Term> visitor) {
        if (term != null) {
            visitor.accept(term);
        }
    }

    /** Returns the comparisons of rules between terms that together read two or more fields, all of the account. */
    static List<Constraint.Compare> comparisonsOfFields(RuleModel model) {
        List<Constraint.Compare> found = new ArrayList<>();
        for (RuleUnit unit : model.units()) {
            if (unit instanceof Rule rule) {
                tests(rule.condition(), test -> {
                    if (test instanceof Constraint.Compare compare && comparesFields(compare)) {
                        found.add(compare);
                    }
                });
            }
        }
        return List.copyOf(found);
    }

    private static boolean comparesFields(Constraint.Compare compare) {
        Set<Field> read = new HashSet<>();
        boolean[] ofItems = {false};
        for (Term side : List.of(compare.left(), compare.right())) {
            ofItems[0] |= side instanceof Term.OfResult;
            fields(side, field -> {
                read.add(field.field());
                ofItems[0] |= field.variable() != Term.ACCOUNT;
            });
        }
        return read.size() > 1 && !ofItems[0];
    }
}
