package io.shirube.engine.authoring.expression;

import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * A term and what kind of value it has.
 *
 * @param enumType for ENUM only
 * @param field the field it reads, when it is nothing but a field
 */
record Typed(
        Term term,
        ValueType type,
        @Nullable EnumType enumType,
        @Nullable Field field) {

    static Typed ofField(Term.OfField term) {
        Field field = term.field();
        return new Typed(term, field.type(), field.enumType(), field);
    }

    static Typed ofLiteral(Term.Literal literal, @Nullable EnumType enumType) {
        return new Typed(literal, literal.type(), enumType, null);
    }

    static Typed ofNumber(Term term) {
        return new Typed(term, ValueType.NUMBER, null, null);
    }

    boolean isLiteral() {
        return term instanceof Term.Literal;
    }
}
