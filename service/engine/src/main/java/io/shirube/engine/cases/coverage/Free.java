package io.shirube.engine.cases.coverage;

import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Frees a piece of a rule's left side from what stands around it: the items it speaks of may be any of theirs. */
final class Free {

    private final Map<Integer, Condition.Match> matches;

    Free(Condition whole) {
        this.matches = matchesIn(whole);
    }

    /**
     * Returns the piece with an item of every variable it reads.
     *
     * @param inside variables the piece binds itself
     */
    Condition around(Condition piece, Set<Integer> inside) {
        Set<Integer> read = new TreeSet<>();
        variables(piece, read);
        List<Condition> parts = new ArrayList<>();
        for (int variable : read) {
            Condition.Match match = matches.get(variable);
            if (match != null && !inside.contains(variable)) {
                parts.add(new Condition.Match(variable, match.type(), Site.always(match.origin()), match.origin()));
            }
        }
        parts.add(piece);
        return new Condition.Both(parts, piece.origin());
    }

    /** Returns every match of a condition by its variable. */
    static Map<Integer, Condition.Match> matchesIn(Condition condition) {
        Map<Integer, Condition.Match> found = new TreeMap<>();
        for (Condition part : withParts(condition)) {
            if (part instanceof Condition.Match match) {
                found.put(match.variable(), match);
            }
        }
        return found;
    }

    /** Returns every accumulate of a condition. */
    static List<Condition.Accumulate> accumulatesIn(Condition condition) {
        List<Condition.Accumulate> found = new ArrayList<>();
        for (Condition part : withParts(condition)) {
            if (part instanceof Condition.Accumulate accumulate) {
                found.add(accumulate);
            }
        }
        return found;
    }

    private static List<Condition> withParts(Condition condition) {
        List<Condition> all = new ArrayList<>(List.of(condition));
        List<Condition> inside = List.of();
        if (condition instanceof Condition.Both both) {
            inside = both.parts();
        } else if (condition instanceof Condition.Either either) {
            inside = either.branches();
        } else if (condition instanceof Condition.Exists exists) {
            inside = List.of(exists.inner());
        } else if (condition instanceof Condition.NotExists none) {
            inside = List.of(none.inner());
        } else if (condition instanceof Condition.Accumulate accumulate) {
            inside = List.of(accumulate.source());
        }
        inside.forEach(part -> all.addAll(withParts(part)));
        return all;
    }

    private static void variables(Condition condition, Set<Integer> read) {
        for (Condition part : withParts(condition)) {
            if (part instanceof Condition.OnAccount on) {
                variables(on.constraint(), read);
            } else if (part instanceof Condition.Match match) {
                variables(match.constraint(), read);
            } else if (part instanceof Condition.Accumulate accumulate) {
                accumulate.functions().forEach(function -> variables(function.of(), read));
            }
        }
    }

    private static void variables(Constraint constraint, Set<Integer> read) {
        if (constraint instanceof Constraint.AllOf all) {
            all.parts().forEach(part -> variables(part, read));
        } else if (constraint instanceof Constraint.AnyOf any) {
            any.parts().forEach(part -> variables(part, read));
        } else if (constraint instanceof Constraint.Not not) {
            variables(not.negated(), read);
        } else if (constraint instanceof Constraint.Compare compare) {
            variables(compare.left(), read);
            variables(compare.right(), read);
        } else if (constraint instanceof Constraint.OneOf oneOf) {
            variables(oneOf.term(), read);
        } else if (constraint instanceof Constraint.Matches text) {
            variables(text.term(), read);
        } else if (constraint instanceof Constraint.Contains set) {
            variables(set.term(), read);
        } else if (constraint instanceof Constraint.IsNull isNull) {
            variables(isNull.term(), read);
        }
    }

    private static void variables(@Nullable Term term, Set<Integer> read) {
        if (term instanceof Term.OfField field) {
            if (field.variable() != Term.ACCOUNT) {
                read.add(field.variable());
            }
        } else if (term instanceof Term.Arithmetic sum) {
            variables(sum.left(), read);
            variables(sum.right(), read);
        }
    }
}
