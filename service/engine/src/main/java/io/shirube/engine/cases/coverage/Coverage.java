package io.shirube.engine.cases.coverage;

import io.shirube.engine.model.Position;
import java.util.Comparator;
import java.util.List;

/**
 * What the cases have tried of a ruleset.
 *
 * @param parts every rule and every row, in the ruleset's order
 * @param conditions every condition of a rule and every cell that is not blank, by place
 * @param thresholds every number that a test or a cell compares a field with, by place
 */
public record Coverage(List<Part> parts, List<Condition> conditions, List<Threshold> thresholds) {

    public Coverage {
        parts = List.copyOf(parts);
        conditions =
                conditions.stream().sorted(Comparator.comparing(Condition::at)).toList();
        thresholds = thresholds.stream()
                .sorted(Comparator.comparing(Threshold::at).thenComparing(Threshold::value))
                .toList();
    }

    /**
     * A rule or a row of a table.
     *
     * @param name of the rule or table
     * @param fired whether at least one case fired it
     */
    public record Part(String name, Position at, boolean fired) {}

    /**
     * A condition of a rule or a cell of a row.
     *
     * @param unit name of the rule or table
     * @param text the author's words
     * @param seenTrue whether it was true in some case
     * @param seenFalse whether it was false in some case; unknown is neither
     * @param decidedTrue whether some case fired its rule, or kept it from firing, only because this was true
     * @param decidedFalse likewise because this was false
     */
    public record Condition(
            String unit,
            Position at,
            String text,
            boolean seenTrue,
            boolean seenFalse,
            boolean decidedTrue,
            boolean decidedFalse) {

        Condition(String unit, Position at, String text, Seen seen) {
            this(unit, at, text, seen.isTrue, seen.isFalse, seen.decidesTrue, seen.decidesFalse);
        }

        /** Returns whether it was seen true and seen false. */
        public boolean isCovered() {
            return seenTrue && seenFalse;
        }

        /** Returns whether everything else of its rule held once while it was true and once while it was false. */
        public boolean isDecisive() {
            return decidedTrue && decidedFalse;
        }
    }

    /**
     * A number at which a condition changes its answer. A case counts when everything else of the rule or row holds.
     *
     * @param unit name of the rule or table
     * @param field as a reason quotes it, or the author's words for a figure over items
     * @param value the number
     * @param neighbours the nearest numbers on the other side, one step of the field away; none when it can have none
     * @param on whether a case stands exactly on the number
     * @param beside whether a case stands at most one step away on the other side, or none can
     */
    public record Threshold(
            String unit, Position at, String field, double value, List<Double> neighbours, boolean on, boolean beside) {
        public Threshold {
            neighbours = List.copyOf(neighbours);
        }

        /** Returns whether there is a case on both sides. */
        public boolean isCovered() {
            return on && beside;
        }
    }

    /** Returns the rules and rows that no case has fired. */
    public List<Part> neverFired() {
        return parts.stream().filter(part -> !part.fired()).toList();
    }
}
