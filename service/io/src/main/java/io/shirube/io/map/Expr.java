package io.shirube.io.map;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression over the columns of a row. A value nobody knows is null: arithmetic and comparison with it is null, {@code
 * and} and {@code or} know what they can know.
 */
sealed interface Expr {

    Type type();

    /** @param row values by the numbers that names were given */
    @Nullable
    Object value(@Nullable Object[] row);

    /** A constant. */
    record Literal(Type type, @Nullable Object constant) implements Expr {
        @Override
        public @Nullable Object value(@Nullable Object[] row) {
            return constant;
        }

        /** Returns the constant of a word, or null when it is a name. */
        static @Nullable Literal named(String word) {
            return switch (word) {
                case "true", "false" -> new Literal(Type.BOOLEAN, Boolean.valueOf(word));
                case "null" -> new Literal(Type.NOTHING, null);
                default -> null;
            };
        }
    }

    /** A column. */
    record Column(Type type, int number) implements Expr {
        @Override
        public @Nullable Object value(@Nullable Object[] row) {
            return row[number];
        }
    }

    /** {@code + - * /} of numbers. */
    record Arithmetic(char operator, Expr left, Expr right) implements Expr {
        @Override
        public Type type() {
            return Type.NUMBER;
        }

        @Override
        public @Nullable Object value(@Nullable Object[] row) {
            if (!(left.value(row) instanceof BigDecimal a) || !(right.value(row) instanceof BigDecimal b)) {
                return null;
            }
            return switch (operator) {
                case '+' -> a.add(b, MathContext.DECIMAL128);
                case '-' -> a.subtract(b, MathContext.DECIMAL128);
                case '*' -> a.multiply(b, MathContext.DECIMAL128);
                default -> b.signum() == 0 ? null : a.divide(b, MathContext.DECIMAL128);
            };
        }
    }

    /** {@code == != < <= > >=}; with the literal null whether something is known. */
    record Comparison(String operator, Expr left, Expr right) implements Expr {
        @Override
        public Type type() {
            return Type.BOOLEAN;
        }

        @Override
        public @Nullable Object value(@Nullable Object[] row) {
            Object a = left.value(row);
            Object b = right.value(row);
            if (left.type() == Type.NOTHING || right.type() == Type.NOTHING) {
                return (a == null && b == null) == operator.equals("==");
            }
            if (a == null || b == null) {
                return null;
            }
            int order = compare(a, b);
            return switch (operator) {
                case "==" -> order == 0;
                case "!=" -> order != 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        }
    }

    /** {@code and}, {@code or}. */
    record Logic(boolean and, Expr left, Expr right) implements Expr {
        @Override
        public Type type() {
            return Type.BOOLEAN;
        }

        @Override
        public @Nullable Object value(@Nullable Object[] row) {
            Object a = left.value(row);
            Object b = right.value(row);
            Boolean decisive = !and;
            if (decisive.equals(a) || decisive.equals(b)) {
                return decisive;
            }
            return (a == null || b == null) ? null : and;
        }
    }

    /** {@code not}. */
    record Not(Expr inner) implements Expr {
        @Override
        public Type type() {
            return Type.BOOLEAN;
        }

        @Override
        public @Nullable Object value(@Nullable Object[] row) {
            return inner.value(row) instanceof Boolean known ? !known : null;
        }
    }

    /** A function of a closed set. */
    record Call(Function function, Type type, List<Expr> arguments) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public @Nullable Object value(@Nullable Object[] row) {
            List<@Nullable Object> values = new ArrayList<>();
            for (Expr argument : arguments) {
                values.add(argument.value(row));
            }
            return function.apply(values);
        }
    }

    /** Returns the order of two values of one type. */
    static int compare(Object a, Object b) {
        if (a instanceof BigDecimal left && b instanceof BigDecimal right) {
            return left.compareTo(right);
        }
        if (a instanceof LocalDate left && b instanceof LocalDate right) {
            return left.compareTo(right);
        }
        if (a instanceof Boolean left && b instanceof Boolean right) {
            return left.compareTo(right);
        }
        return a.toString().compareTo(b.toString());
    }
}
