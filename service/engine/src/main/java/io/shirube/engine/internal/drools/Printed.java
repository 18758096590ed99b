package io.shirube.engine.internal.drools;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A printed boolean expression of fixed words and numbers, without a parenthesis that Java's precedence spares: the parser
 * Drools gives a condition to looks ahead again and again at each one that opens.
 *
 * @param text Java, to stand alone between two commas
 * @param operator what joins its outermost parts
 */
record Printed(String text, Operator operator) {

    /** What joins the outermost parts of an expression; the later binds the weaker. */
    enum Operator {
        NONE(""),
        AND(" && "),
        OR(" || ");

        private final String text;

        Operator(String text) {
            this.text = text;
        }
    }

    /** Always true. */
    static final Printed TRUE = new Printed("true");

    /** Always false. */
    static final Printed FALSE = new Printed("false");

    /** An expression that no operator can pull apart but those that bind weaker than a comparison. */
    Printed(String text) {
        this(text, Operator.NONE);
    }

    static Printed of(boolean value) {
        return value ? TRUE : FALSE;
    }

    static Printed all(List<Printed> tests) {
        return joined(tests, Operator.AND, TRUE, FALSE);
    }

    static Printed any(List<Printed> tests) {
        return joined(tests, Operator.OR, FALSE, TRUE);
    }

    static Printed any(Printed first, Printed second) {
        return any(List.of(first, second));
    }

    private static Printed joined(List<Printed> tests, Operator operator, Printed neutral, Printed decisive) {
        if (tests.contains(decisive)) {
            return decisive;
        }
        List<Printed> parts =
                tests.stream().filter(test -> !test.equals(neutral)).toList();
        if (parts.isEmpty()) {
            return neutral;
        }
        if (parts.size() == 1) {
            return parts.get(0);
        }
        return new Printed(
                parts.stream().map(part -> part.within(operator)).collect(Collectors.joining(operator.text)), operator);
    }

    private String within(Operator outer) {
        return operator.compareTo(outer) > 0 ? "(" + text + ")" : text;
    }
}
