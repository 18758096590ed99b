package io.shirube.engine.authoring.expression;

import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Constraint.Comparison;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads single values of a rule whose names are all bound: arguments, and conditions on figures. Throws {@link Refusal}. */
public final class FigureReader {

    private final NameReading reading;
    private final TokenReader reader;

    public FigureReader(Names names, Scope scope, TokenReader reader) {
        this.reading = new NameReading(names, scope, reader.tokens(), null, Term.ACCOUNT, false);
        this.reader = reader;
    }

    /** Reads a number or a computation over bound names. */
    public Term number() {
        return new TermTyper(reading).number(new ExprReader(reader, false).sum());
    }

    /** Reads a bound name that stands for a field, such as {@code $t.cause}. */
    public Term.OfField field() {
        Expr expr = new ExprReader(reader, false).sum();
        if (expr instanceof Expr.Path path) {
            return reading.resolve(path);
        }
        throw reader.refuse(TypeMessage.NULL_NEEDS_FIELD, expr.first());
    }

    /** Reads a condition on figures, such as {@code $n >= 2}; {@code results} are those of its own accumulate. */
    public List<Constraint> figures(Set<Integer> results) {
        Expr expr = new ExprReader(reader, false).read();
        List<Constraint> figures = new ArrayList<>();
        boolean joined = expr instanceof Expr.Junction junction && junction.all();
        List<Expr> parts = joined ? ((Expr.Junction) expr).parts() : List.of(expr);
        parts.forEach(part -> figures.add(figure(part, results)));
        return figures;
    }

    private Constraint figure(Expr expr, Set<Integer> results) {
        if (!(expr instanceof Expr.Compare compare)) {
            throw reader.refuse(NameMessage.RESULT_CONDITION, expr.first());
        }
        boolean turned = compare.left() instanceof Expr.Num;
        Expr figure = turned ? compare.right() : compare.left();
        Expr number = turned ? compare.left() : compare.right();
        if (!(figure instanceof Expr.Path path)
                || path.parts().size() != 1
                || !path.text().startsWith("$")
                || !(number instanceof Expr.Num num)) {
            throw reader.refuse(NameMessage.RESULT_CONDITION, expr.first());
        }
        if (!(reading.lookUp(path.first()) instanceof Scope.Result result)) {
            throw reader.refuse(NameMessage.RESULT_CONDITION, expr.first());
        }
        if (!results.contains(result.number())) {
            throw reader.refuse(NameMessage.RESULT_USED_LATER, path.first(), path.text());
        }
        Tokens tokens = reading.tokens();
        Term left = new Term.OfResult(result.number(), tokens.origin(path.first(), path.last()));
        Term right = new Term.Literal(num.value(), ValueType.NUMBER, tokens.origin(num.first(), num.last()));
        Comparison comparison = turned ? turn(compare.comparison()) : compare.comparison();
        return new Constraint.Compare(comparison, left, right, tokens.origin(compare.first(), compare.last()));
    }

    private static Comparison turn(Comparison comparison) {
        return switch (comparison) {
            case EQ -> Comparison.EQ;
            case NE -> Comparison.NE;
            case LT -> Comparison.GT;
            case LE -> Comparison.GE;
            case GT -> Comparison.LT;
            case GE -> Comparison.LE;
        };
    }
}
