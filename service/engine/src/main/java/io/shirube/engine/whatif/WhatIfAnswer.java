package io.shirube.engine.whatif;

import io.shirube.engine.model.Text;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would change the decision on one account.
 *
 * @param ruleset revision of the rules
 * @param now what is decided on the account as it is
 * @param text the same in a sentence
 * @param proposed what the caller's own changes come to, or null when there were none
 * @param missing what could change the decision if it were known; null when that was not asked
 * @param decisions how often was decided to find this
 * @param complete whether everything was tried that the rules make worth trying; else what is said holds, but something
 *     smaller may have been missed
 */
public record WhatIfAnswer(
        String accountId,
        LocalDate asOf,
        String ruleset,
        String engine,
        Reached now,
        Text text,
        @Nullable Proposed proposed,
        List<ForGoal> goals,
        @Nullable List<IfKnown> missing,
        int decisions,
        boolean complete) {

    public WhatIfAnswer {
        goals = List.copyOf(goals);
        missing = missing == null ? null : List.copyOf(missing);
    }

    /**
     * One input with another value.
     *
     * @param from a {@code Double}, {@code Boolean}, name or text, or null: unknown
     * @param to the same
     * @param changeable whether customer success can bring it about
     * @param text such as 席利用率: 41% → 65%
     */
    public record Change(
            String input, @Nullable Object from, @Nullable Object to, boolean changeable, Text text) {}

    /**
     * What the caller's own changes come to.
     *
     * @param differences what becomes different, in sentences; none when nothing does
     */
    public record Proposed(List<Change> changes, Reached after, List<Text> differences, Text text) {
        public Proposed {
            changes = List.copyOf(changes);
            differences = List.copyOf(differences);
        }
    }

    /**
     * How one goal is reached.
     *
     * @param alreadyReached whether the account has it as it is; then nothing else is said
     * @param ways smallest first, each of one signal, or, when no single one does, of two; none when neither does
     * @param searched how many signals were changed together at most: 1 or 2
     * @param fixed inputs nobody changes, and how far each is from the border
     * @param day the first day that brings it by itself, or null when none of the days looked at does
     * @param ifKnown names of missing inputs that, if known, could bring it
     */
    public record ForGoal(
            Goal goal,
            Text title,
            boolean alreadyReached,
            List<WayTo> ways,
            int searched,
            Text text,
            List<Distance> fixed,
            @Nullable InDays day,
            List<String> ifKnown) {
        public ForGoal {
            ways = List.copyOf(ways);
            fixed = List.copyOf(fixed);
            ifKnown = List.copyOf(ifKnown);
        }
    }

    /** @param steps values of the threshold grid on the way, summed over the changes */
    public record WayTo(List<Change> changes, int steps, Reached after, Text text) {
        public WayTo {
            changes = List.copyOf(changes);
        }
    }

    /** @param distance what a number lacks, negative when it is too high; null for what is no number */
    public record Distance(Change change, @Nullable Double distance, Text text) {}

    public record InDays(int days, LocalDate on, Text text) {}

    /** @param outcomes at least one; one for each different touch, band and set of open actions */
    public record IfKnown(String input, Text label, List<Outcome> outcomes) {
        public IfKnown {
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * @param values which values lead there, such as 80%以上
     * @param example one of them
     * @param same whether touch, band and open actions stay as they are now
     */
    public record Outcome(
            Text values, @Nullable Object example, boolean same, Reached after, List<Text> differences, Text text) {
        public Outcome {
            differences = List.copyOf(differences);
        }
    }
}
