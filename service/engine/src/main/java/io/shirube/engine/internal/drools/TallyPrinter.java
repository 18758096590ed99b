package io.shirube.engine.internal.drools;

import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Constraint.Comparison;
import io.shirube.engine.rules.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Prints what the results of one accumulate must satisfy, as tests of {@link Samples}. */
final class TallyPrinter {

    /** Results are tested in a pattern on no slots, so everything needs its prefix. */
    private static final Scope OF_RESULTS = new Scope(Scope.NONE, Set.of());

    private final List<Condition.Function> functions;
    private final TermPrinter terms;

    TallyPrinter(List<Condition.Function> functions, TermPrinter terms) {
        this.functions = functions;
        this.terms = terms;
    }

    /** Prints the values a sample carries for the figures. */
    String values(Scope scope) {
        String values = "Values.none()";
        for (Condition.Function function : functions) {
            Term of = function.of();
            if (of != null) {
                values = "Values.append(" + values + ", " + terms.print(of, scope) + ")";
            }
        }
        return values;
    }

    Printed print(Constraint constraint, Reading reading) {
        if (constraint instanceof Constraint.AllOf all) {
            return join(all.parts(), reading.isPositive(), reading);
        }
        if (constraint instanceof Constraint.AnyOf any) {
            return join(any.parts(), !reading.isPositive(), reading);
        }
        if (constraint instanceof Constraint.Not not) {
            return print(not.negated(), reading.negated());
        }
        if (constraint instanceof Constraint.Compare compare
                && compare.left() instanceof Term.OfResult result
                && compare.right() instanceof Term.Literal literal) {
            return compare(compare.comparison(), result, literal, reading);
        }
        throw new IllegalArgumentException("a result is only compared with a literal");
    }

    private Printed join(List<Constraint> parts, boolean conjunction, Reading reading) {
        List<Printed> tests = new ArrayList<>();
        parts.forEach(part -> tests.add(print(part, reading)));
        return conjunction ? Printed.all(tests) : Printed.any(tests);
    }

    private Printed compare(Comparison comparison, Term.OfResult result, Term.Literal literal, Reading reading) {
        return new Printed(figure(result.result()) + "." + comparison.name().toLowerCase(Locale.ROOT) + "("
                + terms.constant(literal.value(), OF_RESULTS) + ") " + reading.ofVerdict());
    }

    private String figure(int result) {
        int value = 0;
        for (Condition.Function function : functions) {
            if (function.result() == result) {
                return switch (function.kind()) {
                    case COUNT -> "count()";
                    case SUM -> "sum(" + value + ")";
                    case MIN -> "min(" + value + ")";
                    case MAX -> "max(" + value + ")";
                    case AVERAGE -> "average(" + value + ")";
                };
            }
            value += function.of() == null ? 0 : 1;
        }
        throw new IllegalArgumentException("a result of another accumulate");
    }
}
