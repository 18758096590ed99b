package io.shirube.engine.authoring.expression;

import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives values their type. Throws {@link Refusal}. */
final class TermTyper {

    private final NameReading reading;

    TermTyper(NameReading reading) {
        this.reading = reading;
    }

    /** Returns whether an expression has a type without knowing what it is compared with. */
    boolean standsAlone(Expr expr) {
        return !(expr instanceof Expr.Txt)
                && !(expr instanceof Expr.Bool)
                && !(expr instanceof Expr.Path path && !reading.canResolve(path));
    }

    /**
     * Returns the typed value.
     *
     * @param beside what it stands beside, which decides what a bare name or a text may be; null when nothing does
     */
    Typed type(Expr expr, @Nullable Typed beside) {
        if (expr instanceof Expr.Num num) {
            Term.Literal literal = literal(num.value(), ValueType.NUMBER, expr);
            return Typed.ofLiteral(literal, null);
        }
        if (expr instanceof Expr.Txt text) {
            return text(text, beside);
        }
        if (expr instanceof Expr.Bool bool) {
            return Typed.ofLiteral(literal(bool.value() ? 1 : 0, ValueType.BOOLEAN, expr), null);
        }
        if (expr instanceof Expr.Path path) {
            return path(path, beside);
        }
        if (expr instanceof Expr.Arithmetic arithmetic) {
            return arithmetic(arithmetic);
        }
        if (expr instanceof Expr.Call call) {
            return call(call);
        }
        if (expr instanceof Expr.Null) {
            throw reading.refuse(TypeMessage.NULL_IN_VALUE, expr.first());
        }
        throw reading.refuse(TypeMessage.CONDITION_AS_VALUE, expr.first());
    }

    private Term.Literal literal(double value, ValueType type, Expr expr) {
        return new Term.Literal(value, type, reading.tokens().origin(expr.first(), expr.last()));
    }

    private Typed text(Expr.Txt text, @Nullable Typed beside) {
        ValueType expected = beside == null ? ValueType.TEXT : beside.type();
        String written = text.first().text();
        switch (expected) {
            case TEXT -> {
                int number = reading.names().texts().intern(written);
                return Typed.ofLiteral(literal(number, ValueType.TEXT, text), null);
            }
            case DATE -> throw reading.refuse(SyntaxMessage.DATE_WRITTEN, text.first());
            case ENUM -> throw enumInQuotes(text, beside);
            case TEXT_SET -> throw reading.refuse(TypeMessage.SET_COMPARED, text.first());
            case NUMBER, BOOLEAN ->
                throw reading.refuse(
                        TypeMessage.TYPES_DIFFER, text.first(), TypeNames.of(beside), TypeNames.of(ValueType.TEXT));
        }
        throw reading.refuse(TypeMessage.CONDITION_AS_VALUE, text.first());
    }

    private Refusal enumInQuotes(Expr.Txt text, @Nullable Typed beside) {
        EnumType type = beside == null ? null : beside.enumType();
        if (type == null) {
            return reading.refuse(TypeMessage.CONDITION_AS_VALUE, text.first());
        }
        String meant = reading.names()
                .nearestValue(type, text.first().text())
                .orElse(type.values().get(0));
        return reading.refuse(TypeMessage.ENUM_IN_QUOTES, text.first(), meant);
    }

    private Typed path(Expr.Path path, @Nullable Typed beside) {
        boolean bare = path.parts().size() == 1 && !path.first().text().startsWith("$");
        EnumType expected = beside == null ? null : beside.enumType();
        if (bare && expected != null) {
            int ordinal = expected.ordinal(path.text());
            if (ordinal >= 0) {
                return Typed.ofLiteral(literal(ordinal, ValueType.ENUM, path), expected);
            }
            if (!reading.canResolve(path)) {
                throw unknownValue(expected, path.first());
            }
        }
        if (bare && beside != null && beside.type() == ValueType.TEXT && !reading.canResolve(path)) {
            throw reading.refuse(TypeMessage.TEXT_WITHOUT_QUOTES, path.first(), path.text());
        }
        return Typed.ofField(reading.resolve(path));
    }

    /** Refuses a name that the enum does not have. */
    Refusal unknownValue(EnumType type, Token name) {
        Optional<String> near = reading.names().nearestValue(type, name.text());
        return near.isPresent()
                ? reading.refuse(TypeMessage.MISSPELT_VALUE, name, name.text(), type.name(), near.get())
                : reading.refuse(TypeMessage.UNKNOWN_VALUE, name, name.text(), type.name(), Names.some(type.values()));
    }

    private Typed arithmetic(Expr.Arithmetic sum) {
        Term left = number(sum.left());
        Term right = number(sum.right());
        return Typed.ofNumber(new Term.Arithmetic(
                sum.operator(), left, right, reading.tokens().origin(sum.first(), sum.last())));
    }

    /** Returns a term that is a number, or refuses it. */
    Term number(Expr expr) {
        Typed typed = type(expr, null);
        if (typed.type() == ValueType.NUMBER) {
            return typed.term();
        }
        Field field = typed.field();
        if (typed.type() == ValueType.DATE && field != null) {
            throw reading.refuse(TypeMessage.DATE_AS_NUMBER, expr.first(), field.name(), DateNames.ago(field.name()));
        }
        throw reading.refuse(TypeMessage.NUMBER_EXPECTED, expr.first(), TypeNames.of(typed));
    }

    private Typed call(Expr.Call call) {
        Term.Operator operator = call.first().is("min") ? Term.Operator.MIN : Term.Operator.MAX;
        if (call.arguments().size() != 2) {
            throw reading.refuse(
                    NameMessage.TWO_ARGUMENTS, call.first(), call.first().text());
        }
        Term left = number(call.arguments().get(0));
        Term right = number(call.arguments().get(1));
        return Typed.ofNumber(
                new Term.Arithmetic(operator, left, right, reading.tokens().origin(call.first(), call.last())));
    }
}
