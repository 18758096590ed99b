package io.shirube.engine.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer for one account on one day. Same ruleset, snapshot, day and program version give an equal decision.
 *
 * @param ruleset revision of the rules, {@code sha256:…}
 * @param engine program version
 * @param actions what to do, first is most urgent
 * @param noAction why there is nothing to do, null when {@code actions} is not empty
 * @param notices what was odd in the input
 * @param problems failures of a rule or of the engine for this account
 * @param explanation what every rule and table came to, when that was asked for
 */
public record Decision(
        String accountId,
        LocalDate asOf,
        String ruleset,
        String engine,
        StageResult stage,
        Renewal renewal,
        Segment segment,
        Health health,
        Success success,
        List<Action> actions,
        List<Withdrawn> withdrawn,
        List<Suppressed> suppressed,
        @Nullable NoAction noAction,
        List<MissingSignal> missingSignals,
        List<Remark> notices,
        List<Remark> problems,
        @Nullable Explanation explanation) {

    /** A decision that does not say what every rule came to. */
    public Decision(
            String accountId,
            LocalDate asOf,
            String ruleset,
            String engine,
            StageResult stage,
            Renewal renewal,
            Segment segment,
            Health health,
            Success success,
            List<Action> actions,
            List<Withdrawn> withdrawn,
            List<Suppressed> suppressed,
            @Nullable NoAction noAction,
            List<MissingSignal> missingSignals,
            List<Remark> notices,
            List<Remark> problems) {
        this(
                accountId,
                asOf,
                ruleset,
                engine,
                stage,
                renewal,
                segment,
                health,
                success,
                actions,
                withdrawn,
                suppressed,
                noAction,
                missingSignals,
                notices,
                problems,
                null);
    }

    public Decision {
        actions = List.copyOf(actions);
        withdrawn = List.copyOf(withdrawn);
        suppressed = List.copyOf(suppressed);
        missingSignals = List.copyOf(missingSignals);
        notices = List.copyOf(notices);
        problems = List.copyOf(problems);
    }

    /** @param source STATED, DERIVED or ASSUMED */
    public record StageResult(String value, String source, List<Reason> reasons) {}

    /**
     * @param daysLeft days from asOf to the decision date, negative when it has passed, null when unknown
     * @param basis CONTRACT, COMPUTED or ASSUMED; null without a decision date
     * @param step the step of the touch's schedule that is due, such as {@code D60}, or null before the first
     */
    public record Renewal(
            @Nullable LocalDate decisionDate,
            @Nullable Integer daysLeft,
            @Nullable String state,
            @Nullable String basis,
            @Nullable String step) {}

    /** @param sizeBand null when nothing tells the size */
    public record Segment(
            String touch,
            String programme,
            @Nullable String sizeBand,
            boolean pinned,
            AccountSnapshot.@Nullable Pending pending,
            List<Reason> reasons) {}

    /**
     * @param score 0..100 unrounded, null when no dimension has data
     * @param coverage share of the weights that has data, 0..1 unrounded
     */
    public record Health(
            @Nullable Double score, String band, double coverage, List<Dimension> dimensions, List<Reason> caps) {}

    /**
     * @param score 0..100, null without data
     * @param weight as the weight table gives it
     * @param effectiveWeight share of the weights with data, 0 without data
     * @param inputs names of the fields its rules read
     */
    public record Dimension(
            String name,
            @Nullable Double score,
            double weight,
            double effectiveWeight,
            List<String> inputs,
            List<Reason> reasons) {}

    public record Success(String level, List<Reason> reasons) {}

    /**
     * @param change OPENED or REFRESHED
     * @param coOwnerRole who takes part beside the owner, or empty
     * @param deliveredBy the role that carries it out when it is not the owner, or empty
     */
    public record Action(
            String key,
            String type,
            String change,
            Text title,
            double priority,
            Factors factors,
            String channel,
            String ownerRole,
            String coOwnerRole,
            String deliveredBy,
            String skill,
            LocalDate dueOn,
            @Nullable LocalDate expiresOn,
            double effortHours,
            String bundle,
            List<String> absorbed,
            Text purpose,
            boolean mandatory,
            List<Reason> reasons) {}

    /** The four factors of priority; each 1 when switched off. */
    public record Factors(double propensity, double context, double value, double lever) {}

    public record Withdrawn(String key, Text because) {}

    /** @param by ELIGIBILITY, APPLICABILITY, SUITABILITY, SUPPRESSION, LIMIT, COOLDOWN, SNOOZED, HOLD_OUT, EXCLUDED_BY:type */
    public record Suppressed(String key, String type, boolean held, String by, Text text) {}

    /** @param cause NONE_ELIGIBLE, ALL_SUPPRESSED, LIMITS, HOLD_OUT or DATA_MISSING */
    public record NoAction(String cause, Text text) {}

    /**
     * @param why NEVER or STALE
     * @param wouldChange whether some value of this one signal would change touch, band or the set of actions
     */
    public record MissingSignal(
            String name, String why, @Nullable LocalDate lastAt, boolean wouldChange) {}

    /**
     * Something odd.
     *
     * @param code stable name such as {@code FUTURE}
     * @param values what the text is about, by name
     */
    public record Remark(String code, Text text, Map<String, String> values) {}
}
