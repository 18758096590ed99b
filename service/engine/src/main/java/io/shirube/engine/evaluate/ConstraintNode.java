package io.shirube.engine.evaluate;

import com.google.re2j.Pattern;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Constraint.Comparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A constraint bound to its slots. Immutable. */
abstract sealed class ConstraintNode {

    final ConditionVerdict.Node source;

    private ConstraintNode(Constraint source) {
        this.source = new ConditionVerdict.OfConstraint(source);
    }

    abstract Verdict test(Frame frame);

    /** Returns the verdict of this node and of every node below it. */
    abstract ConditionVerdict explain(Frame frame);

    static ConstraintNode of(Constraint constraint) {
        if (constraint instanceof Constraint.AllOf all) {
            return new Junction(all, all.parts(), true);
        }
        if (constraint instanceof Constraint.AnyOf any) {
            return new Junction(any, any.parts(), false);
        }
        if (constraint instanceof Constraint.Not not) {
            return new Not(not);
        }
        if (constraint instanceof Constraint.Compare compare) {
            return new Compare(compare);
        }
        return FieldTest.of(constraint);
    }

    /** Returns what a comparison says of two operands, each with its state. */
    static Verdict compare(Comparison comparison, byte leftState, double left, byte rightState, double right) {
        if (leftState == Slots.KNOWN && rightState == Slots.KNOWN) {
            return Verdict.of(holds(comparison, left, right));
        }
        if (leftState == Slots.UNKNOWN || rightState == Slots.UNKNOWN) {
            return Verdict.UNKNOWN;
        }
        return Verdict.of(comparison == Comparison.NE);
    }

    private static boolean holds(Comparison comparison, double left, double right) {
        return switch (comparison) {
            case EQ -> left == right;
            case NE -> left != right;
            case LT -> left < right;
            case LE -> left <= right;
            case GT -> left > right;
            case GE -> left >= right;
        };
    }

    private static final class Compare extends ConstraintNode {
        private final Comparison comparison;
        private final TermNode left;
        private final TermNode right;

        Compare(Constraint.Compare source) {
            super(source);
            this.comparison = source.comparison();
            this.left = TermNode.of(source.left());
            this.right = TermNode.of(source.right());
        }

        @Override
        Verdict test(Frame frame) {
            byte leftState = left.evaluate(frame);
            double leftNumber = frame.number;
            byte rightState = right.evaluate(frame);
            return compare(comparison, leftState, leftNumber, rightState, frame.number);
        }

        @Override
        ConditionVerdict explain(Frame frame) {
            return ConditionVerdict.leaf(source, test(frame), left.value(frame), right.value(frame));
        }
    }

    /** AllOf or AnyOf; stops at the part that settles it. */
    private static final class Junction extends ConstraintNode {
        private final ConstraintNode[] parts;
        private final boolean all;

        Junction(Constraint source, List<Constraint> parts, boolean all) {
            super(source);
            this.parts = parts.stream().map(ConstraintNode::of).toArray(ConstraintNode[]::new);
            this.all = all;
        }

        @Override
        Verdict test(Frame frame) {
            Verdict settled = Verdict.of(!all);
            Verdict verdict = Verdict.of(all);
            for (ConstraintNode part : parts) {
                Verdict next = part.test(frame);
                verdict = all ? verdict.and(next) : verdict.or(next);
                if (verdict == settled) {
                    return verdict;
                }
            }
            return verdict;
        }

        @Override
        ConditionVerdict explain(Frame frame) {
            Verdict verdict = Verdict.of(all);
            ConditionVerdict[] explained = new ConditionVerdict[parts.length];
            for (int i = 0; i < parts.length; i++) {
                explained[i] = parts[i].explain(frame);
                Verdict next = explained[i].verdict();
                verdict = all ? verdict.and(next) : verdict.or(next);
            }
            return ConditionVerdict.node(source, verdict, explained);
        }
    }

    private static final class Not extends ConstraintNode {
        private final ConstraintNode negated;

        Not(Constraint.Not source) {
            super(source);
            this.negated = of(source.negated());
        }

        @Override
        Verdict test(Frame frame) {
            return negated.test(frame).not();
        }

        @Override
        ConditionVerdict explain(Frame frame) {
            ConditionVerdict part = negated.explain(frame);
            return ConditionVerdict.node(source, part.verdict().not(), part);
        }
    }

    /** Tests one term: unknown when it is unknown, false when it is absent; a null check looks at the state alone. */
    private abstract static sealed class FieldTest<T extends TermNode> extends ConstraintNode {
        final T term;

        FieldTest(Constraint source, T term) {
            super(source);
            this.term = term;
        }

        static FieldTest<?> of(Constraint constraint) {
            if (constraint instanceof Constraint.OneOf oneOf) {
                return new OneOf(oneOf);
            }
            if (constraint instanceof Constraint.Matches matches) {
                return new Matches(matches);
            }
            if (constraint instanceof Constraint.Contains contains) {
                return new Contains(contains);
            }
            return new IsNull((Constraint.IsNull) constraint);
        }

        abstract boolean holds(Frame frame);

        @Override
        Verdict test(Frame frame) {
            byte state = term.evaluate(frame);
            if (state == Slots.KNOWN) {
                return Verdict.of(holds(frame));
            }
            return state == Slots.ABSENT ? Verdict.FALSE : Verdict.UNKNOWN;
        }

        @Override
        ConditionVerdict explain(Frame frame) {
            return ConditionVerdict.leaf(source, test(frame), term.value(frame));
        }
    }

    private static final class OneOf extends FieldTest<TermNode> {
        private final double[] values;

        OneOf(Constraint.OneOf source) {
            super(source, TermNode.of(source.term()));
            this.values =
                    source.values().stream().mapToDouble(Double::doubleValue).toArray();
        }

        @Override
        boolean holds(Frame frame) {
            double number = frame.number;
            for (double value : values) {
                if (number == value) {
                    return true;
                }
            }
            return false;
        }
    }

    private static final class Matches extends FieldTest<TermNode.OfField> {
        private final Pattern pattern;

        Matches(Constraint.Matches source) {
            super(source, new TermNode.OfField(source.term()));
            this.pattern = Pattern.compile(source.pattern());
        }

        @Override
        boolean holds(Frame frame) {
            @Nullable String text = term.text(frame);
            return text != null && pattern.matches(text);
        }
    }

    private static final class Contains extends FieldTest<TermNode.OfField> {
        private final int text;

        Contains(Constraint.Contains source) {
            super(source, new TermNode.OfField(source.term()));
            this.text = source.text();
        }

        @Override
        boolean holds(Frame frame) {
            return term.contains(frame, text);
        }
    }

    private static final class IsNull extends FieldTest<TermNode.OfField> {

        IsNull(Constraint.IsNull source) {
            super(source, new TermNode.OfField(source.term()));
        }

        @Override
        boolean holds(Frame frame) {
            return term.state(frame) != Slots.KNOWN;
        }

        @Override
        Verdict test(Frame frame) {
            return Verdict.of(holds(frame));
        }
    }
}
