package io.shirube.engine.internal.drools;

import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Constraint.Comparison;
import io.shirube.engine.rules.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints constraints as tests of fixed words and numbers, in the reading asked for. */
final class ConstraintPrinter {

    private final PartConstants constants;
    private final TermPrinter terms;

    ConstraintPrinter(PartConstants constants) {
        this.constants = constants;
        this.terms = new TermPrinter(constants);
    }

    /** Prints a constraint; negation is pushed inwards until it meets a comparison. */
    Printed print(Constraint constraint, Reading reading, Scope scope) {
        if (constraint instanceof Constraint.AllOf all) {
            return join(all.parts(), reading.isPositive(), reading, scope);
        }
        if (constraint instanceof Constraint.AnyOf any) {
            return join(any.parts(), !reading.isPositive(), reading, scope);
        }
        if (constraint instanceof Constraint.Not not) {
            return print(not.negated(), reading.negated(), scope);
        }
        if (constraint instanceof Constraint.Compare compare) {
            return compare(compare, reading, scope);
        }
        if (constraint instanceof Constraint.OneOf oneOf) {
            return oneOf(oneOf, reading, scope);
        }
        if (constraint instanceof Constraint.IsNull isNull) {
            return isNull(isNull, reading, scope);
        }
        if (constraint instanceof Constraint.Matches matches) {
            return verdict(matches.term(), "fits", constants.number(matches.pattern()), reading, scope);
        }
        Constraint.Contains contains = (Constraint.Contains) constraint;
        return verdict(contains.term(), "has", constants.place(contains.text()), reading, scope);
    }

    private Printed join(List<Constraint> parts, boolean conjunction, Reading reading, Scope scope) {
        List<Printed> tests = new ArrayList<>();
        for (Constraint part : parts) {
            tests.add(print(part, reading, scope));
        }
        return conjunction ? Printed.all(tests) : Printed.any(tests);
    }

    private Printed compare(Constraint.Compare compare, Reading reading, Scope scope) {
        if (compare.left() instanceof Term.OfField field
                && compare.right() instanceof Term.Literal literal
                && scope.reaches(field.variable())) {
            return fieldAgainst(compare.comparison(), field, literal.value(), reading, scope);
        }
        String function = compare.comparison().name().toLowerCase(Locale.ROOT);
        return new Printed("Figures." + function + "(" + terms.print(compare.left(), scope) + ", "
                + terms.print(compare.right(), scope) + ") " + reading.ofVerdict());
    }

    /** Prints a field's comparison with a number the author wrote, in as few words as can be. */
    private Printed fieldAgainst(
            Comparison comparison, Term.OfField field, double number, Reading reading, Scope scope) {
        return verdict(field, comparison.name().toLowerCase(Locale.ROOT), constants.place(number), reading, scope);
    }

    private Printed oneOf(Constraint.OneOf oneOf, Reading reading, Scope scope) {
        List<Printed> tests = new ArrayList<>();
        if (oneOf.term() instanceof Term.OfField field
                && scope.reaches(field.variable())
                && !oneOf.values().isEmpty()) {
            for (double value : oneOf.values()) {
                tests.add(fieldAgainst(Comparison.EQ, field, value, reading, scope));
            }
        } else {
            String term = terms.print(oneOf.term(), scope);
            tests.add(new Printed("Figures.none(" + term + ") " + reading.ofVerdict()));
            for (double value : oneOf.values()) {
                tests.add(new Printed(
                        "Figures.eq(" + term + ", " + terms.constant(value, scope) + ") " + reading.ofVerdict()));
            }
        }
        return reading.isPositive() ? Printed.any(tests) : Printed.all(tests);
    }

    private Printed isNull(Constraint.IsNull isNull, Reading reading, Scope scope) {
        Term.OfField field = isNull.term();
        if (!scope.reaches(field.variable())) {
            return Printed.of(reading.isPositive());
        }
        String word = reading.isPositive() ? "blank(" : "known(";
        return new Printed(scope.prefix(field.variable()) + word + constants.slot(field.field()) + ")");
    }

    private Printed verdict(Term.OfField field, String word, int number, Reading reading, Scope scope) {
        if (!scope.reaches(field.variable())) {
            return Printed.of(reading.acceptsUnknown());
        }
        return new Printed(scope.prefix(field.variable()) + word + "(" + constants.slot(field.field()) + ", " + number
                + ") " + reading.ofVerdict());
    }
}
