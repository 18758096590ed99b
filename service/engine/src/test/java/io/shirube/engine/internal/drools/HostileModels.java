package io.shirube.engine.internal.drools;

import com.google.re2j.Pattern;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Position;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Constraint.Comparison;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Merge;
import io.shirube.engine.rules.Origin;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.ReasonTemplate;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import io.shirube.engine.rules.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random rule models in which every text an author can write is an attack. */
final class HostileModels {

    static final List<String> ATTACKS = List.of(
            "\";System.exit(1);//",
            "'; System.exit(1); //",
            "*/ } } class X { static { System.exit(1); } } /*",
            "end\nrule \"x\" when then System.exit(1); end",
            "eval(System.exit(1) == null)",
            "\\u0022;System.exit(1);//",
            "\u0000\u0001\u2028\r\n\t",
            "\"\"\"",
            "障害「至急」％〜",
            "${java.lang.Runtime.getRuntime()}",
            "@{System.exit(1)}",
            "@propertyReactive",
            "x == 1) || true || (x",
            "import java.lang.System;",
            "\\",
            "\\\"",
            "/* ",
            "# // --",
            "%s%n",
            "then",
            "",
            "𠮷野家🍜");

    private static final double[] NUMBERS = {
        0, -0.0, 1, -1, 0.1, 1e300, -1e300, Double.MIN_VALUE, Double.MAX_VALUE, 1.0 / 3, 20260101
    };

    private final Random random;
    private final List<FactType> collections =
            List.of(FactType.TICKET, FactType.CONTACT, FactType.ACTION, FactType.OUTCOME);

    HostileModels(long seed) {
        this.random = new Random(seed);
    }

    RuleModel next(int rules) {
        List<RuleUnit> units = new ArrayList<>();
        for (int i = 0; i < rules; i++) {
            units.add(random.nextInt(6) == 0 ? table(units.size()) : rule(units.size()));
        }
        List<Field> fields = new ArrayList<>();
        for (FactType type :
                List.of(FactType.ACCOUNT, FactType.TICKET, FactType.CONTACT, FactType.ACTION, FactType.OUTCOME)) {
            for (int slot = 0; slot < 6; slot++) {
                fields.add(field(type, slot, "f" + slot + attack()));
            }
        }
        return new RuleModel(
                attack(), new Vocabulary(fields, List.of(), List.of()), units, List.of(), Sketch.policies(), ATTACKS);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String attack() {
        return one(ATTACKS);
    }

    private Origin origin() {
        return new Origin(position(), attack());
    }

    private Position position() {
        return Position.inText(attack(), 1, 1);
    }

    private double number() {
        return random.nextBoolean() ? NUMBERS[random.nextInt(NUMBERS.length)] : random.nextGaussian() * 100;
    }

    private Field field(FactType owner, int slot, String name) {
        ValueType type = slot == 3
                ? ValueType.TEXT
                : slot == 4 ? ValueType.TEXT_SET : slot == 5 ? ValueType.ENUM : ValueType.NUMBER;
        EnumType names = type == ValueType.ENUM ? new EnumType(attack(), ATTACKS, Map.of(), Map.of()) : null;
        return new Field(
                owner, name, slot, type, names, attack(), null, null, 0, attack(), attack(), null, false, Merge.SINGLE);
    }

    private Rule rule(int number) {
        ReasonTemplate reason = new ReasonTemplate(attack(), List.of(new ReasonTemplate.Words(attack())), position());
        Consequence.Assign assign =
                new Consequence.Assign(field(FactType.ACCOUNT, 0, attack()), term(List.of(), 1), origin());
        List<Condition> parts = new ArrayList<>();
        List<Integer> bound = new ArrayList<>();
        int variable = 0;
        for (int i = random.nextInt(4); i >= 0; i--) {
            Condition part = condition(variable, bound, 2);
            if (part instanceof Condition.Match match) {
                bound.add(match.variable());
            }
            parts.add(part);
            variable += 10;
        }
        return new Rule(
                number,
                attack(),
                Phase.ACTIONS,
                position(),
                null,
                null,
                new Condition.Both(parts, origin()),
                40,
                1,
                List.of(assign),
                reason,
                reason,
                Map.of(attack(), attack()));
    }

    private Condition condition(int variable, List<Integer> bound, int depth) {
        List<Integer> inner = new ArrayList<>(bound);
        inner.add(variable);
        return switch (random.nextInt(depth > 0 ? 7 : 2)) {
            case 0 -> new Condition.OnAccount(constraint(bound, 2), origin());
            case 1, 2 -> match(variable, inner);
            case 3 ->
                new Condition.Either(
                        List.of(condition(variable, bound, 0), condition(variable + 1, bound, depth - 1)), origin());
            case 4 -> new Condition.Exists(pair(variable, inner), origin());
            case 5 -> new Condition.NotExists(pair(variable, inner), origin());
            default -> accumulate(variable, inner);
        };
    }

    private Condition pair(int variable, List<Integer> inner) {
        return new Condition.Both(List.of(match(variable, inner), condition(variable + 1, inner, 0)), origin());
    }

    private Condition.Match match(int variable, List<Integer> inner) {
        return new Condition.Match(variable, one(collections), constraint(inner, 2), origin());
    }

    private Condition accumulate(int variable, List<Integer> inner) {
        Term.OfResult result = new Term.OfResult(0, origin());
        Constraint constraint = new Constraint.Compare(
                one(List.of(Comparison.values())),
                result,
                new Term.Literal(number(), ValueType.NUMBER, origin()),
                origin());
        Condition.Function function = new Condition.Function(
                0,
                one(List.of(Condition.Kind.SUM, Condition.Kind.MIN, Condition.Kind.MAX, Condition.Kind.AVERAGE)),
                term(inner, 2),
                origin());
        return new Condition.Accumulate(match(variable, inner), List.of(function), List.of(constraint), origin());
    }

    private Constraint constraint(List<Integer> bound, int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> new Constraint.OneOf(term(bound, 1), List.of(number(), number()), origin());
            case 1 -> new Constraint.Matches(read(bound, 3), Pattern.quote(attack()) + "|.*", origin());
            case 2 -> new Constraint.Contains(read(bound, 4), random.nextInt(ATTACKS.size()), origin());
            case 3 -> new Constraint.IsNull(read(bound, random.nextInt(6)), origin());
            case 4 ->
                new Constraint.Compare(one(List.of(Comparison.values())), term(bound, 2), term(bound, 2), origin());
            case 5 -> new Constraint.Not(constraint(bound, depth - 1), origin());
            case 6 -> new Constraint.AllOf(two(bound, depth - 1), origin());
            default -> new Constraint.AnyOf(two(bound, depth - 1), origin());
        };
    }

