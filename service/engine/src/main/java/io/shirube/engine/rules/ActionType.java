package io.shirube.engine.rules;

import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import java.util.List;
import java.util.Map;
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
 * @param delivery with whom and how it reaches the customer
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
        Delivery delivery,
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
     * With whom and how an action reaches the customer.
     *
     * @param coOwner who takes part beside the owner, by touch; empty texts for nobody
     * @param deliveredBy the role that carries it out when it is not the owner, or empty
     * @param mailClass what its mails are; promotions obey the limits per person and opt-outs
     * @param notFor why it is not offered to a touch, by the touch's name
     */
    public record Delivery(List<String> coOwner, String deliveredBy, MailClass mailClass, Map<String, Text> notFor) {

        /** Nobody but the owner, with service mails, to every touch. */
        public static final Delivery BY_OWNER = new Delivery(List.of("", "", ""), "", MailClass.SERVICE, Map.of());

        public Delivery {
            coOwner = List.copyOf(coOwner);
            notFor = Map.copyOf(notFor);
        }
    }

    /** What the law on mails makes of an action's mails. */
    public enum MailClass {
        /** About the contract or the service: always allowed. */
        SERVICE,
        /** Anything else: limited in number, and never to whoever opted out. */
        PROMOTION
    }

    /**
     * When an action is due.
     *
     * @param kind what {@code days} counts from
     * @param days by touch, HIGH, LOW, TECH; not read for STEP
     * @param event the date for EVENT, else null
     */
    public record Due(
            DueKind kind, List<Integer> days, @Nullable Field event) {
        public Due {
            days = List.copyOf(days);
        }

        /** A due date that counts from no signal. */
        public Due(DueKind kind, List<Integer> days) {
            this(kind, days, null);
        }
    }

    /** What a due date counts from. */
    public enum DueKind {
        /** Working days after asOf; 0 is asOf itself. */
        WORKING_DAYS,
        /** Calendar days after the contract's start; never before asOf; moved to the next working day. */
        AFTER_START,
        /** Working days before the contract's start; never before asOf. */
        BEFORE_START,
        /** Calendar days before the decision date, moved to the previous working day; never before asOf. */
        BEFORE_DECISION,
        /** A day that a signal names, when it is to come; else so many calendar days after asOf. */
        EVENT,
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
        /** On the day it is due. */
        DUE,
        NEVER
    }

    /** What kind of obligation the action is. */
    public enum ActionClass {
        /** Mandatory: passes limits, not suppression. */
        M,
        /** Standard. */
        S,
        /** Finding over many accounts. */
        F
    }
}
