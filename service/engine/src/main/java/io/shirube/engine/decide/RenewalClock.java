package io.shirube.engine.decide;

import io.shirube.engine.explain.ValueText;
import io.shirube.engine.model.AccountSnapshot.Contract;
import io.shirube.engine.model.AccountSnapshot.NoticeRule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one clock of renewals: when the customer has to decide.
 *
 * <p>A contract's end is its last valid day. Months are counted back from it with a clamp to the month's end, so three
 * months before 2027-05-31 is 2027-02-28.
 */
final class RenewalClock {

    private static final int ASSUMED_TERM = 12;

    private final int assumedNoticeDays;

    /** @param assumedNoticeDays days of notice when the contract states no rule */
    RenewalClock(int assumedNoticeDays) {
        this.assumedNoticeDays = assumedNoticeDays;
    }

    /** Returns the dates of the term that asOf falls into, rolled on if need be; says in the notices what is odd. */
    RenewalTerms terms(@Nullable Contract contract, LocalDate asOf, Notices notices) {
        if (contract == null) {
            return RenewalTerms.NONE;
        }
        LocalDate end = contract.end();
        boolean auto = Boolean.TRUE.equals(contract.autoRenew());
        Integer months = months(contract);
        if (end == null) {
            return new RenewalTerms(contract.start(), null, null, null, null, months, auto, 0);
        }
        int rolled = auto && !noticeReceived(contract, asOf) ? timesRolled(contract, end, months, asOf, notices) : 0;
        int step = months == null ? ASSUMED_TERM : months;
        LocalDate start =
                rolled == 0 ? contract.start() : after(end, step, rolled - 1).plusDays(1);
        LocalDate ends = after(end, step, rolled);
        if (rolled == 0 && end.isBefore(asOf) && contract.autoRenew() == null) {
            notices.add(
                    "AUTO_RENEW_UNKNOWN",
                    "契約は" + ValueText.dayJa(end) + "に満了していますが、自動更新の有無が未登録です。",
                    "The contract ended on " + end + " and it is not known whether it renews by itself.",
                    Map.of("end", end.toString()));
        }
        LocalDate deadline = deadline(contract.noticeRule(), ends, (long) rolled * step);
        String basis = basis(contract.noticeRule());
        LocalDate decision = decisionDate(deadline, contract.budgetSubmissionDate(), start, ends, notices);
        return new RenewalTerms(start, ends, deadline, decision, basis, months, auto, rolled);
    }

    static boolean noticeReceived(Contract contract, LocalDate asOf) {
        LocalDate received = contract.noticeReceivedOn();
        return received != null && !received.isAfter(asOf);
    }

    private static @Nullable Integer months(Contract contract) {
        Integer told = contract.termMonths();
        if (told != null && told > 0) {
            return told;
        }
        LocalDate start = contract.start();
        LocalDate end = contract.end();
        if (start == null || end == null) {
            return null;
        }
        long counted = ChronoUnit.MONTHS.between(start, end.plusDays(1));
        return counted < 1 ? null : (int) counted;
    }

    private static int timesRolled(
            Contract contract, LocalDate end, @Nullable Integer months, LocalDate asOf, Notices notices) {
        int times = 0;
        int step = months == null ? ASSUMED_TERM : months;
        while (after(end, step, times).isBefore(asOf)) {
            times++;
        }
        if (times > 0) {
            LocalDate now = after(end, step, times);
            String assumed = months == null && contract.termMonths() == null ? "12か月と仮定した" : "";
            notices.add(
                    "ROLLED_ON",
                    "自動更新の契約が満了日の" + ValueText.dayJa(end) + "を過ぎたため、" + assumed + "契約期間" + step + "か月で更新し、満了日を"
                            + ValueText.dayJa(now) + "としました。",
                    "The contract renews by itself and is past its end " + end + ": it rolls on by its term of " + step
                            + " months" + (assumed.isEmpty() ? "" : " (assumed)") + ", now to " + now + ".",
                    Map.of("end", end.toString(), "until", now.toString(), "months", String.valueOf(step)));
        }
        return times;
    }

    /** Returns the last day of the term that many terms later. */
    private static LocalDate after(LocalDate end, int months, int times) {
        return times == 0
                ? end
                : end.plusDays(1).plusMonths((long) months * times).minusDays(1);
    }

    private LocalDate deadline(@Nullable NoticeRule rule, LocalDate end, long rolledMonths) {
        if (rule == null) {
            return end.minusDays(assumedNoticeDays);
        }
        LocalDate fixed = rule.date();
        return switch (rule.kind()) {
            case "DAYS_BEFORE_END" -> end.minusDays(number(rule.n()));
            case "MONTHS_BEFORE_END" -> end.minusMonths(number(rule.n()));
            case "DAY_OF_MONTH_BEFORE_END_MONTH" -> dayOf(YearMonth.from(end).minusMonths(months(rule, 1)), rule.day());
            case "END_OF_MONTH_BEFORE" ->
                YearMonth.from(end).minusMonths(months(rule, 0)).atEndOfMonth();
            case "FIXED" -> fixed == null ? end : fixed.plusMonths(rolledMonths);
            default -> end.minusDays(assumedNoticeDays);
        };
    }

    private static int number(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    private static int months(NoticeRule rule, int otherwise) {
        Integer months = rule.months() == null ? rule.n() : rule.months();
        return months == null ? otherwise : months;
    }

    private static LocalDate dayOf(YearMonth month, @Nullable Integer day) {
        return month.atDay(Math.min(day == null ? 1 : day, month.lengthOfMonth()));
    }

    private static String basis(@Nullable NoticeRule rule) {
        if (rule == null) {
            return "ASSUMED";
        }
        return rule.kind().equals("FIXED") ? "CONTRACT" : "COMPUTED";
    }

    private static LocalDate decisionDate(
            LocalDate deadline, @Nullable LocalDate budget, @Nullable LocalDate start, LocalDate end, Notices notices) {
        boolean ofThisTerm = budget != null && !budget.isAfter(end) && (start == null || budget.isAfter(start));
        if (budget == null || !ofThisTerm || !budget.isBefore(deadline)) {
            return deadline;
        }
        notices.add(
                "BUDGET_DATE",
                "予算提出日の" + ValueText.dayJa(budget) + "が通知期限の" + ValueText.dayJa(deadline) + "より早いため、予算提出日を更新判断期限とします。",
                "The decision date is the budget submission on " + budget + ", before the notice deadline " + deadline
                        + ".",
                Map.of("budgetSubmissionDate", budget.toString(), "noticeDeadline", deadline.toString()));
        return budget;
    }
}
