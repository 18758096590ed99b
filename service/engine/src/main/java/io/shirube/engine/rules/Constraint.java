package io.shirube.engine.rules;

import java.util.List;

/**
 * A true, false or unknown statement about one account and the items bound so far (Kleene's strong logic).
 *
 * <p>A comparison with an unknown side is unknown, whatever the other side. Else a comparison with an absent side (an
 * event that has not happened) is false, except {@code !=}, which is true – also when both sides are absent. Numbers are
 * equal as IEEE doubles are: -0.0 equals 0.0.
 */
public sealed interface Constraint {

    /** Returns what the author wrote and where. */
    Origin origin();

    /** Compares two terms of one type; TEXT, ENUM of different order and BOOLEAN know only EQ and NE. */
    record Compare(Comparison comparison, Term left, Term right, Origin origin) implements Constraint {}

    /** Term is one of the values, equal as in EQ; unknown term: unknown (whatever the values), absent term: false. */
    record OneOf(Term term, List<Double> values, Origin origin) implements Constraint {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /**
     * The whole text matches the pattern; unknown: unknown, absent: false.
     *
     * @param pattern RE2 syntax without flags, linear time
     */
    record Matches(Term.OfField term, String pattern, Origin origin) implements Constraint {}

    /**
     * A TEXT_SET has this member; unknown set: unknown, absent: false.
     *
     * @param text number of the text in {@link RuleModel#texts()}
     */
    record Contains(Term.OfField term, int text, Origin origin) implements Constraint {}

    /** {@code == null}: true when the value is unknown or absent, else false; never unknown. */
    record IsNull(Term.OfField term, Origin origin) implements Constraint {}

    /** Kleene conjunction; the empty one is true. */
    record AllOf(List<Constraint> parts, Origin origin) implements Constraint {
        public AllOf {
            parts = List.copyOf(parts);
        }
    }

    /** Kleene disjunction; the empty one is false. */
    record AnyOf(List<Constraint> parts, Origin origin) implements Constraint {
        public AnyOf {
            parts = List.copyOf(parts);
        }
    }

    /** Kleene negation: unknown stays unknown. */
    record Not(Constraint negated, Origin origin) implements Constraint {}

    /** The six comparisons. */
    enum Comparison {
        EQ("=="),
        NE("!="),
        LT("<"),
        LE("<="),
        GT(">"),
        GE(">=");

        private final String symbol;

        Comparison(String symbol) {
            this.symbol = symbol;
        }

        /** Returns the comparison as authors write it. */
        public String symbol() {
            return symbol;
        }
    }
}
