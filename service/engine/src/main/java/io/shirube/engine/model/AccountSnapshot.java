package io.shirube.engine.model;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a caller told about one account. Values are not yet checked against the catalogues. A null component was
 * not told; dates are days in the book's time zone.
 *
 * @param signals readings by signal name, in the order they arrived
 * @param tickets null when the caller did not tell of tickets at all; likewise the other lists
 * @param evidence trials and successes by action type
 * @param uplift help for a limited time that somebody asked for: actions as for one touch higher
 */
public record AccountSnapshot(
        Account account,
        @Nullable Contract contract,
        Map<String, List<Measurement>> signals,
        @Nullable List<Ticket> tickets,
        @Nullable List<Contact> contacts,
        @Nullable List<OpenAction> openActions,
        @Nullable List<Outcome> outcomes,
        @Nullable List<Touch> touches,
        Map<String, Evidence> evidence,
        @Nullable Pin pin,
        @Nullable Previous previous,
        @Nullable Uplift uplift) {

    /** A snapshot of an account that nobody asked help for. */
    public AccountSnapshot(
            Account account,
            @Nullable Contract contract,
            Map<String, List<Measurement>> signals,
            @Nullable List<Ticket> tickets,
            @Nullable List<Contact> contacts,
            @Nullable List<OpenAction> openActions,
            @Nullable List<Outcome> outcomes,
            @Nullable List<Touch> touches,
            Map<String, Evidence> evidence,
            @Nullable Pin pin,
            @Nullable Previous previous) {
        this(
                account,
                contract,
                signals,
                tickets,
                contacts,
                openActions,
                outcomes,
                touches,
                evidence,
                pin,
                previous,
                null);
    }

    public AccountSnapshot {
        signals = new LinkedHashMap<>(signals);
        evidence = new LinkedHashMap<>(evidence);
    }

    /** @param attributes values as {@code Double}, {@code Boolean} or {@code String}, or null: told to be unknown */
    public record Account(
            String id,
            @Nullable String name,
            @Nullable Double employees,
            @Nullable Double groupEmployees,
            @Nullable String industry,
            @Nullable String stage,
            Map<String, @Nullable Object> attributes,
            @Nullable String parentId,
            @Nullable LocalDate onboardingCompletedOn) {}

    public record Contract(
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable NoticeRule noticeRule,
            @Nullable LocalDate noticeReceivedOn,
            @Nullable LocalDate budgetSubmissionDate,
            @Nullable Boolean autoRenew,
            @Nullable Integer termMonths,
            @Nullable Double arr,
            @Nullable Double mrr,
            @Nullable String currency,
            @Nullable String plan,
            @Nullable List<String> products) {}

    /**
     * When notice has to be given. {@code n} serves DAYS_BEFORE_END and MONTHS_BEFORE_END and END_OF_MONTH_BEFORE (as
     * months), {@code months} and {@code day} DAY_OF_MONTH_BEFORE_END_MONTH, {@code date} FIXED.
     */
    public record NoticeRule(
            String kind,
            @Nullable Integer n,
            @Nullable Integer months,
            @Nullable Integer day,
            @Nullable LocalDate date) {}

    public record Ticket(
            String id,
            @Nullable Double severity,
            @Nullable LocalDate openedAt,
            @Nullable LocalDate closedAt,
            @Nullable Double reopened,
            @Nullable Boolean escalated,
            @Nullable String kind,
            @Nullable String cause,
            @Nullable Boolean waitingForCustomer) {}

    /** @param optedOut whether the person wants no promotional mail */
    public record Contact(
            String id,
            @Nullable String role,
            @Nullable LocalDate leftOn,
            @Nullable LocalDate lastContactAt,
            @Nullable Rating rating,
            @Nullable Boolean optedOut) {

        /** A contact of whom nobody told whether promotional mail is wanted. */
        public Contact(
                String id,
                @Nullable String role,
                @Nullable LocalDate leftOn,
                @Nullable LocalDate lastContactAt,
                @Nullable Rating rating) {
            this(id, role, leftOn, lastContactAt, rating, null);
        }
    }

    public record Rating(
            @Nullable Double value,
            @Nullable LocalDate at,
            @Nullable String wave,
            @Nullable LocalDate answeredOn) {}

    public record OpenAction(
            String key,
            String type,
            @Nullable LocalDate openedOn,
            @Nullable String state,
            @Nullable LocalDate snoozedUntil) {}

    public record Outcome(
            String type,
            @Nullable String group,
            @Nullable String result,
            @Nullable LocalDate on) {}

    public record Touch(
            @Nullable String contactId,
            @Nullable String channel,
            @Nullable LocalDate on) {}

    public record Evidence(double trials, double successes) {}

    public record Pin(
            String touch,
            @Nullable String reason,
            @Nullable String by,
            @Nullable LocalDate expiresOn) {}

    public record Previous(
            @Nullable String touch,
            @Nullable LocalDate since,
            @Nullable String stage,
            @Nullable Pending pending) {}

    public record Pending(String touch, @Nullable LocalDate since) {}

    /**
     * Help for a limited time, 臨時支援.
     *
     * @param hours hours it may take, or null
     * @param until last day of it; it ends by itself
     */
    public record Uplift(
            @Nullable String requestedBy,
            @Nullable String reason,
            @Nullable Double hours,
            LocalDate until,
            @Nullable String owner) {}
}
