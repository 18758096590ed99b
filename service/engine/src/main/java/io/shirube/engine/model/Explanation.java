package io.shirube.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every rule and table came to for one account, condition by condition. A verdict is true, false, or null: unknown.
 *
 * @param summary how many rules fired and how many did not, in a sentence or two
 * @param tests each distinct test of a value once; {@link Node#test} names them by place
 * @param units every rule and table in the order in which they run
 */
public record Explanation(List<Text> summary, List<Test> tests, List<Unit> units) {

    /** {@link Node#test} of a node that is no test. */
    public static final int NO_TEST = -1;

    public Explanation {
        summary = List.copyOf(summary);
        tests = List.copyOf(tests);
        units = List.copyOf(units);
    }

    /**
     * A test of one value.
     *
     * @param words as the author wrote it
     * @param field name of the field tested, with its fact unless it is a signal; null for computed values
     * @param value what was met: {@code Double}, {@code Boolean}, {@code LocalDate} or {@code String}; null when unknown or
     *     absent
     * @param threshold the limit of a comparison for more or less, likewise; null for other tests
     */
    public record Test(
            String words,
            @Nullable String field,
            @Nullable Boolean verdict,
            @Nullable Object value,
            @Nullable Object threshold) {}

    /** What a node of a rule's left side is. */
    public enum Kind {
        /** A test of a value. */
        TEST,
        /** All parts are true. */
        ALL,
        /** Some part is true. */
        ANY,
        /** The part is not true. */
        NOT,
        /** Some item makes all parts true. */
        EXISTS,
        /** No item makes all parts true. */
        NOT_EXISTS,
        /** An item that makes all parts true. */
        MATCH,
        /** Figures over items satisfy all parts. */
        FIGURES
    }

    /**
     * A condition.
     *
     * @param test place of the test, or of what is asked of items when no item says so; else {@link #NO_TEST}
     * @param items what a collection held, for MATCH and FIGURES only
     * @param parts what it consists of, in the author's order
     */
    public record Node(
            Kind kind,
            Position at,
            @Nullable Boolean verdict,
            int test,
            @Nullable Items items,
            List<Node> parts) {}

    /**
     * The items of a collection.
     *
     * @param of the author's name of one, such as {@code Ticket}
     * @param told whether the caller told of them at all
     * @param count how many there are
     * @param sure how many satisfy what is asked of an item
     * @param possible of how many that is unknown
     * @param item the item the parts speak of, from 0; -1 for none
     */
    public record Items(String of, boolean told, int count, int sure, int possible, int item) {}

    /** A rule or a table. */
    public sealed interface Unit permits RuleTold, TableTold {
        /** Returns the author's name of it. */
        String name();

        /** Returns where it begins. */
        Position at();

        /** Returns whether asOf lies in the days on which it may fire. */
        boolean inForce();
    }

    /**
     * A rule.
     *
     * @param fired whether it fired; true of no rule out of force
     * @param verdict what its conditions together came to
     * @param conditions all must be true
     * @param alone where the one condition stands that kept it from firing while all others were true, or null
     * @param proposals the actions it proposed, when it fired
     * @param text why it fired, unless that stands with the action it proposed; or what alone stood in the way of a rule
     *     that could have changed which actions there are; else null
     */
    public record RuleTold(
            String name,
            Position at,
            boolean inForce,
            boolean fired,
            @Nullable Boolean verdict,
            List<Node> conditions,
            @Nullable Position alone,
            List<Proposed> proposals,
            @Nullable Text text)
            implements Unit {}

    /**
     * What became of a proposal.
     *
     * @param heldBy the policy that holds it back, as in {@code suppressed}; null when none does
     * @param inside the type of the action it is listed in as absorbed, or null
     */
    public record Proposed(
            String key, @Nullable String heldBy, @Nullable String inside) {}

    /**
     * A table.
     *
     * @param columns its condition columns with the account's values
     * @param hits the rows that fired
     * @param barredBy the unknown row of a FIRST table because of which none fired, or null
     * @param nearest of the other rows the nearest: fewest cells that are not true, then the author's order
     * @param byFailing how many rows have 0, 1, 2 … cells that are not true
     */
    public record TableTold(
            String name,
            Position at,
            boolean inForce,
            List<Column> columns,
            List<Hit> hits,
            @Nullable Position barredBy,
            List<Near> nearest,
            List<Integer> byFailing)
            implements Unit {}

    /**
     * A condition column.
     *
     * @param at its heading
     * @param value what the account has, as in {@link Test}
     */
    public record Column(
            Position at, String field, @Nullable Object value) {}

    /** A row that fired, what it proposed, and why. */
    public record Hit(Position at, List<Proposed> proposals, Text text) {}

    /**
     * A row that did not fire.
     *
     * @param failing its cells that are not true; empty when a row above fired first
     */
    public record Near(Position at, List<Cell> failing) {}

    /** A cell that is false or, with a null verdict, unknown. */
    public record Cell(Position at, String words, @Nullable Boolean verdict) {}
}
