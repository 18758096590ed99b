package io.shirube.engine.testing;

import io.shirube.engine.model.FactType;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Constraint.Comparison;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import io.shirube.engine.rules.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Draws left sides and cells: every node kind, nested, with joins, unknown tests and arithmetic. */
final class RandomConditions {

    private static final double[] CONSTANTS = {-2, -1, 0, 1, 2, 3, 0.5};
    private static final List<FactType> COLLECTIONS = List.of(FactType.TICKET, FactType.CONTACT);
    private static final List<String> PATTERNS = List.of("plain", ".*System.*", "[a-z]+-\\d", "e.d|plain", "");

    private final SplittableRandom random;
    private final Vocabulary vocabulary;
    private final int texts;
    private int variables;
    private int results;
    private boolean quantified;

    /** Variables that the part being drawn may read, with their types. */
    private List<Condition.Match> visible = new ArrayList<>();

    RandomConditions(SplittableRandom random, Vocabulary vocabulary, int texts) {
        this.random = random;
        this.vocabulary = vocabulary;
        this.texts = texts;
    }

    void startRule() {
        variables = 0;
        results = 0;
        visible = new ArrayList<>();
    }

    int variables() {
        return variables;
    }

    int results() {
        return results;
    }

    List<Field> accountFields() {
        return vocabulary.accountFields();
    }

