package io.shirube.engine.internal.drools;

import static io.shirube.engine.internal.drools.Sketch.ORIGIN;
import static io.shirube.engine.internal.drools.Sketch.allOf;
import static io.shirube.engine.internal.drools.Sketch.both;
import static io.shirube.engine.internal.drools.Sketch.calculate;
import static io.shirube.engine.internal.drools.Sketch.compare;
import static io.shirube.engine.internal.drools.Sketch.facts;
import static io.shirube.engine.internal.drools.Sketch.not;
import static io.shirube.engine.internal.drools.Sketch.slot;
import static io.shirube.engine.internal.drools.Sketch.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Condition.Kind;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Constraint.Comparison;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Figures over uncertain members; an item belongs when {@code y > 0}, its value is {@code x}. Expectations by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TallyTruthTest {

    private static final double[] NUMBERS = {-1, 0, 1, 1.5, 2, 3, 4, 5, 7};

    /** The numbers, and EQ and GE the comparisons, that are run by Drools too: a rule each is slow to build. */
    private static final List<Double> RUN = List.of(0.0, 3.0, 5.0);

    private final List<String> names = new ArrayList<>();
    private LoweredRules rules;

    @BeforeAll
    void compileAllAtOnce() throws LoweringException {
        List<Condition> conditions = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Comparison comparison : List.of(Comparison.EQ, Comparison.GE)) {
                for (double number : RUN) {
                    names.add(kind + " " + comparison.symbol() + " " + number);
                    conditions.add(tally(kind, comparison, number, false));
                    names.add("not " + names.get(names.size() - 1));
                    conditions.add(tally(kind, comparison, number, true));
                }
            }
        }
        names.add("all at once");
        conditions.add(everything());
        names.add("value of the account alone");
        conditions.add(new Condition.Accumulate(
                ticket(0, compare(slot(0, "y"), Comparison.GT, 0)),
                List.of(
                        new Condition.Function(0, Kind.SUM, slot("x"), ORIGIN),
                        new Condition.Function(1, Kind.MAX, slot(0, "x"), ORIGIN)),
                List.of(
                        compare(new Term.OfResult(0, ORIGIN), Comparison.EQ, 6),
                        compare(new Term.OfResult(1, ORIGIN), Comparison.EQ, 4)),
                ORIGIN));
        names.add("of the account and another item");
        conditions.add(joined());
        rules = LoweredRules.compile(Sketch.model(conditions.toArray(Condition[]::new)));
    }

    @AfterAll
    void close() {
        rules.close();
    }

    private static Condition tally(Kind kind, Comparison comparison, double number, boolean negated) {
        Term of = kind == Kind.COUNT ? null : slot(0, "x");
        Constraint constraint = compare(new Term.OfResult(0, ORIGIN), comparison, number);
        return new Condition.Accumulate(
                ticket(0, compare(slot(0, "y"), Comparison.GT, 0)),
                List.of(new Condition.Function(0, kind, of, ORIGIN)),
                List.of(negated ? not(constraint) : constraint),
                ORIGIN);
    }

    private static Condition everything() {
        return new Condition.Accumulate(
                ticket(0, allOf()),
                List.of(
                        new Condition.Function(0, Kind.MAX, slot(0, "x"), ORIGIN),
                        new Condition.Function(1, Kind.COUNT, null, ORIGIN),
                        new Condition.Function(
                                2, Kind.SUM, calculate(slot(0, "y"), Term.Operator.MULTIPLY, slot("x")), ORIGIN)),
                List.of(
                        compare(new Term.OfResult(0, ORIGIN), Comparison.EQ, 4),
                        compare(new Term.OfResult(1, ORIGIN), Comparison.EQ, 3),
                        compare(new Term.OfResult(2, ORIGIN), Comparison.EQ, 60)),
                ORIGIN);
    }

    private static Condition joined() {
        Constraint higher = compare(slot(1, "x"), Comparison.GT, slot(0, "x"));
        return both(
                ticket(0, allOf()),
                new Condition.Accumulate(
                        ticket(1, higher),
                        List.of(new Condition.Function(0, Kind.COUNT, null, ORIGIN)),
                        List.of(compare(new Term.OfResult(0, ORIGIN), Comparison.EQ, 1)),
                        ORIGIN));
    }

    /** Returns T, F or U for each number compared, in the order of NUMBERS. */
    private String verdicts(Facts facts, Kind kind, Comparison comparison) {
        List<Integer> fired =
                rules.fire(Phase.ACTIONS, facts).stream().map(Firing::unit).toList();
        StringBuilder verdicts = new StringBuilder();
        for (double number : NUMBERS) {
            int direct = verdict(span(facts, kind), comparison, number);
            String verdict = direct > 0 ? "T" : direct < 0 ? "F" : "U";
            int unit = names.indexOf(kind + " " + comparison.symbol() + " " + number);
            if (unit >= 0) {
                assertThat(fired.contains(unit) ? "T" : fired.contains(unit + 1) ? "F" : "U")
                        .as(names.get(unit))
                        .isEqualTo(verdict);
            }
            verdicts.append(verdict);
        }
        return verdicts.toString();
    }

    private static Span span(Facts facts, Kind kind) {
        Samples samples = new Samples();
        if (!facts.told(FactType.TICKET)) {
            samples.add(new Sample(true, false, Values.none()));
        }
        for (Slots item : facts.items(FactType.TICKET)) {
            double x =
                    item.isKnown(0) ? item.number(0) : item.state(0) == Slots.ABSENT ? Figures.ABSENT : Figures.UNKNOWN;
            boolean certain = item.isKnown(1) && item.number(1) > 0;
            if (certain || item.state(1) == Slots.UNKNOWN) {
                samples.add(new Sample(false, certain, Values.append(Values.none(), x)));
            }
        }
        return switch (kind) {
            case COUNT -> samples.count();
            case SUM -> samples.sum(0);
            case MIN -> samples.min(0);
            case MAX -> samples.max(0);
            case AVERAGE -> samples.average(0);
        };
    }

    private static int verdict(Span span, Comparison comparison, double number) {
        return switch (comparison) {
            case EQ -> span.eq(number);
            case NE -> span.ne(number);
            case LT -> span.lt(number);
            case LE -> span.le(number);
            case GT -> span.gt(number);
            case GE -> span.ge(number);
        };
    }

    private void expect(Facts facts, Kind kind, Map<String, String> expected) {
        for (Comparison comparison : Comparison.values()) {
            String verdicts = expected.get(comparison.symbol());
            if (verdicts != null) {
                assertThat(verdicts(facts, kind, comparison))
                        .as(kind + " " + comparison.symbol())
                        .isEqualTo(verdicts);
            }
        }
    }

    private void expectUnknown(Facts facts, Kind... kinds) {
        for (Kind kind : kinds) {
            for (Comparison comparison : Comparison.values()) {
                assertThat(verdicts(facts, kind, comparison))
                        .as(kind + " " + comparison)
                        .isEqualTo("UUUUUUUUU");
            }
        }
    }

    @Test
    void overCertainMembersEveryFigureIsANumber() {
        Facts facts = facts("", "y=1 x=5", "y=1 x=1", "y=0 x=7", "y=- x=7");
        expect(facts, Kind.COUNT, Map.of("==", "FFFFTFFFF", "!=", "TTTTFTTTT", "<", "FFFFFTTTT", "<=", "FFFFTTTTT"));
        expect(facts, Kind.SUM, Map.of(">", "TTTTTTTTF", ">=", "TTTTTTTTF", "<", "FFFFFFFFT"));
        expect(facts, Kind.MIN, Map.of("==", "FFTFFFFFF", ">=", "TTTFFFFFF"));
        expect(facts, Kind.MAX, Map.of("==", "FFFFFFFTF", "<=", "FFFFFFFTT"));
        expect(facts, Kind.AVERAGE, Map.of("==", "FFFFFTFFF", ">", "TTTTTFFFF"));
    }

    @Test
    void uncertainMembersMakeIntervals() {
        Facts facts = facts("", "y=1 x=3", "y=? x=5", "y=? x=1");
        expect(facts, Kind.COUNT, Map.of("==", "FFUUUUFFF", ">=", "TTTUUUFFF", "<", "FFFUUUTTT", "!=", "TTUUUUTTT"));
        expect(facts, Kind.SUM, Map.of(">=", "TTTTTTUUU", "<", "FFFFFFUUU"));
        expect(facts, Kind.MIN, Map.of("==", "FFUUUUFFF", ">=", "TTTUUUFFF", "<=", "FFUUUTTTT"));
        expect(facts, Kind.MAX, Map.of("==", "FFFFFUUUF", ">=", "TTTTTTUUF"));
        expect(facts, Kind.AVERAGE, Map.of(">=", "TTTTTUUFF", "<=", "FFFFUUTTT", "==", "FFFFUUUFF"));
    }

    @Test
    void negativeUncertainMembersLowerASum() {
        Facts facts = facts("", "y=1 x=3", "y=? x=-2");
        expect(facts, Kind.SUM, Map.of(">=", "TTTUUUFFF", ">", "TTUUUFFFF"));
    }

    @Test
    void absentValuesAreLeftOutButCounted() {
        Facts facts = facts("", "y=1 x=-", "y=1 x=4", "y=? x=-");
        expect(facts, Kind.COUNT, Map.of("==", "FFFFUUFFF"));
        expect(facts, Kind.SUM, Map.of("==", "FFFFFFTFF"));
        expect(facts, Kind.MIN, Map.of("==", "FFFFFFTFF"));
        expect(facts, Kind.AVERAGE, Map.of("==", "FFFFFFTFF"));
    }

    @Test
    void nothingIsAbsentAndItsSumZero() {
        for (Facts facts : List.of(facts(""), facts("", "y=1 x=-", "y=0 x=3", "y=? x=-"))) {
            expect(facts, Kind.SUM, Map.of("==", "FTFFFFFFF"));
            for (Kind kind : List.of(Kind.MIN, Kind.MAX, Kind.AVERAGE)) {
                expect(
                        facts,
                        kind,
                        Map.of(
                                "==",
                                "FFFFFFFFF",
                                "!=",
                                "FFFFFFFFF",
                                "<",
                                "FFFFFFFFF",
                                "<=",
                                "FFFFFFFFF",
                                ">",
                                "FFFFFFFFF"));
            }
        }
        expect(facts(""), Kind.COUNT, Map.of("==", "FTFFFFFFF", ">=", "TTFFFFFFF"));
    }

    @Test
    void onlyUncertainMembersMayLeaveNothing() {
        Facts facts = facts("", "y=? x=3", "y=? x=5");
        expect(facts, Kind.SUM, Map.of(">=", "TTUUUUUUU"));
        expect(facts, Kind.MIN, Map.of(">=", "UUUUUUUUF", "<", "FFFFFFUUU", "!=", "UUUUUUUUU", "==", "FFFFFUUUF"));
        expect(facts, Kind.MAX, Map.of(">=", "UUUUUUUUF", "!=", "UUUUUUUUU"));
        expect(facts, Kind.AVERAGE, Map.of(">=", "UUUUUUUUF", "!=", "UUUUUUUUU"));
    }

    @Test
    void unknownValuesUnbindWhatTheyCanReach() {
        Facts facts = facts("", "y=1 x=3", "y=1 x=?");
        expect(facts, Kind.MIN, Map.of("<=", "UUUUUTTTT", ">", "UUUUUFFFF", "==", "UUUUUUFFF"));
        expect(facts, Kind.MAX, Map.of(">=", "TTTTTTUUU", "==", "FFFFFUUUU"));
        expectUnknown(facts, Kind.SUM, Kind.AVERAGE);
        expectUnknown(facts("", "y=? x=?", "y=1 x=3"), Kind.SUM, Kind.AVERAGE);
        expectUnknown(facts("", "y=? x=?"), Kind.MIN, Kind.MAX, Kind.SUM, Kind.AVERAGE);
        expectUnknown(facts("", "y=1 x=?"), Kind.MIN, Kind.MAX);
        expect(facts("", "y=? x=?", "y=? x=3"), Kind.MIN, Map.of("<=", "UUUUUUUUU", ">", "UUUUUUUUU"));
    }

    @Test
    void overAnUntoldCollectionOnlyTheCountHasABound() {
        Facts facts = facts("", null, List.of());
        expect(facts, Kind.COUNT, Map.of(">=", "TTUUUUUUU", "<", "FFUUUUUUU", "==", "FUUUUUUUU"));
        expectUnknown(facts, Kind.SUM, Kind.MIN, Kind.MAX, Kind.AVERAGE);
    }

    @Test
    void severalFiguresStandTogether() {
        int unit = names.indexOf("all at once");
        assertThat(rules.fire(Phase.ACTIONS, facts("x=10", "x=4 y=1", "x=2 y=2", "x=- y=3")))
                .anyMatch(firing -> firing.unit() == unit);
        assertThat(rules.fire(Phase.ACTIONS, facts("x=?", "x=4 y=1", "x=2 y=2", "x=- y=3")))
                .noneMatch(firing -> firing.unit() == unit);
    }

    @Test
    void aValueMayBeTheAccountsAlone() {
        int unit = names.indexOf("value of the account alone");
        assertThat(rules.fire(Phase.ACTIONS, facts("x=3", "x=4 y=1", "x=2 y=2")))
                .anyMatch(firing -> firing.unit() == unit);
        assertThat(rules.fire(Phase.ACTIONS, facts("x=3", "x=4 y=1", "x=2 y=?")))
                .noneMatch(firing -> firing.unit() == unit);
    }

    @Test
    void membershipMayDependOnAnItemBoundBefore() {
        int unit = names.indexOf("of the account and another item");
        assertThat(rules.fire(Phase.ACTIONS, facts("", "x=1", "x=2", "x=3")))
                .filteredOn(firing -> firing.unit() == unit)
                .extracting(firing -> firing.tuple()[0])
                .containsExactly(1);
    }

    @Test
    void tenthsAddUpExactlyInAnyOrder() {
        Facts facts = facts("", "y=1 x=1e16", "y=1 x=1", "y=1 x=1", "y=1 x=-1e16");
        expect(facts, Kind.SUM, Map.of("==", "FFFFTFFFF"));
    }
}
