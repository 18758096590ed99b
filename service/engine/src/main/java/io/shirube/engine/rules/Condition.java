package io.shirube.engine.rules;

import io.shirube.engine.model.FactType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One element of a rule's left side.
 *
 * <p>A rule fires once for every distinct tuple of items for which its whole left side is true. A variable that a tuple
 * does not bind (another branch of an {@code or}) is {@link Firing#UNBOUND}. A collection the caller never told is
 * unknown: it has no items, {@code exists} over it is unknown and a count over it is [0, infinity).
 */
public sealed interface Condition {

    /** Returns what the author wrote and where. */
    Origin origin();

    /** A statement about the account's own facts; patterns on singletons become these. */
    record OnAccount(Constraint constraint, Origin origin) implements Condition {}

    /**
     * An item of a collection for which the constraint holds.
     *
     * @param variable number of the item in the tuple, unique within the rule
     */
    record Match(int variable, FactType type, Constraint constraint, Origin origin) implements Condition {
        public Match {
            if (type.isSingleton()) {
                throw new IllegalArgumentException("type: a collection is needed, was " + type);
            }
        }
    }

    /** Conjunction, in the order written; later parts see the variables of earlier ones. */
    record Both(List<Condition> parts, Origin origin) implements Condition {
        public Both {
            parts = List.copyOf(parts);
        }
    }

    /** Disjunction; variables bound in a branch are not visible outside it. */
    record Either(List<Condition> branches, Origin origin) implements Condition {
        public Either {
            branches = List.copyOf(branches);
        }
    }

    /** Some binding of the inner matches makes the inner condition true. Binds nothing outside. */
    record Exists(Condition inner, Origin origin) implements Condition {}

    /** Kleene negation of {@link Exists}. */
    record NotExists(Condition inner, Origin origin) implements Condition {}

    /**
     * Figures over the items of one collection; the results are intervals while membership or values are unknown.
     *
     * @param source which items count
     * @param functions what is computed
     * @param constraints what the results must satisfy, all of them; each compares one {@link Term.OfResult} with a
     *     {@link Term.Literal} by EQ NE LT LE GT GE
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
     * interval over all subsets of U: COUNT [|T|, |T|+|U|]; SUM, MIN, MAX, AVERAGE the lowest and highest reachable
     * value, unbounded where a value is unknown; items with an absent value are left out (COUNT counts them). MIN, MAX
     * and AVERAGE of nothing are absent; SUM of nothing is 0. A comparison is true when every reachable result satisfies
     * it, false when none does, else unknown; an absent result satisfies only NE.
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
