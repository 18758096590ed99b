package io.shirube.engine.evaluate;

import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one node of a rule's left side came to for one account; a tree of the same shape as the model's.
 *
 * <p>Where matches bind items, the tree speaks of one binding: that of the firing asked about, else the one that gets
 * furthest: truest as a whole, then truest in its first match, then first in the caller's order. So a conjunction's verdict
 * is always that of its parts, and the first part that is not true is what stands in the way.
 *
 * @param node the node of the model
 * @param verdict what it came to
 * @param values what it compared: both sides of a comparison, the one term of other tests, the results of an accumulate in
 *     the order of its functions; else empty
 * @param parts the nodes below, all of them, in the author's order; none below a match that has no item
 * @param tally what a match or the source of an accumulate found in its collection; null for other nodes
 */
public record ConditionVerdict(
        Node node,
        Verdict verdict,
        List<Value> values,
        List<ConditionVerdict> parts,
        @Nullable Tally tally) {

    public ConditionVerdict {
        values = List.copyOf(values);
        parts = List.copyOf(parts);
    }

    /** Returns what the author wrote and where. */
    public Origin origin() {
        return node.origin();
    }

    /** A node of a rule's left side. */
    public sealed interface Node {
        /** Returns what the author wrote and where. */
        Origin origin();
    }

    /** A condition; the constraint of an account condition or a match is a part of it. */
    public record OfCondition(Condition condition) implements Node {
        @Override
        public Origin origin() {
            return condition.origin();
        }
    }

    /** A constraint. */
    public record OfConstraint(Constraint constraint) implements Node {
        @Override
        public Origin origin() {
            return constraint.origin();
        }
    }

    /**
     * The items of a collection, by what the match's own constraint says of them.
     *
     * @param told whether the caller told of the collection at all
     * @param items how many it has
     * @param sure how many satisfy the constraint
     * @param possible of how many that is unknown
     * @param item index of the item this tree speaks of, {@code Firing.UNBOUND} for none
     */
    public record Tally(boolean told, int items, int sure, int possible, int item) {}

    static ConditionVerdict leaf(Node node, Verdict verdict, List<Value> values) {
        return new ConditionVerdict(node, verdict, values, List.of(), null);
    }

    static ConditionVerdict node(Node node, Verdict verdict, List<ConditionVerdict> parts) {
        return new ConditionVerdict(node, verdict, List.of(), parts, null);
    }
}
