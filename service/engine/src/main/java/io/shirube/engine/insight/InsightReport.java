package io.shirube.engine.insight;

import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a book says of its rules.
 *
 * @param ruleset revision of the rules
 * @param accounts how many were decided on
 * @param nothing how many of them have nothing to do
 * @param causes how many of those for each cause a decision names, such as {@code NONE_ELIGIBLE}
 * @param obstacles the conditions that alone stood in the way of an action, those with most accounts within reach first
 * @param vitals rules that may need their author, in the order of the rules
 */
public record InsightReport(
        LocalDate asOf,
        String ruleset,
        long accounts,
        long nothing,
        Map<String, Long> causes,
        List<Obstacle> obstacles,
        List<Vital> vitals) {

    public InsightReport {
        causes = Map.copyOf(causes);
        obstacles = List.copyOf(obstacles);
        vitals = List.copyOf(vitals);
    }

    /**
     * A condition of a rule that alone kept it from proposing an action to accounts that have nothing to do.
     *
     * @param rule name of the rule
     * @param at where the condition stands
     * @param condition as its author wrote it
     * @param actions labels of the actions the rule proposes
     * @param accounts for how many accounts it is false
     * @param reach how many of them are within reach: half of the threshold away at most
     * @param unknown for how many it is not known
     * @param relaxations what other thresholds would bring, from the nearest on; none where the condition has no threshold
     */
    public record Obstacle(
            String rule,
            Position at,
            String condition,
            Text actions,
            long accounts,
            long reach,
            long unknown,
            List<Relaxation> relaxations,
            Text text) {
        public Obstacle {
            relaxations = List.copyOf(relaxations);
        }
    }

    /**
     * What came of deciding on the whole book with another threshold in one condition.
     *
     * @param from threshold as it is, in the field's own unit: 0.9 for 90 %
     * @param to threshold that was tried
     * @param accounts how many accounts fewer have nothing to do
     * @param actions how many actions more there are
     * @param hours how many hours more the actions due within 30 days take
     */
    public record Relaxation(double from, double to, long accounts, long actions, double hours, Text text) {}

    /** What may be wrong with a rule. */
    public enum Sign {
        /** It fired for nobody. */
        NEVER,
        /** It fired for everybody. */
        ALWAYS,
        /** Whatever it proposed was held back. */
        ALWAYS_HELD,
        /** Most of what became of its actions was a dismissal. */
        MOSTLY_DISMISSED,
        /** Its review date has passed. */
        REVIEW_OVERDUE
    }

    /**
     * A rule or table that may need its author.
     *
     * @param rule name of the rule or table
     * @param count how often what the sign says was seen
     * @param of out of how many
     */
    public record Vital(Sign sign, String rule, Position at, long count, long of, Text text) {}
}
