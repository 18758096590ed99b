package io.shirube.engine.internal.drools;

import static io.shirube.engine.internal.drools.Sketch.ORIGIN;
import static io.shirube.engine.internal.drools.Sketch.account;
import static io.shirube.engine.internal.drools.Sketch.allOf;
import static io.shirube.engine.internal.drools.Sketch.both;
import static io.shirube.engine.internal.drools.Sketch.calculate;
import static io.shirube.engine.internal.drools.Sketch.compare;
import static io.shirube.engine.internal.drools.Sketch.contact;
import static io.shirube.engine.internal.drools.Sketch.either;
import static io.shirube.engine.internal.drools.Sketch.exists;
import static io.shirube.engine.internal.drools.Sketch.facts;
import static io.shirube.engine.internal.drools.Sketch.not;
import static io.shirube.engine.internal.drools.Sketch.notExists;
import static io.shirube.engine.internal.drools.Sketch.slot;
import static io.shirube.engine.internal.drools.Sketch.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.model.Facts;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Constraint.Comparison;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Matches, joins, or, exists, not and untold collections, against tuples written by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConditionTruthTest {

    private static final Constraint ANY = allOf();
    private static final int NONE = Firing.UNBOUND;

    /** A condition with facts and the tuples expected for each. */
    record Example(String name, Condition condition, int variables, Map<Facts, int[][]> expected) {
        Example(String name, Condition condition, int variables) {
            this(name, condition, variables, new LinkedHashMap<>());
        }

        Example gives(Facts facts, int[]... tuples) {
            expected.put(facts, tuples);
            return this;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private final List<Example> examples = examples();
    private LoweredRules rules;

    @BeforeAll
    void compileAllAtOnce() throws LoweringException {
        List<io.shirube.engine.rules.Rule> all = new ArrayList<>();
        for (Example example : examples) {
            all.add(Sketch.rule(all.size(), example.variables, example.condition));
        }
        rules = LoweredRules.compile(Sketch.model(all));
    }

    @AfterAll
    void close() {
        rules.close();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void firesForExactlyTheTuplesWrittenByHand(Example example) {
        int unit = examples.stream().map(Example::name).toList().indexOf(example.name);
        int number = 0;
        for (Map.Entry<Facts, int[][]> entry : example.expected.entrySet()) {
            List<String> fired = rules.fire(Phase.ACTIONS, entry.getKey()).stream()
                    .filter(firing -> firing.unit() == unit)
                    .map(firing -> Arrays.toString(firing.tuple()))
                    .toList();
            assertThat(fired)
                    .as(example.name + ", facts " + number++)
                    .isEqualTo(Arrays.stream(entry.getValue())
                            .map(Arrays::toString)
                            .toList());
        }
    }

    static List<Example> examples() {
        List<Example> all = new ArrayList<>();
        addMatches(all);
        addEithers(all);
        addQuantified(all);
        addUntold(all);
        addNested(all);
        return all;
    }

    private static int[] t(int... tuple) {
        return tuple;
    }

    private static Constraint x(int variable, Comparison comparison, double number) {
        return compare(slot(variable, "x"), comparison, number);
    }

    private static Constraint same(int variable, int other, String name) {
        return compare(slot(variable, name), Comparison.EQ, slot(other, name));
    }

    private static void addMatches(List<Example> all) {
        all.add(new Example("nothing asked", both(), 0).gives(facts(""), t()));
        all.add(new Example("one match", ticket(0, x(0, Comparison.GT, 1)), 1)
                .gives(facts("", "x=2", "x=1", "x=?", "x=-", "x=3"), t(0), t(4))
                .gives(facts(""))
                .gives(facts("", null, null)));
        all.add(new Example(
                        "a join of three with the same item twice",
                        both(
                                ticket(0, x(0, Comparison.GE, 1)),
                                ticket(1, same(1, 0, "x")),
                                ticket(
                                        2,
                                        compare(
                                                slot(2, "x"),
                                                Comparison.GT,
                                                calculate(slot(0, "x"), Term.Operator.ADD, slot(1, "x"))))),
                        3)
                .gives(facts("", "x=1", "x=1", "x=3", "x=?"), t(0, 0, 2), t(0, 1, 2), t(1, 0, 2), t(1, 1, 2)));
        all.add(new Example(
                        "a join against the account",
                        both(
                                account(compare(slot("x"), Comparison.GT, 0)),
                                ticket(0, compare(slot(0, "x"), Comparison.GE, slot("x"))),
                                account(compare(slot("y"), Comparison.LT, slot(0, "y")))),
                        1)
                .gives(facts("x=2 y=5", "x=2 y=6", "x=3 y=5", "x=1 y=9", "x=2 y=?"), t(0))
                .gives(facts("x=? y=5", "x=2 y=6"))
                .gives(facts("x=2 y=?", "x=2 y=6")));
        all.add(new Example("two collections", both(contact(0, ANY), ticket(1, ANY)), 2)
                .gives(facts("", List.of("", ""), List.of("", "")), t(0, 0), t(0, 1), t(1, 0), t(1, 1))
                .gives(facts("", List.of(""), List.of()))
                .gives(facts("", List.of(""), null)));
    }

    private static void addEithers(List<Example> all) {
        all.add(new Example("no branch", either(), 0).gives(facts("")));
        all.add(new Example(
                        "either of two collections leaves the other unbound",
                        either(ticket(0, x(0, Comparison.GT, 1)), contact(1, ANY)),
                        2)
                .gives(facts("", List.of("x=2", "x=1"), List.of("")), t(NONE, 0), t(0, NONE))
                .gives(facts("", List.of("x=2", "x=1"), null), t(0, NONE)));
        all.add(new Example(
                        "a tuple found by two branches fires once",
                        both(
                                ticket(0, ANY),
                                either(
                                        account(compare(slot("x"), Comparison.GT, 1)),
                                        exists(ticket(1, x(1, Comparison.GT, 1))))),
                        1)
                .gives(facts("x=2", "x=2", "x=3"), t(0), t(1))
                .gives(facts("x=?", "x=2", "x=1"), t(0), t(1))
                .gives(facts("x=2", "x=?"), t(0))
                .gives(facts("x=?", "x=?")));
        all.add(new Example(
                        "or of conjunctions times or",
                        both(
                                either(
                                        both(ticket(0, ANY), account(compare(slot("x"), Comparison.EQ, 1))),
                                        account(compare(slot("y"), Comparison.EQ, 1))),
                                either(contact(1, ANY), account(compare(slot("z"), Comparison.EQ, 1)))),
                        2)
                .gives(facts("x=1 y=1 z=1", List.of(""), List.of("")), t(NONE, NONE), t(NONE, 0), t(0, NONE), t(0, 0))
                .gives(facts("x=1 y=? z=?", List.of(""), List.of("")), t(0, 0)));
        all.add(new Example(
                        "a field of an unbound variable is unknown",
                        both(
                                either(ticket(0, ANY), account(ANY)),
                                account(new Constraint.IsNull(slot(0, "x"), ORIGIN)),
                                account(not(allOf(
                                        x(0, Comparison.EQ, 1),
                                        new Constraint.Matches(slot(0, "t"), "a", ORIGIN),
                                        compare(slot("x"), Comparison.EQ, 1))))),
                        1)
                .gives(facts("x=2", "x=?", "x=1"), t(NONE), t(0))
                .gives(facts("x=1", "x=1")));
    }

    private static void addQuantified(List<Example> all) {
        all.add(new Example("exists", exists(ticket(0, x(0, Comparison.GT, 1))), 0)
                .gives(facts("", "x=1", "x=2"), t())
                .gives(facts("", "x=1", "x=?"))
                .gives(facts("", "x=1"))
                .gives(facts("")));
        all.add(new Example("not", notExists(ticket(0, x(0, Comparison.GT, 1))), 0)
                .gives(facts("", "x=1", "x=2"))
                .gives(facts("", "x=1", "x=?"))
                .gives(facts("", "x=1", "x=-"), t())
                .gives(facts(""), t()));
        all.add(new Example(
                        "not of a join",
                        notExists(both(
                                ticket(0, x(0, Comparison.GT, 1)),
                                contact(1, compare(slot(1, "y"), Comparison.EQ, slot(0, "y"))))),
                        0)
                .gives(facts("", List.of("x=2 y=1"), List.of("y=1")))
                .gives(facts("", List.of("x=2 y=1"), List.of("y=2")), t())
                .gives(facts("", List.of("x=2 y=1"), List.of("y=?")))
                .gives(facts("", List.of("x=1 y=1"), List.of("y=?")), t())
                .gives(facts("", List.of("x=? y=1"), List.of("y=1", "y=2"))));
        all.add(new Example(
                        "a match without its like",
                        both(
                                ticket(0, x(0, Comparison.GT, 1)),
                                notExists(ticket(
                                        1,
                                        allOf(same(1, 0, "y"), compare(slot(1, "x"), Comparison.NE, slot(0, "x")))))),
                        1)
                .gives(facts("", "x=2 y=1", "x=3 y=1", "x=4 y=2", "x=1 y=3"), t(2))
                .gives(facts("", "x=2 y=1", "x=3 y=?")));
        all.add(new Example(
                        "exists and not share the rule with a guard on the account",
                        both(
                                notExists(contact(0, ANY)),
                                account(compare(slot("x"), Comparison.EQ, 1)),
                                exists(ticket(1, ANY))),
                        0)
                .gives(facts("x=1", List.of(""), List.of()), t())
                .gives(facts("x=1", List.of(), List.of()))
                .gives(facts("x=?", List.of(""), List.of())));
        all.add(new Example("exists of true", exists(both()), 0).gives(facts(""), t()));
        all.add(new Example("not of true", notExists(both()), 0).gives(facts("")));
        all.add(new Example("not of nothing", notExists(either()), 0).gives(facts(""), t()));
        all.add(new Example("not of an or", notExists(either(ticket(0, x(0, Comparison.GT, 1)), contact(1, ANY))), 0)
                .gives(facts("", List.of("x=1"), List.of()), t())
                .gives(facts("", List.of("x=?"), List.of()))
                .gives(facts("", List.of("x=1"), List.of("")))
                .gives(facts("", List.of("x=1"), null)));
    }

    private static void addUntold(List<Example> all) {
        all.add(new Example("exists over an untold collection is unknown", exists(contact(0, ANY)), 0)
                .gives(facts("")));
        all.add(new Example(
                        "not over an untold collection is unknown", notExists(contact(0, x(0, Comparison.EQ, 1))), 0)
                .gives(facts(""))
                .gives(facts("", null, List.of()), t()));
        all.add(new Example(
                        "an untold match next to a false part is false",
                        notExists(both(contact(0, ANY), ticket(1, x(1, Comparison.GT, 1)))),
                        0)
                .gives(facts("", "x=1"), t())
                .gives(facts("", "x=?"))
                .gives(facts("", "x=2"))
                .gives(facts("", null, null)));
        all.add(new Example(
                        "fields of an untold item are unknown",
                        notExists(both(contact(0, ANY), ticket(1, allOf(same(1, 0, "x"), x(1, Comparison.GT, 1))))),
                        0)
                .gives(facts("", "x=1"), t())
                .gives(facts("", "x=2")));
        all.add(new Example("an untold match is unknown whatever it asks", notExists(contact(0, Sketch.anyOf())), 0)
                .gives(facts(""))
                .gives(facts("", null, List.of("")), t()));
    }

    private static void addNested(List<Example> all) {
        all.add(new Example(
                        "not exists of a match that lacks a like",
                        notExists(both(
                                ticket(0, ANY),
                                notExists(contact(1, compare(slot(1, "x"), Comparison.EQ, slot(0, "x")))))),
                        0)
                .gives(facts("", List.of("x=1", "x=2"), List.of("x=2", "x=1")), t())
                .gives(facts("", List.of("x=1", "x=2"), List.of("x=2")))
                .gives(facts("", List.of("x=1", "x=2"), List.of("x=2", "x=?")))
                .gives(facts("", List.of("x=1"), null))
                .gives(facts("", List.of(), null), t()));
        all.add(new Example(
                        "exists of a match that lacks a like",
                        exists(both(
                                ticket(0, x(0, Comparison.GT, 0)),
                                notExists(ticket(1, compare(slot(1, "x"), Comparison.GT, slot(0, "x")))))),
                        0)
                .gives(facts("", "x=1", "x=2"), t())
                .gives(facts("", "x=1", "x=?")));
        all.add(new Example(
                        "not of exists of not",
                        notExists(exists(both(ticket(0, ANY), exists(notExists(ticket(1, same(1, 0, "x"))))))),
                        0)
                .gives(facts("", "x=1"), t())
                .gives(facts("", "x=?"))
                .gives(facts(""), t()));
        all.add(new Example(
                        "not of a match and an or",
                        notExists(both(
                                ticket(0, x(0, Comparison.GT, 0)),
                                either(contact(1, ANY), account(compare(slot("x"), Comparison.EQ, 1))))),
                        0)
                .gives(facts("x=2", List.of("x=1"), List.of()), t())
                .gives(facts("x=1", List.of("x=1"), List.of()))
                .gives(facts("x=?", List.of("x=1"), List.of()))
                .gives(facts("x=2", List.of("x=1"), null)));
    }
}
