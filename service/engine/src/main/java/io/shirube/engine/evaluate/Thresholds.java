package io.shirube.engine.evaluate;

import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The constants at which a comparison of the model with a field changes its verdict. Where the field stands in arithmetic
 * with literals, the constant is solved for the field. Immutable once built.
 */
final class Thresholds {

    private final Map<Field, NavigableSet<Double>> constants = new HashMap<>();

    Thresholds(RuleModel model) {
        for (RuleUnit unit : model.units()) {
            if (unit instanceof Rule rule) {
                ModelWalk.tests(rule.condition(), this::visit);
                ModelWalk.conditions(rule.condition(), this::visit);
            } else {
                visit((Table) unit);
            }
        }
    }

    NavigableSet<Double> of(Field field) {
        return new TreeSet<>(constants.getOrDefault(field, new TreeSet<>()));
    }

    private void visit(Constraint test) {
        if (test instanceof Constraint.Compare compare) {
            if (compare.right() instanceof Term.Literal literal) {
                solve(compare.left(), literal.value());
            } else if (compare.left() instanceof Term.Literal literal) {
                solve(compare.right(), literal.value());
            }
        } else if (test instanceof Constraint.OneOf oneOf) {
            oneOf.values().forEach(value -> solve(oneOf.term(), value));
        } else if (test instanceof Constraint.Contains contains) {
            solve(contains.term(), contains.text());
        }
    }

    /** A constant that a figure over values is compared with is one of the values, too. */
    private void visit(Condition condition) {
        if (condition instanceof Condition.Accumulate accumulate) {
            for (Constraint constraint : accumulate.constraints()) {
                if (constraint instanceof Constraint.Compare compare) {
                    visit(accumulate.functions(), compare.left(), compare.right());
                    visit(accumulate.functions(), compare.right(), compare.left());
                }
            }
        }
    }

    private void visit(List<Condition.Function> functions, Term result, Term constant) {
        if (result instanceof Term.OfResult ofResult && constant instanceof Term.Literal literal) {
            for (Condition.Function function : functions) {
                Term of = function.of();
                if (function.result() == ofResult.result() && of != null) {
                    solve(of, literal.value());
                }
            }
        }
    }

    private void visit(Table table) {
        for (Table.Row row : table.rows()) {
            for (int i = 0; i < row.cells().size(); i++) {
                Field field = table.columns().get(i).field();
                for (Table.Part part : row.cells().get(i).parts()) {
                    if (part instanceof Table.Range range) {
                        add(field, range.low());
                        add(field, range.high());
                    } else if (part instanceof Table.Value value) {
                        add(field, value.value());
                    }
                }
            }
        }
    }

    private void solve(Term term, double constant) {
        if (term instanceof Term.OfField field) {
            add(field.field(), constant);
        } else if (term instanceof Term.Arithmetic sum) {
            Double right = literal(sum.right());
            Double left = literal(sum.left());
            if (right != null) {
                solve(sum.left(), leftOperand(sum.operator(), right, constant));
            } else if (left != null) {
                solve(sum.right(), rightOperand(sum.operator(), left, constant));
            }
        }
    }

    private static double leftOperand(Term.Operator operator, double right, double result) {
        return switch (operator) {
            case ADD -> result - right;
            case SUBTRACT -> result + right;
            case MULTIPLY -> result / right;
            case DIVIDE -> result * right;
            case MIN, MAX -> result;
        };
    }

    private static double rightOperand(Term.Operator operator, double left, double result) {
        return switch (operator) {
            case ADD -> result - left;
            case SUBTRACT -> left - result;
            case MULTIPLY -> result / left;
            case DIVIDE -> left / result;
            case MIN, MAX -> result;
        };
    }

    private static @Nullable Double literal(Term term) {
        return term instanceof Term.Literal literal ? literal.value() : null;
    }

    private void add(Field field, double constant) {
        if (Double.isFinite(constant)) {
            constants.computeIfAbsent(field, unused -> new TreeSet<>()).add(constant + 0.0);
        }
    }
}
