package io.shirube.engine.rules;

/**
 * A typed value expression. Unknown if any part is unknown; else a division by zero (or -0.0) is unknown, be the dividend
 * absent; else absent if any part is; else unknown when the result is not finite.
 */
public sealed interface Term {

    /** Variable number of a term that reads the account's own slots. */
    int ACCOUNT = -1;

    /** Returns what the author wrote and where. */
    Origin origin();

    /**
     * A field of the account or of the item bound to a variable.
     *
     * @param variable {@link #ACCOUNT}, or the number of a {@link Condition.Match}
     */
    record OfField(int variable, Field field, Origin origin) implements Term {}

    /** A number, or a date, boolean, enum name or text already turned into its number. */
    record Literal(double value, ValueType type, Origin origin) implements Term {}

    /**
     * The result of an accumulate function. Only compared with a {@link Literal}, or quoted in a reason.
     *
     * @param result number of the result, unique within its rule
     */
    record OfResult(int result, Origin origin) implements Term {}

    /** Two numbers combined. */
    record Arithmetic(Operator operator, Term left, Term right, Origin origin) implements Term {}

    /** The operations; MIN and MAX only stand in catalogues. Computed in IEEE double, a result that is not finite is unknown. */
    enum Operator {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        MIN,
        MAX
    }
}
