package io.shirube.engine.rules;

import io.shirube.engine.model.FactType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One element of a rule's left side.
 *
 * <p>A rule fires once for every distinct tuple of items for which its whole left side is true; two matches may bind the
 * same item. A variable that a tuple does not bind (another branch of an {@code or}, or a variable of an exists, not or
 * accumulate) is {@link Firing#UNBOUND}, and every field read from it is unknown.
 *
 * <p>A collection the caller never told is unknown: it gives no tuples, {@code exists} over it is unknown and a count over
 * it is [0, infinity). Precisely: inside an exists or not, a match of an untold collection has one binding, UNBOUND, and
 * is unknown whatever its constraint says; the rest of the conjunction is judged as usual, so a false part makes the whole
 * false.
 */
public sealed interface Condition {

    /** Returns what the author wrote and where. */
    Origin origin();

    /** A statement about the account's own facts; patterns on singletons become these. */
    record OnAccount(Constraint constraint, Origin origin) implements Condition {}

    /**
     * An item of a collection for which the constraint holds.
     *
     * @param variable number of the item in the tuple, unique within the rule; inside an exists, not or accumulate it only
     *     names the item there and may lie beyond the tuple
     */
    record Match(int variable, FactType type, Constraint constraint, Origin origin) implements Condition {
        public Match {
            if (type.isSingleton()) {
                throw new IllegalArgumentException("type: a collection is needed, was " + type);
            }
        }
    }

    /** Kleene conjunction, in the order written; later parts see the variables of earlier ones. The empty one is true. */
    record Both(List<Condition> parts, Origin origin) implements Condition {
        public Both {
            parts = List.copyOf(parts);
        }
    }

    /** Kleene disjunction; variables bound in a branch are not visible outside it. The empty one is false. */
    record Either(List<Condition> branches, Origin origin) implements Condition {
        public Either {
            branches = List.copyOf(branches);
        }
    }

    /**
     * Some binding of the inner matches makes the inner condition true: the Kleene disjunction of the inner verdict over
     * all bindings. Binds nothing outside; holds no {@link Accumulate}.
     */
    record Exists(Condition inner, Origin origin) implements Condition {}

    /** Kleene negation of {@link Exists}. */
    record NotExists(Condition inner, Origin origin) implements Condition {}

    /**
     * Figures over the items of one collection; the results are intervals while membership or values are unknown.
     *
     * @param source which items count
     * @param functions what is computed
     * @param constraints what the results must satisfy, the Kleene conjunction of each by itself; each compares one
     *     {@link Term.OfResult} with a {@link Term.Literal} by EQ NE LT LE GT GE
     */
    record Accumulate(Match source, List<Function> functions, List<Constraint> constraints, Origin origin)
            implements Condition {
        public Accumulate {
            functions = List.copyOf(functions);
            constraints = List.copyOf(constraints);
        }
    }

    /**
     * One figure of an accumulate.
     *
     * <p>Let T be the items whose membership is true and U those whose membership is unknown. The result is the tightest
     * interval over all subsets of U:
     *
     * <ul>
     *   <li>COUNT is [|T|, |T|+|U|]. The others leave out items whose value is absent; COUNT counts them.
     *   <li>SUM is the exact sum rounded once to a double, AVERAGE that double divided by how many were added; an unknown
     *       value in T or U makes both unbounded on both sides. The bounds are the lowest and the highest such figure over
     *       all subsets.
     *   <li>MIN: an unknown value in T or U unbinds the low side. The high side is the lowest known value of T, unbounded
     *       when T has only unknown values; when T has no value it is the highest value of U, unbounded when one of them
     *       is unknown. MAX likewise, mirrored.
     *   <li>SUM of nothing is 0. MIN, MAX and AVERAGE of nothing are absent, which is one more reachable result whenever T
     *       has no value.
     *   <li>Over an untold collection COUNT is [0, infinity), the others are unbounded.
     * </ul>
     *
     * <p>Every number of the interval counts as reachable. A comparison is true when every reachable result satisfies it,
     * false when none does, else unknown; an absent result satisfies nothing, not even NE: Drools lets
     * an accumulate without a result match nothing.
     *
     * @param result number of the result, unique within the rule
     * @param of the value, null for COUNT only
     */
    record Function(int result, Kind kind, @Nullable Term of, Origin origin) {}

    /** The figures. */
    enum Kind {
        COUNT,
        SUM,
        MIN,
        MAX,
        AVERAGE
    }
}
