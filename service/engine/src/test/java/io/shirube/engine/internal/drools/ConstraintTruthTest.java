package io.shirube.engine.internal.drools;

import static io.shirube.engine.internal.drools.Sketch.ORIGIN;
import static io.shirube.engine.internal.drools.Sketch.account;
import static io.shirube.engine.internal.drools.Sketch.allOf;
import static io.shirube.engine.internal.drools.Sketch.anyOf;
import static io.shirube.engine.internal.drools.Sketch.calculate;
import static io.shirube.engine.internal.drools.Sketch.compare;
import static io.shirube.engine.internal.drools.Sketch.exists;
import static io.shirube.engine.internal.drools.Sketch.not;
import static io.shirube.engine.internal.drools.Sketch.notExists;
import static io.shirube.engine.internal.drools.Sketch.number;
import static io.shirube.engine.internal.drools.Sketch.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Constraint.Comparison;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.Term.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of constraint, on the account and on an item, against truth tables written by hand: T true, F false, U unknown.
 * Each constraint is printed in all four readings.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConstraintTruthTest {

    private static final int RULES = 8;

    /** One constraint with the facts it is asked about and the verdicts expected. */
    record Truth(
            String name,
            Function<Function<String, Term.OfField>, Constraint> constraint,
            Map<String, String> verdicts) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final List<Truth> truths = truths();
    private LoweredRules rules;

    @BeforeAll
    void compileAllAtOnce() throws LoweringException {
        List<Condition> conditions = new ArrayList<>();
        for (Truth truth : truths) {
            Constraint ofAccount = truth.constraint.apply(Sketch::slot);
            Constraint ofItem = truth.constraint.apply(name -> Sketch.slot(0, name));
            conditions.add(account(ofAccount));
            conditions.add(account(not(ofAccount)));
            conditions.add(notExists(account(ofAccount)));
            conditions.add(notExists(account(not(ofAccount))));
            conditions.add(ticket(0, ofItem));
            conditions.add(exists(ticket(0, not(ofItem))));
            conditions.add(notExists(ticket(0, ofItem)));
            conditions.add(notExists(ticket(0, not(ofItem))));
        }
        rules = LoweredRules.compile(Sketch.model(conditions.toArray(Condition[]::new)));
    }

    @AfterAll
    void close() {
        rules.close();
    }

    @ParameterizedTest
    @MethodSource("truths")
    void hasTheTruthTableWrittenByHand(Truth truth) {
        int first = RULES * names().indexOf(truth.name);
        truth.verdicts.forEach((facts, verdict) -> {
            List<Integer> expected = new ArrayList<>();
            switch (verdict) {
                case "T" -> expected.addAll(List.of(0, 3, 4, 7));
                case "F" -> expected.addAll(List.of(1, 2, 5, 6));
                default -> assertThat(verdict).isEqualTo("U");
            }
            List<Integer> fired = rules.fire(Phase.ACTIONS, Sketch.facts(facts, facts)).stream()
                    .map(Firing::unit)
                    .filter(unit -> unit >= first && unit < first + RULES)
                    .map(unit -> unit - first)
                    .toList();
            assertThat(fired).as(truth.name + " on " + facts).isEqualTo(expected);
        });
    }

    private List<String> names() {
        return truths.stream().map(Truth::name).toList();
    }

    private static Map<String, String> table(String... pairs) {
        Map<String, String> table = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            table.put(pairs[i], pairs[i + 1]);
        }
        return table;
    }

    static List<Truth> truths() {
        List<Truth> all = new ArrayList<>();
        addComparisons(all);
        addLiterals(all);
        addArithmetic(all);
        addSets(all);
        addLogic(all);
        return all;
    }

    private static void addComparisons(List<Truth> all) {
        all.add(new Truth(
                "x < 5",
                f -> compare(f.apply("x"), Comparison.LT, 5),
                table("x=4.9", "T", "x=5", "F", "x=6", "F", "x=-", "F", "x=?", "U")));
        all.add(new Truth(
                "x <= 5",
                f -> compare(f.apply("x"), Comparison.LE, 5),
                table("x=5", "T", "x=5.1", "F", "x=-", "F", "x=?", "U")));
        all.add(new Truth(
                "x > 5",
                f -> compare(f.apply("x"), Comparison.GT, 5),
                table("x=5.1", "T", "x=5", "F", "x=-", "F", "x=?", "U")));
        all.add(new Truth(
                "x >= 5",
                f -> compare(f.apply("x"), Comparison.GE, 5),
                table("x=5", "T", "x=4.9", "F", "x=-", "F", "x=?", "U")));
        all.add(new Truth(
                "x == 5",
                f -> compare(f.apply("x"), Comparison.EQ, 5),
                table("x=5", "T", "x=4", "F", "x=-", "F", "x=?", "U")));
        all.add(new Truth(
                "x != 5",
                f -> compare(f.apply("x"), Comparison.NE, 5),
                table("x=5", "F", "x=4", "T", "x=-", "T", "x=?", "U")));
        all.add(new Truth(
                "5 < x",
                f -> compare(number(5), Comparison.LT, f.apply("x")),
                table("x=6", "T", "x=5", "F", "x=-", "F", "x=?", "U")));
        for (Comparison comparison : Comparison.values()) {
            boolean equal = List.of(Comparison.EQ, Comparison.LE, Comparison.GE).contains(comparison);
            boolean less = List.of(Comparison.NE, Comparison.LE, Comparison.LT).contains(comparison);
            String absent = comparison == Comparison.NE ? "T" : "F";
            all.add(new Truth(
                    "x " + comparison.symbol() + " y",
                    f -> compare(f.apply("x"), comparison, f.apply("y")),
                    table(
                            "x=1 y=1",
                            equal ? "T" : "F",
                            "x=1 y=2",
                            less ? "T" : "F",
                            "x=-0.0 y=0.0",
                            equal ? "T" : "F",
                            "x=- y=2",
                            absent,
                            "x=2 y=-",
                            absent,
                            "x=- y=-",
                            absent,
                            "x=? y=2",
                            "U",
                            "x=- y=?",
                            "U",
                            "x=? y=-",
                            "U",
                            "x=? y=?",
                            "U")));
        }
        all.add(new Truth(
                "t == abc",
                f -> compare(f.apply("t"), Comparison.EQ, 0),
                table("t=abc", "T", "t=xyz", "F", "t=-", "F", "t=?", "U")));
        all.add(new Truth("1 < 2", f -> compare(number(1), Comparison.LT, number(2)), table("x=?", "T")));
        all.add(new Truth("2 < 1", f -> compare(number(2), Comparison.LT, number(1)), table("x=?", "F")));
    }

    private static void addLiterals(List<Truth> all) {
        for (double literal : new double[] {
            -3, 1e300, -1e300, 0.1, 1.0 / 3, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, 9007199254740991.0
        }) {
            double above = Math.nextUp(literal);
            double below = Math.nextDown(literal);
            all.add(new Truth(
                    "x == " + literal,
                    f -> compare(f.apply("x"), Comparison.EQ, literal),
                    table("x=" + literal, "T", "x=" + below, "F", "x=" + (Double.isFinite(above) ? above : 0), "F")));
            all.add(new Truth(
                    "x + 0 >= " + literal,
                    f -> compare(calculate(f.apply("x"), Operator.ADD, number(0)), Comparison.GE, literal),
                    table("x=" + literal, "T", "x=" + below, "F")));
        }
    }

    private static void addArithmetic(List<Truth> all) {
        all.add(arithmetic("x + y == 5", Operator.ADD, 5, "x=2 y=3", "x=2 y=2"));
        all.add(arithmetic("x - y == 5", Operator.SUBTRACT, 5, "x=8 y=3", "x=3 y=8"));
        all.add(arithmetic("x * y == 6", Operator.MULTIPLY, 6, "x=2 y=3", "x=2 y=2"));
        all.add(arithmetic("min(x, y) == 2", Operator.MIN, 2, "x=2 y=3", "x=3 y=3"));
        all.add(arithmetic("max(x, y) == 3", Operator.MAX, 3, "x=2 y=3", "x=2 y=2"));
        all.add(new Truth(
                "x / y == 2",
                f -> compare(calculate(f.apply("x"), Operator.DIVIDE, f.apply("y")), Comparison.EQ, 2),
                table(
                        "x=6 y=3",
                        "T",
                        "x=6 y=2",
                        "F",
                        "x=6 y=0",
                        "U",
                        "x=0 y=0",
                        "U",
                        "x=6 y=-0.0",
                        "U",
                        "x=- y=0",
                        "U",
                        "x=? y=0",
                        "U",
                        "x=- y=3",
                        "F",
                        "x=6 y=-",
                        "F",
                        "x=6 y=?",
                        "U",
                        "x=1e300 y=1e-300",
                        "U")));
        all.add(new Truth(
                "x * y != 1",
                f -> compare(calculate(f.apply("x"), Operator.MULTIPLY, f.apply("y")), Comparison.NE, 1),
                table(
                        "x=1 y=1",
                        "F",
                        "x=- y=1",
                        "T",
                        "x=? y=-",
                        "U",
                        "x=1e300 y=1e300",
                        "U",
                        "x=-1e300 y=1e300",
                        "U")));
        all.add(new Truth(
                "(x + y) / (x - z) < 2 * y",
                f -> compare(
                        calculate(
                                calculate(f.apply("x"), Operator.ADD, f.apply("y")),
                                Operator.DIVIDE,
                                calculate(f.apply("x"), Operator.SUBTRACT, f.apply("z"))),
                        Comparison.LT,
                        calculate(number(2), Operator.MULTIPLY, f.apply("y"))),
                table(
                        "x=4 y=2 z=2",
                        "T",
                        "x=4 y=0 z=2",
                        "F",
                        "x=4 y=2 z=4",
                        "U",
                        "x=4 y=2 z=-",
                        "F",
                        "x=4 y=2 z=?",
                        "U")));
    }

    private static Truth arithmetic(String name, Operator operator, double result, String yes, String no) {
        return new Truth(
                name,
                f -> compare(calculate(f.apply("x"), operator, f.apply("y")), Comparison.EQ, result),
                table(
                        yes, "T", no, "F", "x=- y=3", "F", "x=3 y=-", "F", "x=? y=3", "U", "x=- y=?", "U", "x=? y=-",
                        "U"));
    }

    private static void addSets(List<Truth> all) {
        all.add(new Truth(
                "x in (1, 2.5, -0.0)",
                f -> new Constraint.OneOf(f.apply("x"), List.of(1.0, 2.5, -0.0), ORIGIN),
                table("x=1", "T", "x=2.5", "T", "x=0.0", "T", "x=2", "F", "x=-", "F", "x=?", "U")));
        all.add(new Truth(
                "x in ()",
                f -> new Constraint.OneOf(f.apply("x"), List.of(), ORIGIN),
                table("x=1", "F", "x=-", "F", "x=?", "U")));
        all.add(new Truth(
                "x + y in (3, 4)",
                f -> new Constraint.OneOf(
                        calculate(f.apply("x"), Operator.ADD, f.apply("y")), List.of(3.0, 4.0), ORIGIN),
                table("x=1 y=2", "T", "x=1 y=3", "T", "x=1 y=1", "F", "x=1 y=-", "F", "x=? y=-", "U")));
        all.add(new Truth(
                "x + y in ()",
                f -> new Constraint.OneOf(calculate(f.apply("x"), Operator.ADD, f.apply("y")), List.of(), ORIGIN),
                table("x=1 y=2", "F", "x=1 y=-", "F", "x=? y=-", "U")));
        all.add(new Truth(
                "t matches a.*c",
                f -> new Constraint.Matches(f.apply("t"), "a.*c", ORIGIN),
                table("t=abc", "T", "t=xyz", "F", "t=ab\nc", "F", "t=-", "F", "t=?", "U")));
        all.add(new Truth(
                "t matches b",
                f -> new Constraint.Matches(f.apply("t"), "b", ORIGIN),
                table("t=abc", "F", "t=?", "U")));
        all.add(new Truth(
                "t matches a Japanese alternative",
                f -> new Constraint.Matches(f.apply("t"), "障.|\"'\\\\", ORIGIN),
                table("t=障害", "T", "t=abc", "F", "t=?", "U")));
        all.add(new Truth(
                "s contains SSO",
                f -> new Constraint.Contains(f.apply("s"), 4, ORIGIN),
                table("s=abc,SSO", "T", "s=SSO", "T", "s=abc", "F", "s=none", "F", "s=-", "F", "s=?", "U")));
        for (String name : List.of("x", "t", "s")) {
            String known = name.equals("x") ? "x=0" : name.equals("t") ? "t=abc" : "s=none";
            all.add(new Truth(
                    name + " == null",
                    f -> new Constraint.IsNull(f.apply(name), ORIGIN),
                    table(known, "F", name + "=-", "T", name + "=?", "T")));
        }
    }

    private static void addLogic(List<Truth> all) {
        all.add(new Truth("true", f -> allOf(), table("x=?", "T")));
        all.add(new Truth("false", f -> anyOf(), table("x=?", "F")));
        all.add(new Truth(
                "x > 1 && y > 1",
                f -> allOf(compare(f.apply("x"), Comparison.GT, 1), compare(f.apply("y"), Comparison.GT, 1)),
                table("x=2 y=2", "T", "x=2 y=1", "F", "x=2 y=?", "U", "x=1 y=?", "F", "x=? y=-", "F", "x=? y=?", "U")));
        all.add(new Truth(
                "x > 1 || y > 1",
                f -> anyOf(compare(f.apply("x"), Comparison.GT, 1), compare(f.apply("y"), Comparison.GT, 1)),
                table("x=2 y=?", "T", "x=1 y=1", "F", "x=1 y=?", "U", "x=? y=2", "T", "x=- y=-", "F", "x=? y=?", "U")));
        all.add(new Truth(
                "!(x > 1 && !(y != 3 || t == null))",
                f -> not(allOf(
                        compare(f.apply("x"), Comparison.GT, 1),
                        not(anyOf(
                                compare(f.apply("y"), Comparison.NE, 3),
                                new Constraint.IsNull(f.apply("t"), ORIGIN))))),
                table(
                        "x=2 y=3 t=abc",
                        "F",
                        "x=2 y=3 t=?",
                        "T",
                        "x=2 y=? t=abc",
                        "U",
                        "x=? y=3 t=abc",
                        "U",
                        "x=1 y=? t=abc",
                        "T",
                        "x=2 y=- t=abc",
                        "T",
                        "x=- y=3 t=abc",
                        "T")));
        all.add(new Truth(
                "x > 1 && false",
                f -> allOf(compare(f.apply("x"), Comparison.GT, 1), anyOf()),
                table("x=?", "F", "x=2", "F")));
        all.add(new Truth(
                "x > 1 || true",
                f -> anyOf(compare(f.apply("x"), Comparison.GT, 1), allOf()),
                table("x=?", "T", "x=0", "T")));
    }
}
