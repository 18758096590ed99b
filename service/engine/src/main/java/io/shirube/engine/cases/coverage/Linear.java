package io.shirube.engine.cases.coverage;

import io.shirube.engine.rules.Term;
import org.jspecify.annotations.Nullable;

/**
 * A term as offset + slope × field.
 *
 * @param field null for a plain number
 */
record Linear(double offset, double slope, Term.@Nullable OfField field) {

    double value(double number) {
        return offset + slope * number;
    }

    /** Returns the term as a line over one field, or null when it is none. */
    static @Nullable Linear of(Term term) {
        if (term instanceof Term.Literal literal) {
            return new Linear(literal.value(), 0, null);
        }
        if (term instanceof Term.OfField field) {
            return new Linear(0, 1, field);
        }
        if (!(term instanceof Term.Arithmetic sum)) {
            return null;
        }
        Linear left = of(sum.left());
        Linear right = of(sum.right());
        if (left == null || right == null || (left.field != null && right.field != null)) {
            return null;
        }
        Term.OfField field = left.field == null ? right.field : left.field;
        return switch (sum.operator()) {
            case ADD -> new Linear(left.offset + right.offset, left.slope + right.slope, field);
            case SUBTRACT -> new Linear(left.offset - right.offset, left.slope - right.slope, field);
            case MULTIPLY ->
                new Linear(left.offset * right.offset, left.slope * right.offset + right.slope * left.offset, field);
            case DIVIDE ->
                right.field == null ? new Linear(left.offset / right.offset, left.slope / right.offset, field) : null;
            case MIN, MAX -> null;
        };
    }
}
