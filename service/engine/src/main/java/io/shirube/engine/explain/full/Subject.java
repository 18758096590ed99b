package io.shirube.engine.explain.full;

import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.Term;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a test looks at.
 *
 * @param term the side that is tested
 * @param field its field, for a figure that of what it is made of; null for computed values and counts
 * @param function the figure, when the term is one
 * @param swapped whether the constant stands on the left, as in {@code 3 <= n}
 */
record Subject(Term term, @Nullable Field field, Condition.@Nullable Function function, boolean swapped) {

    /** Returns whether it is a number of items, whatever these are. */
    boolean isCount() {
        return function != null && function.kind() == Condition.Kind.COUNT;
    }

    /** Returns what a test of a rule looks at; null for constraints that are no tests. */
    static @Nullable Subject of(Constraint constraint, Rule rule) {
        if (constraint instanceof Constraint.Compare compare) {
            boolean swapped = compare.left() instanceof Term.Literal;
            return of(swapped ? compare.right() : compare.left(), rule, swapped);
        }
        Term term = constraint instanceof Constraint.OneOf oneOf
                ? oneOf.term()
                : constraint instanceof Constraint.Matches matches
                        ? matches.term()
                        : constraint instanceof Constraint.Contains contains
                                ? contains.term()
                                : constraint instanceof Constraint.IsNull isNull ? isNull.term() : null;
        return term == null ? null : of(term, rule, false);
    }

    private static Subject of(Term term, Rule rule, boolean swapped) {
        if (term instanceof Term.OfField own) {
            return new Subject(term, own.field(), null, swapped);
        }
        if (term instanceof Term.OfResult result) {
            for (Condition.Function function : functions(rule.condition())) {
                if (function.result() == result.result()) {
                    Field field = function.of() instanceof Term.OfField of ? of.field() : null;
                    return new Subject(term, field, function, swapped);
                }
            }
        }
        return new Subject(term, null, null, swapped);
    }

    private static List<Condition.Function> functions(Condition condition) {
        if (condition instanceof Condition.Accumulate accumulate) {
            return accumulate.functions();
        }
        List<Condition> below = condition instanceof Condition.Both both
                ? both.parts()
                : condition instanceof Condition.Either either ? either.branches() : List.of();
        List<Condition.Function> all = new ArrayList<>();
        below.forEach(part -> all.addAll(functions(part)));
        return all;
    }
}
