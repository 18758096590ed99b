package io.shirube.engine.insight;

import io.shirube.engine.evaluate.ConditionVerdict;
import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.evaluate.Value;
import io.shirube.engine.evaluate.Verdict;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Position;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Counts which conditions alone stand in the way of an action. Keeps of each some of the values within reach of its threshold, so
 * that what is kept does not grow with the book.
 */
final class Obstacles {

    /** Most values kept of one condition. */
    static final int MOST_VALUES = 10_000;

    private static final Comparator<Counted> MOST = Comparator.comparingLong((Counted one) -> one.reach)
            .thenComparingLong(one -> one.isFalse + one.unknown)
            .reversed()
            .thenComparing(one -> one.at);

    private final Evaluator evaluator;
    private final List<Rule> rules;
    private final Map<Position, Counted> counted = new HashMap<>();

    /** @param rules those that may propose an action */
    Obstacles(Evaluator evaluator, List<Rule> rules) {
        this.evaluator = evaluator;
        this.rules = List.copyOf(rules);
    }

    /** A condition with how often it alone stood in the way. */
    static final class Counted {
        final Rule rule;
        final ConditionVerdict.Node node;
        final Position at;
        long isFalse;
        long unknown;
        long reach;
        private final List<Double> values = new ArrayList<>();

        Counted(Rule rule, ConditionVerdict.Node node) {
            this.rule = rule;
            this.node = node;
            this.at = node.origin().at();
        }

        /** Returns the values within reach, the nearest to the threshold first. */
        List<Double> nearest(Threshold threshold) {
            Comparator<Double> ascending = Comparator.naturalOrder();
            return values.stream()
                    .sorted(threshold.isFloor() ? ascending.reversed() : ascending)
                    .toList();
        }
    }

    /** Takes an account that has nothing to do. */
    void add(Facts facts) {
        for (Rule rule : rules) {
            if (evaluator.mayFireOn(rule, facts.asOf())) {
                Leaves.onlyObstacle(evaluator.verdicts(rule, facts)).ifPresent(leaf -> count(rule, leaf));
            }
        }
    }

    private void count(Rule rule, ConditionVerdict leaf) {
        Counted one = counted.computeIfAbsent(leaf.origin().at(), at -> new Counted(rule, leaf.node()));
        if (leaf.verdict() == Verdict.UNKNOWN) {
            one.unknown++;
            return;
        }
        one.isFalse++;
        if (leaf.node() instanceof ConditionVerdict.OfConstraint of) {
            Threshold.of(rule, of.constraint()).ifPresent(threshold -> {
                Value value = leaf.values().get(threshold.swapped() ? 1 : 0);
                if (value instanceof Value.Known known && threshold.isWithinReach(known.number())) {
                    one.reach++;
                    if (one.values.size() < MOST_VALUES) {
                        one.values.add(known.number());
                    }
                }
            });
        }
    }

    /** Returns those with most accounts within reach, then the most frequent ones. */
    List<Counted> most(int number) {
        return counted.values().stream().sorted(MOST).limit(number).toList();
    }

    /** Returns the actions a rule proposes, each once, by name. */
    static Set<String> proposes(Rule rule) {
        Set<String> types = new TreeSet<>();
        for (Consequence consequence : rule.consequences()) {
            if (consequence instanceof Consequence.Propose propose) {
                types.add(propose.action().name());
            }
        }
        return types;
    }
}
