package io.shirube.engine.cases.coverage;

import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Constraint.Comparison;
import java.util.ArrayList;
import java.util.List;

/** Accumulates with another test in place of one of theirs. They know tests of their results and nothing else. */
final class Figures {

    private Figures() {}

    /** Returns the accumulate over other items. */
    static Condition counting(Condition.Accumulate accumulate, Constraint member) {
        Condition.Match source = accumulate.source();
        return new Condition.Accumulate(
                new Condition.Match(source.variable(), source.type(), member, source.origin()),
                accumulate.functions(),
                accumulate.constraints(),
                accumulate.origin());
    }

    /** Returns the accumulate with one test only. */
    static Condition only(Condition.Accumulate accumulate, Constraint test) {
        return testing(accumulate, List.of(test));
    }

    /** Returns the accumulate with the test at a place exchanged. */
    static Condition exchanged(Condition.Accumulate accumulate, int at, Constraint test) {
        List<Constraint> tests = new ArrayList<>(accumulate.constraints());
        tests.set(at, test);
        return testing(accumulate, tests);
    }

    private static Condition testing(Condition.Accumulate accumulate, List<Constraint> tests) {
        List<Constraint> plain = new ArrayList<>();
        for (Constraint test : tests) {
            if (Site.isNever(test)) {
                return new Condition.OnAccount(test, accumulate.origin());
            }
            plain.addAll(test instanceof Constraint.AllOf all ? all.parts() : List.of(test));
        }
        return new Condition.Accumulate(accumulate.source(), accumulate.functions(), plain, accumulate.origin());
    }

    /** Returns the comparison that holds when the other does not. */
    static Constraint opposite(Constraint test) {
        if (!(test instanceof Constraint.Compare compare)) {
            throw new IllegalArgumentException("test: a comparison of a result is needed");
        }
        Comparison opposite = switch (compare.comparison()) {
            case EQ -> Comparison.NE;
            case NE -> Comparison.EQ;
            case LT -> Comparison.GE;
            case GE -> Comparison.LT;
            case GT -> Comparison.LE;
            case LE -> Comparison.GT;
        };
        return new Constraint.Compare(opposite, compare.left(), compare.right(), compare.origin());
    }
}
