package io.shirube.engine.rules;

import org.jspecify.annotations.Nullable;

/** What a rule or row concludes when it fires. */
public sealed interface Consequence {

    /** Returns what the author wrote and where. */
    Origin origin();

    /** Concludes a value for a field of the rule's own phase; an unknown or absent value concludes nothing. */
    record Assign(Field target, Term value, Origin origin) implements Consequence {}

    /**
     * Proposes an action.
     *
     * @param action a type of the catalogue
     * @param key text that tells one reason for the action from another, or a text field whose value does; part of the
     *     action's identity
     * @param context context weight the rule states, -100 to 100
     * @param evidence text that names the evidence class, or null
     * @param due working days, 0 to 250, until it is due, instead of what the catalogue says; or null
     */
    record Propose(
            ActionType action,
            Key key,
            double context,
            @Nullable String evidence,
            @Nullable Integer due,
            Origin origin) implements Consequence {

        /** Proposes an action that is due when the catalogue says. */
        public Propose(ActionType action, Key key, double context, @Nullable String evidence, Origin origin) {
            this(action, key, context, evidence, null, origin);
        }
    }

    /**
     * Holds an action that other rules propose, while the rule is true.
     *
     * @param policy whether it may never be offered, is not relevant now, or is not in the customer's interest now
     */
    record Hold(ActionType action, Policy policy, Origin origin) implements Consequence {}

    /** The policies a rule may speak for. */
    enum Policy {
        ELIGIBILITY,
        APPLICABILITY,
        SUITABILITY
    }

    /** The reason part of an action's identity. */
    sealed interface Key {}

    /** A key written in the rule. */
    record FixedKey(String text) implements Key {}

    /** A key read from a text field; {@code -} when unknown or absent. */
    record FieldKey(Term.OfField term) implements Key {}
}
