package io.shirube.engine.rules;

/** The kinds of value a field holds. Each is carried as one {@code double}, except the members of a TEXT_SET. */
public enum ValueType {
    /** A finite number; ratios are 0..1, money is in the book's minor unit or whole yen. */
    NUMBER,
    /** 0 for false, 1 for true. */
    BOOLEAN,
    /** Days since 1970-01-01. */
    DATE,
    /** The number a text was interned as; only equality and {@code matches} have meaning. */
    TEXT,
    /** The ordinal in the field's {@link EnumType}; the declared order is its order. */
    ENUM,
    /** A set of interned texts; only {@code contains} has meaning. */
    TEXT_SET
}
