package io.shirube.engine.referee;

import io.shirube.engine.model.FactType;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The constants a ruleset compares each field with, and the values just around them. Immutable once built. */
final class ValueGrid {

    private static final NavigableSet<Double> PLAIN =
            Collections.unmodifiableNavigableSet(new TreeSet<>(List.of(0.0, 1.0)));

    /** Of every field of the vocabulary; by identity, because hashing a field takes longer than reading its values. */
    private final IdentityHashMap<Field, double[]> values = new IdentityHashMap<>();

    private final Map<Field, NavigableSet<Double>> constants = new HashMap<>();

    ValueGrid(RuleModel model) {
        for (RuleUnit unit : model.units()) {
            if (unit instanceof Rule rule) {
                visit(rule.condition());
            } else if (unit instanceof Table table) {
                visit(table);
            }
        }
        model.vocabulary().accountFields().forEach(this::keep);
        for (FactType type : FactType.values()) {
            if (!type.isSingleton()) {
                model.vocabulary().fields(type).forEach(this::keep);
            }
        }
    }

    private void keep(Field field) {
        values.put(field, compute(field));
    }

    private double[] compute(Field field) {
        return around(field, constants.getOrDefault(field, PLAIN));
    }

    /** Returns the values worth trying for a number-like field, ascending; a few plain ones when no rule compares it. */
    double[] around(Field field) {
        double[] known = values.get(field);
        return known != null ? known : compute(field);
    }

    private static double[] around(Field field, NavigableSet<Double> constants) {
        if (field.type() == ValueType.BOOLEAN) {
            return new double[] {0, 1};
        }
        EnumType names = field.enumType();
        if (names != null) {
            return IntStream.range(0, names.values().size()).asDoubleStream().toArray();
        }
        NavigableSet<Double> all = new TreeSet<>();
        double last = Double.NaN;
        double step = field.type() == ValueType.NUMBER ? field.step() : 1;
        for (double constant : constants) {
            double hair = step > 0 ? step : Math.max(Math.ulp(constant), Double.MIN_NORMAL);
            all.add(constant);
            all.add(constant - hair);
            all.add(constant + hair);
            if (!Double.isNaN(last) && step == 0) {
                all.add((last + constant) / 2);
            }
            last = constant;
        }
        all.add(constants.first() - 1);
        all.add(constants.last() + 1);
        Stream.of(field.min(), field.max()).filter(Objects::nonNull).forEach(all::add);
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void add(Field field, double constant) {
        if (Double.isFinite(constant) && field.type() != ValueType.TEXT_SET) {
            constants.computeIfAbsent(field, unused -> new TreeSet<>()).add(constant);
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

    private void visit(Condition condition) {
        if (condition instanceof Condition.OnAccount on) {
            visit(on.constraint());
        } else if (condition instanceof Condition.Match match) {
            visit(match.constraint());
        } else if (condition instanceof Condition.Both both) {
            both.parts().forEach(this::visit);
        } else if (condition instanceof Condition.Either either) {
            either.branches().forEach(this::visit);
        } else if (condition instanceof Condition.Exists exists) {
            visit(exists.inner());
        } else if (condition instanceof Condition.NotExists not) {
            visit(not.inner());
        } else if (condition instanceof Condition.Accumulate accumulate) {
            visit(accumulate.source());
            for (Condition.Function function : accumulate.functions()) {
                accumulate.constraints().forEach(constraint -> visitResult(function, constraint));
            }
        }
    }

    private void visitResult(Condition.Function function, Constraint constraint) {
        if (constraint instanceof Constraint.Compare compare
                && compare.left() instanceof Term.OfResult result
                && result.result() == function.result()
                && compare.right() instanceof Term.Literal literal
                && function.of() instanceof Term.OfField of) {
            add(of.field(), literal.value());
        }
    }

    private void visit(Constraint constraint) {
        if (constraint instanceof Constraint.Compare compare) {
            visitPair(compare.left(), compare.right());
            visitPair(compare.right(), compare.left());
        } else if (constraint instanceof Constraint.OneOf oneOf && oneOf.term() instanceof Term.OfField of) {
            oneOf.values().forEach(value -> add(of.field(), value));
        } else if (constraint instanceof Constraint.AllOf all) {
            all.parts().forEach(this::visit);
        } else if (constraint instanceof Constraint.AnyOf any) {
            any.parts().forEach(this::visit);
        } else if (constraint instanceof Constraint.Not not) {
            visit(not.negated());
        }
    }

    private void visitPair(Term term, Term other) {
        if (term instanceof Term.OfField of && other instanceof Term.Literal literal) {
            add(of.field(), literal.value());
        } else if (term instanceof Term.Arithmetic arithmetic && other instanceof Term.Literal literal) {
            visitPair(arithmetic.left(), literal);
            visitPair(arithmetic.right(), literal);
        }
    }
}
