package io.shirube.engine.internal.drools;

import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Term;
import java.util.List;
import java.util.Locale;

/**
 * Prints constraints as verdict numbers, for the arguments of accumulate functions: only calls, because Drools mistakes the
 * type of an argument that has operators.
 */
final class VerdictPrinter {

    private static final String UNKNOWN = "0";

    private final PartConstants constants;
    private final TermPrinter terms;

    VerdictPrinter(PartConstants constants) {
        this.constants = constants;
        this.terms = new TermPrinter(constants);
    }

    String print(Constraint constraint, Scope scope) {
        if (constraint instanceof Constraint.AllOf all) {
            return fold("both", "1", all.parts(), scope);
        }
        if (constraint instanceof Constraint.AnyOf any) {
            return fold("either", "-1", any.parts(), scope);
        }
        if (constraint instanceof Constraint.Not not) {
            return "Figures.contrary(" + print(not.negated(), scope) + ")";
        }
        if (constraint instanceof Constraint.Compare compare) {
            return call(
                    compare.comparison().name().toLowerCase(Locale.ROOT),
                    terms.print(compare.left(), scope),
                    terms.print(compare.right(), scope));
        }
        if (constraint instanceof Constraint.OneOf oneOf) {
            return oneOf(oneOf, scope);
        }
        if (constraint instanceof Constraint.IsNull isNull) {
            return slot(isNull.term(), "none", "", "1", scope);
        }
        if (constraint instanceof Constraint.Matches matches) {
            return slot(matches.term(), "fits", ", " + constants.number(matches.pattern()), UNKNOWN, scope);
        }
        Constraint.Contains contains = (Constraint.Contains) constraint;
        return slot(contains.term(), "has", ", " + constants.place(contains.text()), UNKNOWN, scope);
    }

    private String fold(String word, String neutral, List<Constraint> parts, Scope scope) {
        String folded = parts.isEmpty() ? neutral : print(parts.get(0), scope);
        for (int i = 1; i < parts.size(); i++) {
            folded = call(word, folded, print(parts.get(i), scope));
        }
        return folded;
    }

    private String oneOf(Constraint.OneOf oneOf, Scope scope) {
        String term = terms.print(oneOf.term(), scope);
        String verdict = "Figures.none(" + term + ")";
        for (double value : oneOf.values()) {
            verdict = call("either", verdict, call("eq", term, terms.constant(value, scope)));
        }
        return verdict;
    }

    private static String call(String word, String left, String right) {
        return "Figures." + word + "(" + left + ", " + right + ")";
    }

    private String slot(Term.OfField field, String word, String argument, String unbound, Scope scope) {
        if (!scope.reaches(field.variable())) {
            return unbound;
        }
        return scope.prefix(field.variable()) + word + "(" + constants.slot(field.field()) + argument + ")";
    }
}
