package io.shirube.engine.explain.full;

import io.shirube.engine.evaluate.ConditionVerdict;
import io.shirube.engine.evaluate.Value;
import io.shirube.engine.explain.Quoted;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One test of one value and what it met.
 *
 * @param value what was met
 * @param threshold what it was compared with; null when the test compares with nothing or with several
 */
record Tested(
        Constraint constraint,
        Subject subject,
        Quoted value,
        @Nullable Quoted threshold) {

    /** Returns what a verdict's test met; null when the verdict is not that of a test. */
    static @Nullable Tested of(ConditionVerdict verdict, Rule rule, List<String> texts) {
        if (!(verdict.node() instanceof ConditionVerdict.OfConstraint of)) {
            return null;
        }
        Subject subject = Subject.of(of.constraint(), rule);
        List<Value> values = verdict.values();
        if (subject == null || values.isEmpty()) {
            return null;
        }
        // because the figures of an accumulate always come first
        boolean second = subject.swapped() && subject.function() == null;
        Quoted value = Quoted.of(values.get(second ? 1 : 0));
        Quoted threshold = null;
        if (of.constraint() instanceof Constraint.Compare compare) {
            Term other = subject.swapped() ? compare.left() : compare.right();
            threshold = other instanceof Term.Literal literal
                    ? literal(literal.value(), literal.type(), texts)
                    : Quoted.of(values.get(second ? 0 : 1));
        } else if (of.constraint() instanceof Constraint.Contains contains) {
            threshold = literal(contains.text(), ValueType.TEXT, texts);
        }
        return new Tested(of.constraint(), subject, value, threshold);
    }

    /** Returns a number of a rule as what it stands for. */
    static Quoted literal(double number, ValueType type, List<String> texts) {
        boolean text = type == ValueType.TEXT || type == ValueType.TEXT_SET;
        return text && number >= 0 && number < texts.size()
                ? new Quoted(Quoted.number(number).state(), number, texts.get((int) number), Set.of())
                : Quoted.number(number);
    }

    /** Returns the comparison with the subject on the left, or null for other tests. */
    Constraint.@Nullable Comparison comparison() {
        if (!(constraint instanceof Constraint.Compare compare)) {
            return null;
        }
        return subject.swapped() ? mirrored(compare.comparison()) : compare.comparison();
    }

    /** Returns whether it is more or less than a threshold that counts, not which value it is. */
    boolean isOrdered() {
        Constraint.Comparison comparison = comparison();
        return comparison != null && comparison != Constraint.Comparison.EQ && comparison != Constraint.Comparison.NE;
    }

    /** Returns the field that tells type and unit, null for computed values and counts. */
    @Nullable
    Field field() {
        return subject.field();
    }

    private static Constraint.Comparison mirrored(Constraint.Comparison comparison) {
        return switch (comparison) {
            case EQ, NE -> comparison;
            case LT -> Constraint.Comparison.GT;
            case LE -> Constraint.Comparison.GE;
            case GT -> Constraint.Comparison.LT;
            case GE -> Constraint.Comparison.LE;
        };
    }
}
