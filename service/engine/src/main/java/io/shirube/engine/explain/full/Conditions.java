package io.shirube.engine.explain.full;

import io.shirube.engine.evaluate.ConditionVerdict;
import io.shirube.engine.evaluate.Verdict;
import io.shirube.engine.model.Explanation;
import io.shirube.engine.model.Explanation.Items;
import io.shirube.engine.model.Explanation.Kind;
import io.shirube.engine.model.Explanation.Node;
import io.shirube.engine.model.FactType;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the verdicts of one rule into conditions to be shown; conjunctions inside conjunctions become one. */
final class Conditions {

    private final Rule rule;
    private final Words words;
    private final TestBook tests;

    Conditions(Rule rule, Words words, TestBook tests) {
        this.rule = rule;
        this.words = words;
        this.tests = tests;
    }

    /** Returns the parts of the conjunction that a verdict is; the verdict itself when it is none. */
    List<Node> all(ConditionVerdict verdict) {
        List<Node> nodes = new ArrayList<>();
        conjuncts(verdict, nodes);
        return nodes;
    }

    private void conjuncts(ConditionVerdict verdict, List<Node> into) {
        if (isConjunction(verdict)) {
            verdict.parts().forEach(part -> conjuncts(part, into));
        } else {
            into.add(node(verdict));
        }
    }

    private static boolean isConjunction(ConditionVerdict verdict) {
        if (verdict.node() instanceof ConditionVerdict.OfCondition of) {
            return of.condition() instanceof Condition.Both || of.condition() instanceof Condition.OnAccount;
        }
        return verdict.node() instanceof ConditionVerdict.OfConstraint of
                && of.constraint() instanceof Constraint.AllOf;
    }

    private Node node(ConditionVerdict verdict) {
        if (verdict.node() instanceof ConditionVerdict.OfConstraint of) {
            if (of.constraint() instanceof Constraint.AnyOf) {
                return group(Kind.ANY, verdict, alternatives(verdict));
            }
            if (of.constraint() instanceof Constraint.Not) {
                return group(Kind.NOT, verdict, parts(verdict));
            }
            return new Node(
                    Kind.TEST,
                    verdict.origin().at(),
                    TestBook.plain(verdict.verdict()),
                    tests.place(verdict, rule),
                    null,
                    List.of());
        }
        Condition condition = ((ConditionVerdict.OfCondition) verdict.node()).condition();
        if (condition instanceof Condition.Either) {
            return group(Kind.ANY, verdict, alternatives(verdict));
        }
        if (condition instanceof Condition.Exists) {
            return group(Kind.EXISTS, verdict, parts(verdict));
        }
        if (condition instanceof Condition.NotExists) {
            return group(Kind.NOT_EXISTS, verdict, parts(verdict));
        }
        return overItems(verdict, condition);
    }

    private Node overItems(ConditionVerdict verdict, Condition condition) {
        Condition.Match source = condition instanceof Condition.Accumulate accumulate
                ? accumulate.source()
                : (Condition.Match) condition;
        ConditionVerdict.Tally tally = verdict.tally();
        Items items = tally == null
                ? null
                : new Items(
                        source.type().ruleName(),
                        tally.told(),
                        tally.items(),
                        tally.sure(),
                        tally.possible(),
                        tally.item());
        // because without an item nothing else says what is asked of one
        boolean bound = condition instanceof Condition.Match && !verdict.parts().isEmpty();
        return new Node(
                condition instanceof Condition.Match ? Kind.MATCH : Kind.FIGURES,
                verdict.origin().at(),
                TestBook.plain(verdict.verdict()),
                bound ? Explanation.NO_TEST : tests.place(words.of(source.origin()), verdict.verdict()),
                items,
                parts(verdict));
    }

    private static Node group(Kind kind, ConditionVerdict verdict, List<Node> parts) {
        return new Node(
                kind, verdict.origin().at(), TestBook.plain(verdict.verdict()), Explanation.NO_TEST, null, parts);
    }

    private List<Node> parts(ConditionVerdict verdict) {
        List<Node> nodes = new ArrayList<>();
        verdict.parts().forEach(part -> conjuncts(part, nodes));
        return nodes;
    }

    private List<Node> alternatives(ConditionVerdict verdict) {
        List<Node> nodes = new ArrayList<>();
        for (ConditionVerdict part : verdict.parts()) {
            List<Node> all = all(part);
            nodes.add(all.size() == 1 ? all.get(0) : group(Kind.ALL, part, all));
        }
        return nodes;
    }

    /**
     * A condition that is not true where all must be.
     *
     * @param of what the item is that it speaks of; null for the account
     * @param item the item's index
     */
    record Obstacle(ConditionVerdict verdict, @Nullable FactType of, int item) {}

    /** Returns the conditions that are not true where all of them must be, in the author's order. */
    static List<Obstacle> obstacles(ConditionVerdict verdict) {
        List<Obstacle> found = new ArrayList<>();
        obstacles(verdict, null, Firing.UNBOUND, found);
        return found;
    }

    private static void obstacles(ConditionVerdict verdict, @Nullable FactType of, int item, List<Obstacle> into) {
        if (verdict.verdict() == Verdict.TRUE) {
            return;
        }
        Condition.Match match = match(verdict);
        ConditionVerdict.Tally tally = verdict.tally();
        if (match != null && tally != null && !verdict.parts().isEmpty()) {
            verdict.parts().forEach(part -> obstacles(part, match.type(), tally.item(), into));
        } else if ((isConjunction(verdict) || isFigures(verdict))
                && !verdict.parts().isEmpty()) {
            verdict.parts().forEach(part -> obstacles(part, of, item, into));
        } else {
            into.add(new Obstacle(verdict, of, item));
        }
    }

    private static Condition.@Nullable Match match(ConditionVerdict verdict) {
        return verdict.node() instanceof ConditionVerdict.OfCondition of
                        && of.condition() instanceof Condition.Match match
                ? match
                : null;
    }

    private static boolean isFigures(ConditionVerdict verdict) {
        return verdict.node() instanceof ConditionVerdict.OfCondition of
                && of.condition() instanceof Condition.Accumulate;
    }
}
