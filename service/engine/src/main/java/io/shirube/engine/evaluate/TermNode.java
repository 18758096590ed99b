package io.shirube.engine.evaluate;

import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import org.jspecify.annotations.Nullable;

/** A term bound to its slots. Immutable. */
abstract sealed class TermNode {

    private static final Value ABSENT = new Value.Absent();
    private static final Value UNKNOWN = new Value.Unknown();

    /** Returns UNKNOWN, KNOWN or ABSENT as {@link Slots} names them; leaves a known number in {@link Frame#number}. */
    abstract byte evaluate(Frame frame);

    /** Returns the same in one object. */
    Value value(Frame frame) {
        byte state = evaluate(frame);
        if (state == Slots.KNOWN) {
            return new Value.Known(frame.number);
        }
        return without(state);
    }

    private static Value without(byte state) {
        return state == Slots.ABSENT ? ABSENT : UNKNOWN;
    }

    static TermNode of(Term term) {
        if (term instanceof Term.OfField field) {
            return new OfField(field);
        }
        if (term instanceof Term.Literal literal) {
            return new Literal(literal.value());
        }
        if (term instanceof Term.Arithmetic arithmetic) {
            return new Arithmetic(arithmetic.operator(), of(arithmetic.left()), of(arithmetic.right()));
        }
        throw new IllegalArgumentException("term: a result stands only in an accumulate's constraints, was " + term);
    }

    /** A field of the account or of a bound item. */
    static final class OfField extends TermNode {
        private final int variable;
        private final int slot;
        private final ValueType type;

        OfField(Term.OfField term) {
            this.variable = term.variable();
            this.slot = term.field().slot();
            this.type = term.field().type();
        }

        private @Nullable Slots slots(Frame frame) {
            return variable == Term.ACCOUNT ? frame.account : frame.item(variable);
        }

        byte state(Frame frame) {
            Slots slots = slots(frame);
            return slots == null ? Slots.UNKNOWN : slots.state(slot);
        }

        /** Returns the text, or null when it is not a known text. */
        @Nullable
        String text(Frame frame) {
            Slots slots = slots(frame);
            return slots == null ? null : slots.text(slot);
        }

        boolean contains(Frame frame, int text) {
            Slots slots = slots(frame);
            return slots != null && slots.contains(slot, text);
        }

        @Override
        byte evaluate(Frame frame) {
            Slots slots = slots(frame);
            if (slots == null) {
                return Slots.UNKNOWN;
            }
            frame.number = slots.number(slot);
            return slots.state(slot);
        }

        @Override
        Value value(Frame frame) {
            Slots slots = slots(frame);
            return slots == null ? UNKNOWN : valueOf(slots, slot, type);
        }
    }

    static Value valueOf(Slots slots, int slot, ValueType type) {
        byte state = slots.state(slot);
        if (state != Slots.KNOWN) {
            return without(state);
        }
        if (type == ValueType.TEXT_SET) {
            return new Value.KnownTexts(slots.members(slot));
        }
        String text = slots.text(slot);
        return text == null ? new Value.Known(slots.number(slot)) : new Value.KnownText(slots.number(slot), text);
    }

    private static final class Literal extends TermNode {
        private final double number;
        private final Value value;

        Literal(double number) {
            this.number = number;
            this.value = new Value.Known(number);
        }

        @Override
        Value value(Frame frame) {
            return value;
        }

        @Override
        byte evaluate(Frame frame) {
            frame.number = number;
            return Slots.KNOWN;
        }
    }

    private static final class Arithmetic extends TermNode {
        private final Term.Operator operator;
        private final TermNode left;
        private final TermNode right;

        Arithmetic(Term.Operator operator, TermNode left, TermNode right) {
            this.operator = operator;
            this.left = left;
            this.right = right;
        }

        @Override
        byte evaluate(Frame frame) {
            byte leftState = left.evaluate(frame);
            double leftNumber = frame.number;
            byte rightState = right.evaluate(frame);
            double rightNumber = frame.number;
            if (leftState == Slots.UNKNOWN || rightState == Slots.UNKNOWN) {
                return Slots.UNKNOWN;
            }
            if (operator == Term.Operator.DIVIDE && rightState == Slots.KNOWN && rightNumber == 0) {
                return Slots.UNKNOWN;
            }
            if (leftState == Slots.ABSENT || rightState == Slots.ABSENT) {
                return Slots.ABSENT;
            }
            double result = compute(leftNumber, rightNumber);
            frame.number = result;
            return Double.isFinite(result) ? Slots.KNOWN : Slots.UNKNOWN;
        }

        private double compute(double a, double b) {
            return switch (operator) {
                case ADD -> a + b;
                case SUBTRACT -> a - b;
                case MULTIPLY -> a * b;
                case DIVIDE -> a / b;
                case MIN -> Math.min(a, b);
                case MAX -> Math.max(a, b);
            };
        }
    }
}