    private List<Constraint> two(List<Integer> bound, int depth) {
        return List.of(constraint(bound, depth), constraint(bound, depth));
    }

    private Term.OfField read(List<Integer> bound, int slot) {
        int variable = bound.isEmpty() || random.nextBoolean() ? Term.ACCOUNT : one(bound);
        FactType owner = variable == Term.ACCOUNT ? FactType.ACCOUNT : FactType.TICKET;
        return new Term.OfField(variable, field(owner, slot, attack()), origin());
    }

    private Term term(List<Integer> bound, int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            return new Term.Arithmetic(
                    one(List.of(Term.Operator.values())), term(bound, depth - 1), term(bound, depth - 1), origin());
        }
        return random.nextBoolean()
                ? read(bound, random.nextInt(3))
                : new Term.Literal(number(), ValueType.NUMBER, origin());
    }

    private Table table(int number) {
        List<Table.Column> columns = List.of(
                new Table.Column(field(FactType.ACCOUNT, 0, attack()), position()),
                new Table.Column(field(FactType.ACCOUNT, 3, attack()), position()));
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            List<Table.Cell> cells = List.of(
                    new Table.Cell(
                            List.of(new Table.Range(number(), true, Double.POSITIVE_INFINITY, false)),
                            random.nextBoolean(),
                            origin()),
                    new Table.Cell(
                            List.of(new Table.Value(random.nextInt(20)), new Table.IsNull()),
                            random.nextBoolean(),
                            origin()));
            rows.add(new Table.Row(i, cells, List.of(), null, null, position()));
        }
        return new Table(
                number,
                attack(),
                Phase.ACTIONS,
                position(),
                null,
                null,
                one(List.of(Table.Hit.values())),
                columns,
                rows,
                Map.of(attack(), attack()));
    }
}
