package io.shirube.engine.internal.drools;

import io.shirube.engine.rules.Term;

/** Prints terms as expressions whose value is encoded as {@link Figures} says. */
final class TermPrinter {

    private TermPrinter() {}

    static String print(Term term, Scope scope) {
        if (term instanceof Term.Literal literal) {
            return number(literal.value());
        }
        if (term instanceof Term.OfField field) {
            return scope.reaches(field.variable())
                    ? scope.prefix(field.variable()) + "val(" + field.field().slot() + ")"
                    : "Figures.UNKNOWN";
        }
        if (term instanceof Term.Arithmetic arithmetic) {
            return "Figures." + word(arithmetic.operator()) + "(" + print(arithmetic.left(), scope) + ", "
                    + print(arithmetic.right(), scope) + ")";
        }
        throw new IllegalArgumentException("a result outside the constraints of its accumulate");
    }

    /** Prints a number so that Java reads back the same bits. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a number that is not finite");
        }
        return Double.toString(value);
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
