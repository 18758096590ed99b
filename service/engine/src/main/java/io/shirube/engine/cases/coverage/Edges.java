package io.shirube.engine.cases.coverage;

import io.shirube.engine.explain.Explainer;
import io.shirube.engine.model.FactType;
import io.shirube.engine.rules.BuiltinFields;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Constraint.Comparison;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.FieldRegister;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import io.shirube.engine.rules.Vocabulary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the thresholds of tests and cells. A comparison of two fields has none; a test for one number is no threshold but a
 * name for a case.
 */
final class Edges {

    private static final int DECIMALS = 9;

    private final Set<String> neverNegative = new HashSet<>();

    Edges(Vocabulary vocabulary) {
        for (FactType type : FactType.values()) {
            for (Field field : vocabulary.fields(type)) {
                if (field.type() == ValueType.DATE && field.unit().equals(BuiltinFields.EVENT)) {
                    // because an event after asOf has not happened, no event is ahead and none less than 0 days ago
                    FieldRegister.dayNames(field.name())
                            .forEach(days -> neverNegative.add(type.ruleName() + "." + days));
                }
            }
        }
    }

    /**
     * A threshold in a rule.
     *
     * @param term what has to have the number: a field, or the result of an accumulate
     */
    record InRule(Edge edge, Term term) {}

    /** Returns the thresholds of a test of a rule. */
    List<InRule> of(@Nullable Constraint test, Rule rule) {
        if (test instanceof Constraint.Compare compare) {
            if (compare.right() instanceof Term.Literal literal) {
                return compared(compare.left(), compare.comparison(), literal, rule);
            }
            if (compare.left() instanceof Term.Literal literal) {
                return compared(compare.right(), mirrored(compare.comparison()), literal, rule);
            }
        }
        return List.of();
    }

    private List<InRule> compared(Term term, Comparison comparison, Term.Literal literal, Rule rule) {
        List<InRule> found = new ArrayList<>();
        if (comparison == Comparison.EQ || comparison == Comparison.NE) {
            return found;
        }
        DoublePredicate answer = number -> holds(comparison, number, literal.value());
        if (term instanceof Term.OfResult result) {
            add(found, ResultGrid.of(rule.condition(), result), literal.value(), answer, term);
        } else if (literal.type() == ValueType.NUMBER) {
            Linear line = Linear.of(term);
            Term.OfField field = line == null ? null : line.field();
            if (line != null
                    && field != null
                    && line.slope() != 0
                    && field.field().type() == ValueType.NUMBER) {
                double at = rounded((literal.value() - line.offset()) / line.slope());
                add(found, grid(field.field()), at, number -> answer.test(rounded(line.value(number))), field);
            }
        }
        return found;
    }

    private static void add(List<InRule> found, Edge.Grid grid, double at, DoublePredicate answer, Term term) {
        Edge edge = Edge.of(grid, at, answer);
        if (edge != null) {
            found.add(new InRule(edge, term));
        }
    }

    /** Returns the thresholds of a cell. */
    List<Edge> of(Table.Column column, Table.Cell cell) {
        Field field = column.field();
        if (field.type() != ValueType.NUMBER) {
            return List.of();
        }
        Set<Double> bounds = new TreeSet<>();
        for (Table.Part part : cell.parts()) {
            if (part instanceof Table.Range range) {
                bounds.add(range.low());
                bounds.add(range.high());
            }
        }
        bounds.removeIf(bound -> !Double.isFinite(bound));
        DoublePredicate answer = number -> cell.parts().stream().anyMatch(part -> holds(part, number));
        List<Edge> edges = new ArrayList<>();
        for (double bound : bounds) {
            Edge edge = Edge.of(grid(field), bound, answer);
            if (edge != null) {
                edges.add(edge);
            }
        }
        return edges;
    }

    private Edge.Grid grid(Field field) {
        return Edge.grid(field, Explainer.name(field), neverNegative.contains(field.qualifiedName()));
    }

    private static boolean holds(Table.Part part, double number) {
        if (part instanceof Table.Range range) {
            return (range.lowIncluded() ? number >= range.low() : number > range.low())
                    && (range.highIncluded() ? number <= range.high() : number < range.high());
        }
        return part instanceof Table.Value value && value.value() == number;
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

    private static Comparison mirrored(Comparison comparison) {
        return switch (comparison) {
            case EQ, NE -> comparison;
            case LT -> Comparison.GT;
            case LE -> Comparison.GE;
            case GT -> Comparison.LT;
            case GE -> Comparison.LE;
        };
    }

    private static double rounded(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number)
                        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                        .doubleValue()
                : number;
    }

    /** What numbers the result of an accumulate can have. */
    private static final class ResultGrid {
        static Edge.Grid of(Condition condition, Term.OfResult result) {
            for (Condition.Accumulate accumulate : Free.accumulatesIn(condition)) {
                for (Condition.Function function : accumulate.functions()) {
                    if (function.result() == result.result()) {
                        return of(function);
                    }
                }
            }
            throw new IllegalArgumentException("result: no accumulate has " + result.result());
        }

        private static Edge.Grid of(Condition.Function function) {
            String name = function.origin().text();
            if (function.kind() == Condition.Kind.COUNT) {
                return new Edge.Grid(name, 1, 0, Double.POSITIVE_INFINITY);
            }
            double step = function.of() instanceof Term.OfField field && function.kind() != Condition.Kind.AVERAGE
                    ? field.field().step()
                    : 0;
            return new Edge.Grid(name, step, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
    }
}
