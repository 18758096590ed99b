package io.shirube.engine.internal.drools;

import io.shirube.engine.rules.Term;

/** Prints terms as expressions whose value is encoded as {@link Figures} says. */
final class TermPrinter {

    private final PartConstants constants;

    TermPrinter(PartConstants constants) {
        this.constants = constants;
    }

    String print(Term term, Scope scope) {
        if (term instanceof Term.Literal literal) {
            return constant(literal.value(), scope);
        }
        if (term instanceof Term.OfField field) {
            return scope.reaches(field.variable())
                    ? scope.prefix(field.variable()) + "val(" + constants.slot(field.field()) + ")"
                    : "Figures.UNKNOWN";
        }
        if (term instanceof Term.Arithmetic arithmetic) {
            return "Figures." + word(arithmetic.operator()) + "(" + print(arithmetic.left(), scope) + ", "
                    + print(arithmetic.right(), scope) + ")";
        }
        throw new IllegalArgumentException("a result outside the constraints of its accumulate");
    }

    /** Prints where a number that the author wrote is found, not the number itself. */
    String constant(double value, Scope scope) {
        return scope.own() == Scope.NONE ? scope.prefix(Term.ACCOUNT) + constant(value) : constant(value);
    }

    /** Prints the same as a call on the fact whose pattern it stands in. */
    private String constant(double value) {
        return "constant(" + constants.place(value) + ")";
    }

    private static String word(Term.Operator operator) {
        return switch (operator) {
            case ADD -> "add";
            case SUBTRACT -> "subtract";
            case MULTIPLY -> "multiply";
            case DIVIDE -> "divide";
            case MIN -> "lower";
            case MAX -> "higher";
        };
    }
}
