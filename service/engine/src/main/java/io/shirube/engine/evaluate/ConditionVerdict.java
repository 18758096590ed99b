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
 * <p>Immutable. A full explanation makes one for every condition there is, so lists are made when they are asked for.
 */
public final class ConditionVerdict {

    private static final Value[] NO_VALUES = {};
    private static final ConditionVerdict[] NO_PARTS = {};

    private final Node node;
    private final Verdict verdict;
    private final Value[] values;
    private final ConditionVerdict[] parts;
    private final @Nullable Tally tally;

    /** Takes the arrays over: nobody changes them afterwards. */
    private ConditionVerdict(
            Node node, Verdict verdict, Value[] values, ConditionVerdict[] parts, @Nullable Tally tally) {
        this.node = node;
        this.verdict = verdict;
        this.values = values;
        this.parts = parts;
        this.tally = tally;
    }

    /** Returns the node of the model. */
    public Node node() {
        return node;
    }

    /** Returns what it came to. */
    public Verdict verdict() {
        return verdict;
    }

    /**
     * Returns what it compared: both sides of a comparison, the one term of other tests, the results of an accumulate in the
     * order of its functions; else empty.
     */
    public List<Value> values() {
        return List.of(values);
    }

    /** Returns the nodes below, all of them, in the author's order; none below a match that has no item. */
    public List<ConditionVerdict> parts() {
        return List.of(parts);
    }

    /** Returns what a match or the source of an accumulate found in its collection; null for other nodes. */
    public @Nullable Tally tally() {
        return tally;
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

    static ConditionVerdict leaf(Node node, Verdict verdict, Value... values) {
        return new ConditionVerdict(node, verdict, values, NO_PARTS, null);
    }

    static ConditionVerdict node(Node node, Verdict verdict, ConditionVerdict... parts) {
        return new ConditionVerdict(node, verdict, NO_VALUES, parts, null);
    }

    static ConditionVerdict match(Node node, Verdict verdict, Tally tally, ConditionVerdict... parts) {
        return new ConditionVerdict(node, verdict, NO_VALUES, parts, tally);
    }

    static ConditionVerdict figures(
            Node node, Verdict verdict, Tally tally, Value[] results, ConditionVerdict[] checks) {
        return new ConditionVerdict(node, verdict, results, checks, tally);
    }
}
