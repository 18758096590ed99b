package io.shirube.engine.rules;

import io.shirube.engine.model.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One type of next-best action, from {@code actions.yml}. Lists by touch are in the order HIGH, LOW, TECH.
 *
 * @param name such as {@code SUPPORT_ESCALATION}
 * @param number index in the catalogue
 * @param actionClass M mandatory, S standard, F finding over many accounts
 * @param purposeJa the indicator it moves and what that is for
 * @param driver RETENTION, EXPANSION, ADVOCACY or EFFICIENCY
 * @param ownerRole owner by touch
 * @param coOwnerRole or empty
 * @param skill skill its owner needs, or empty
 * @param channel channel by touch
 * @param effortHours hours by touch; NaN where the action is not for that touch
 * @param due when it is due
 * @param cooldownDays days after DONE in which it is not proposed again, 0 for none
 * @param expiry when it expires
 * @param windowDays days after DONE in which its proof is read
 * @param group outcomes of a group are suppressed together
 * @param basePropensity prior propensity, 0..1
 * @param baseStrength strength of the prior in trials
 * @param value money at stake as an expression over account and contract, or null for 0
 * @param objective whose weight counts in L
 * @param weight its own weight in L, -100 to 100
 * @param touches the touches it may be offered to; empty for all
 * @param stages the stages it may be offered in; empty for all
 * @param excludedBy action types whose presence holds it
 * @param absorbs action types it lists inside itself
 * @param proofIndicator the signal whose move proves it
 */
public record ActionType(
        String name,
        int number,
        String labelJa,
        String labelEn,
        ActionClass actionClass,
        String purposeJa,
        String purposeEn,
        String driver,
        List<String> ownerRole,
        String coOwnerRole,
        String skill,
        List<String> channel,
        List<Double> effortHours,
        Due due,
        int cooldownDays,
        Expiry expiry,
        int windowDays,
        String group,
        double basePropensity,
        double baseStrength,
        @Nullable Term value,
        String objective,
        double weight,
        List<String> touches,
        List<String> stages,
        List<String> excludedBy,
        List<String> absorbs,
        boolean customerFacing,
        String proofIndicator,
        Position position) {

    public ActionType {
        ownerRole = List.copyOf(ownerRole);
        channel = List.copyOf(channel);
        effortHours = List.copyOf(effortHours);
        touches = List.copyOf(touches);
        stages = List.copyOf(stages);
        excludedBy = List.copyOf(excludedBy);
        absorbs = List.copyOf(absorbs);
    }

    /**
     * When an action is due.
     *
     * @param kind what {@code days} counts from
     * @param days by touch, HIGH, LOW, TECH; not read for STEP
     */
    public record Due(DueKind kind, List<Integer> days) {
        public Due {
            days = List.copyOf(days);
        }
    }

    /** What a due date counts from. */
    public enum DueKind {
        /** Working days after asOf; 0 is asOf itself. */
        WORKING_DAYS,
        /** Calendar days after the contract's start; never before asOf; moved to the next working day. */
        AFTER_START,
        /** The date of the next renewal step, at last the decision date; moved to the previous working day. */
        STEP
    }

    /**
     * When an open action expires.
     *
     * @param days calendar days after asOf, for DAYS only
     */
    public record Expiry(ExpiryKind kind, int days) {}

    /** What an expiry counts from. */
    public enum ExpiryKind {
        DAYS,
        DECISION_DATE,
        CONTRACT_END,
        CONTRACT_START,
        NEVER
    }

    /** What kind of obligation the action is. */
    public enum ActionClass {
        /** Mandatory: passes limits and ranking, not suppression. */
        M,
        /** Standard. */
        S,
        /** Finding over many accounts. */
        F
    }

    /** Returns the label in a language, {@code ja} or else English. */
    public String label(String language) {
        return language.equals("ja") ? labelJa : labelEn;
    }
}