    Condition leftSide() {
        List<Condition> parts = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            parts.add(part(2));
        }
        return new Condition.Both(parts, RandomModels.origin());
    }

    private Condition part(int depth) {
        int draw = random.nextInt(depth > 0 ? 14 : 6);
        if (draw < 4) {
            return new Condition.OnAccount(constraint(2, List.of()), RandomModels.origin());
        } else if (draw < 6) {
            return variables < 3 || quantified ? match() : accumulate();
        } else if (draw < 8) {
            return quantified(depth, true);
        } else if (draw < 10) {
            return quantified(depth, false);
        } else if (draw < 12 && !quantified) {
            return accumulate();
        }
        return either(depth);
    }

    private Condition match() {
        Condition.Match match = draw(COLLECTIONS.get(random.nextInt(2)), variables++);
        visible.add(match);
        return match;
    }

    private Condition.Match draw(FactType type, int variable) {
        Condition.Match self = new Condition.Match(
                variable, type, new Constraint.AllOf(List.of(), RandomModels.origin()), RandomModels.origin());
        return new Condition.Match(variable, type, constraint(2, List.of(self)), RandomModels.origin());
    }

    private Condition quantified(int depth, boolean exists) {
        List<Condition.Match> outside = new ArrayList<>(visible);
        boolean before = quantified;
        quantified = true;
        List<Condition> inner = new ArrayList<>();
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            inner.add(random.nextInt(4) == 0 && depth > 1 ? part(depth - 1) : match());
        }
        visible = outside;
        quantified = before;
        Condition body = inner.size() == 1 ? inner.get(0) : new Condition.Both(inner, RandomModels.origin());
        return exists
                ? new Condition.Exists(body, RandomModels.origin())
                : new Condition.NotExists(body, RandomModels.origin());
    }

    private Condition either(int depth) {
        List<Condition> branches = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            List<Condition.Match> outside = new ArrayList<>(visible);
            branches.add(part(depth - 1));
            visible = outside;
        }
        return new Condition.Either(branches, RandomModels.origin());
    }

    private Condition accumulate() {
        Condition.Match source = draw(COLLECTIONS.get(random.nextInt(2)), variables++);
        List<Condition.Function> functions = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            Condition.Kind kind = pick(Condition.Kind.values());
            int result = results++;
            functions.add(new Condition.Function(
                    result, kind, kind == Condition.Kind.COUNT ? null : value(source), RandomModels.origin()));
            Comparison comparison = pick(Comparison.values());
            constraints.add(new Constraint.Compare(
                    comparison,
                    new Term.OfResult(result, RandomModels.origin()),
                    literal(CONSTANTS[random.nextInt(CONSTANTS.length)], ValueType.NUMBER),
                    RandomModels.origin()));
        }
        return new Condition.Accumulate(source, functions, constraints, RandomModels.origin());
    }

    private Term value(Condition.Match source) {
        Term number = of(source, ValueType.NUMBER);
        return random.nextInt(4) == 0 ? arithmetic(number, List.of(source)) : number;
    }

    private Constraint constraint(int depth, List<Condition.Match> self) {
        int draw = random.nextInt(depth > 0 ? 16 : 9);
        if (draw < 5) {
            return compareNumbers(self);
        } else if (draw < 9) {
            return special(self);
        } else if (draw < 11) {
            return new Constraint.Not(constraint(depth - 1, self), RandomModels.origin());
        }
        List<Constraint> parts = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            parts.add(constraint(depth - 1, self));
        }
        return draw < 14
                ? new Constraint.AllOf(parts, RandomModels.origin())
                : new Constraint.AnyOf(parts, RandomModels.origin());
    }

    private Constraint compareNumbers(List<Condition.Match> self) {
        Term left = field(self, random.nextInt(5) == 0 ? ValueType.DATE : ValueType.NUMBER);
        ValueType type = ((Term.OfField) left).field().type();
        if (type == ValueType.NUMBER && random.nextInt(4) == 0) {
            left = arithmetic(left, self);
        }
        Term right = type == ValueType.DATE || random.nextInt(4) == 0
                ? field(self, type)
                : literal(CONSTANTS[random.nextInt(CONSTANTS.length)], ValueType.NUMBER);
        return new Constraint.Compare(pick(Comparison.values()), left, right, RandomModels.origin());
    }

    private Constraint special(List<Condition.Match> self) {
        return switch (random.nextInt(8)) {
            case 0 -> equality(field(self, ValueType.BOOLEAN), literal(random.nextInt(2), ValueType.BOOLEAN));
            case 1 -> equality(field(self, ValueType.ENUM), literal(random.nextInt(3), ValueType.ENUM));
            case 2 -> equality(field(self, ValueType.TEXT), literal(random.nextInt(texts), ValueType.TEXT));
            case 3 -> equality(field(self, ValueType.TEXT), field(self, ValueType.TEXT));
            case 4 ->
                new Constraint.OneOf(
                        field(self, ValueType.ENUM),
                        List.of((double) random.nextInt(3), (double) random.nextInt(3)),
                        RandomModels.origin());
            case 5 ->
                new Constraint.Matches(
                        field(self, ValueType.TEXT),
                        PATTERNS.get(random.nextInt(PATTERNS.size())),
                        RandomModels.origin());
            case 6 ->
                new Constraint.Contains(of(null, ValueType.TEXT_SET), random.nextInt(texts), RandomModels.origin());
            default -> {
                ValueType[] single = {
                    ValueType.NUMBER, ValueType.BOOLEAN, ValueType.DATE, ValueType.TEXT, ValueType.ENUM
                };
                yield new Constraint.IsNull(field(self, pick(single)), RandomModels.origin());
            }
        };
    }

    <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private Constraint equality(Term left, Term right) {
        return new Constraint.Compare(
                random.nextBoolean() ? Comparison.EQ : Comparison.NE, left, right, RandomModels.origin());
    }

    private Term arithmetic(Term left, List<Condition.Match> self) {
        Term right = random.nextBoolean()
                ? literal(CONSTANTS[random.nextInt(CONSTANTS.length)], ValueType.NUMBER)
                : field(self, ValueType.NUMBER);
        Term.Operator operator = pick(Term.Operator.values());
        return new Term.Arithmetic(operator, left, right, RandomModels.origin());
    }

    private Term.OfField field(List<Condition.Match> self, ValueType type) {
        int draw = random.nextInt(10);
        if (!self.isEmpty() && draw < 6) {
            return of(self.get(0), type);
        }
        return !visible.isEmpty() && draw < 8 ? of(visible.get(random.nextInt(visible.size())), type) : of(null, type);
    }

    private Term.OfField of(Condition.@Nullable Match match, ValueType type) {
        List<Field> candidates = (match == null ? vocabulary.accountFields() : vocabulary.fields(match.type()))
                .stream().filter(field -> field.type() == type).toList();
        Field field = candidates.get(random.nextInt(candidates.size()));
        return new Term.OfField(match == null ? Term.ACCOUNT : match.variable(), field, RandomModels.origin());
    }

    private static Term.Literal literal(double value, ValueType type) {
        return new Term.Literal(value, type, RandomModels.origin());
    }

    Table.Cell cell(Field field) {
        List<Table.Part> parts = new ArrayList<>();
        int count = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            parts.add(tablePart(field));
        }
        return new Table.Cell(parts, !parts.isEmpty() && random.nextInt(6) == 0, RandomModels.origin());
    }

    private Table.Part tablePart(Field field) {
        int draw = random.nextInt(8);
        if (draw == 0) {
            return new Table.IsNull();
        } else if (draw == 1) {
            return new Table.IsKnown();
        } else if (field.type() == ValueType.NUMBER || field.type() == ValueType.DATE) {
            double low = random.nextInt(5) == 0 ? Double.NEGATIVE_INFINITY : random.nextInt(-2, 3);
            double high = random.nextInt(5) == 0 ? Double.POSITIVE_INFINITY : Math.max(low, -2) + random.nextInt(3);
            return new Table.Range(low, random.nextBoolean(), high, random.nextBoolean());
        }
        int bound = field.type() == ValueType.BOOLEAN ? 2 : field.type() == ValueType.ENUM ? 3 : texts;
        return new Table.Value(random.nextInt(bound));
    }
}
