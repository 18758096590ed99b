package io.shirube.engine.authoring.expression;

import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Constraint.Comparison;
import io.shirube.engine.rules.Origin;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import java.util.List;
import java.util.Objects;

/** Gives conditions their type. Throws {@link Refusal}; warns about values out of range. */
final class ConstraintTyper {

    private final NameReading reading;
    private final TermTyper terms;
    private final RangeLint ranges;
    private final WordTyper words;

    ConstraintTyper(NameReading reading, FindingSink findings) {
        this.reading = reading;
        this.terms = new TermTyper(reading);
        this.ranges = new RangeLint(reading, findings);
        this.words = new WordTyper(reading, terms, ranges);
    }

    Constraint type(Expr expr) {
        Origin origin = reading.tokens().origin(expr.first(), expr.last());
        if (expr instanceof Expr.Junction junction) {
            List<Constraint> parts = junction.parts().stream().map(this::type).toList();
            return junction.all() ? new Constraint.AllOf(parts, origin) : new Constraint.AnyOf(parts, origin);
        }
        if (expr instanceof Expr.Not not) {
            return new Constraint.Not(type(not.negated()), origin);
        }
        if (expr instanceof Expr.Compare compare) {
            return compare(compare, origin);
        }
        if (expr instanceof Expr.Word word) {
            return words.type(word, origin);
        }
        return bare(expr, origin);
    }

    private Constraint bare(Expr expr, Origin origin) {
        if (!(expr instanceof Expr.Path)) {
            throw reading.refuse(TypeMessage.NO_CONDITION, expr.first());
        }
        Typed typed = terms.type(expr, null);
        if (typed.type() != ValueType.BOOLEAN) {
            throw reading.refuse(TypeMessage.NO_CONDITION, expr.first());
        }
        return new Constraint.Compare(
                Comparison.EQ, typed.term(), new Term.Literal(1, ValueType.BOOLEAN, origin), origin);
    }

    private Constraint compare(Expr.Compare compare, Origin origin) {
        if (compare.left() instanceof Expr.Null || compare.right() instanceof Expr.Null) {
            return nullTest(compare, origin);
        }
        boolean leftFirst = terms.standsAlone(compare.left()) || !terms.standsAlone(compare.right());
        Typed first = terms.type(leftFirst ? compare.left() : compare.right(), null);
        Typed second = terms.type(leftFirst ? compare.right() : compare.left(), first);
        Typed left = leftFirst ? first : second;
        Typed right = leftFirst ? second : first;
        checkTypes(compare, left, right);
        ranges.check(left, right, compare.right());
        ranges.check(right, left, compare.left());
        return new Constraint.Compare(compare.comparison(), left.term(), right.term(), origin);
    }

    private void checkTypes(Expr.Compare compare, Typed left, Typed right) {
        if (left.isLiteral() && right.isLiteral()) {
            throw reading.refuse(TypeMessage.FIXED_COMPARISON, compare.first());
        }
        boolean dateWithNumber = (left.type() == ValueType.DATE && right.type() == ValueType.NUMBER)
                || (left.type() == ValueType.NUMBER && right.type() == ValueType.DATE);
        if (dateWithNumber) {
            Typed date = left.type() == ValueType.DATE ? left : right;
            String name = date.field() == null ? "" : date.field().name();
            throw reading.refuse(TypeMessage.DATE_AS_NUMBER, compare.sign(), name, DateNames.ago(name));
        }
        if (left.type() == ValueType.TEXT_SET || right.type() == ValueType.TEXT_SET) {
            throw reading.refuse(TypeMessage.SET_COMPARED, compare.sign());
        }
        if (left.type() != right.type() || !Objects.equals(left.enumType(), right.enumType())) {
            throw reading.refuse(
                    TypeMessage.TYPES_DIFFER, compare.right().first(), TypeNames.of(left), TypeNames.of(right));
        }
        boolean equality = compare.comparison() == Comparison.EQ || compare.comparison() == Comparison.NE;
        if (!equality && (left.type() == ValueType.TEXT || left.type() == ValueType.BOOLEAN)) {
            throw reading.refuse(TypeMessage.NO_ORDER, compare.sign(), TypeNames.of(left.type()));
        }
    }

    private Constraint nullTest(Expr.Compare compare, Origin origin) {
        Expr tested = compare.left() instanceof Expr.Null ? compare.right() : compare.left();
        if (compare.comparison() != Comparison.EQ && compare.comparison() != Comparison.NE) {
            throw reading.refuse(
                    TypeMessage.NULL_ORDER, compare.sign(), compare.sign().text());
        }
        if (!(tested instanceof Expr.Path path)) {
            throw reading.refuse(TypeMessage.NULL_NEEDS_FIELD, tested.first());
        }
        Constraint isNull = new Constraint.IsNull(reading.resolve(path), origin);
        return compare.comparison() == Comparison.EQ ? isNull : new Constraint.Not(isNull, origin);
    }
}
