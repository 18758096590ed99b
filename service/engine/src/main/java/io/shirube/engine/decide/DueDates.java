package io.shirube.engine.decide;

import io.shirube.engine.explain.ValueText;
import io.shirube.engine.model.AccountSnapshot.OpenAction;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Policies;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When actions are due and expire. What is already open keeps counting from the day it was opened, until it has expired;
 * otherwise its due date would move away day by day.
 */
final class DueDates {

    private static final int STEP_FALLBACK = 10;

    private final WorkingDays days;
    private final List<List<Integer>> stepsByTouch;

    DueDates(Policies policies) {
        this.days = WorkingDays.of(policies);
        this.stepsByTouch = policies.renewalSteps();
    }

    /** Returns the day from which an action's days count. */
    LocalDate base(ActionType type, @Nullable OpenAction open, Run run) {
        LocalDate opened = open == null ? null : open.openedOn();
        boolean inHand = open != null && ("OPEN".equals(open.state()) || "ACCEPTED".equals(open.state()));
        if (opened == null || !inHand) {
            return run.asOf();
        }
        LocalDate expires = expires(type, opened, run);
        return expires != null && expires.isBefore(run.asOf()) ? run.asOf() : opened;
    }

    /**
     * Returns the day an action is due, a working day unless it is due at once.
     *
     * @param touch ordinal of the touch
     */
    LocalDate due(Proposal proposal, int touch, LocalDate base, Run run) {
        Integer stated = proposal.due();
        return stated != null ? days.plus(base, stated) : due(proposal.type(), touch, base, run);
    }

    private LocalDate due(ActionType type, int touch, LocalDate base, Run run) {
        List<Integer> byTouch = type.due().days();
        int count = byTouch.isEmpty() ? STEP_FALLBACK : byTouch.get(Math.min(touch, byTouch.size() - 1));
        return switch (type.due().kind()) {
            case WORKING_DAYS -> days.plus(base, count);
            case AFTER_START -> {
                LocalDate start = run.terms().start();
                LocalDate due = start == null ? base : start.plusDays(count);
                yield days.onOrAfter(due.isBefore(base) ? base : due);
            }
            case BEFORE_START -> {
                LocalDate start = run.terms().start();
                yield notBefore(run, start == null ? base : days.plus(start, -count));
            }
            case BEFORE_DECISION -> {
                LocalDate decision = run.terms().decisionDate();
                yield decision == null
                        ? days.plus(base, STEP_FALLBACK)
                        : notBefore(run, days.onOrBefore(decision.minusDays(count)));
            }
            case EVENT -> event(type.due().event(), count, base, run);
            case STEP -> step(touch, base, run);
        };
    }

    private static LocalDate notBefore(Run run, LocalDate day) {
        return day.isBefore(run.asOf()) ? run.asOf() : day;
    }

    private LocalDate event(@Nullable Field date, int otherwise, LocalDate base, Run run) {
        Slots slots = run.facts().account();
        if (date != null && slots.isKnown(date.slot())) {
            LocalDate day = LocalDate.ofEpochDay((long) slots.number(date.slot()));
            if (!day.isBefore(run.asOf())) {
                return day;
            }
        }
        return days.onOrBefore(base.plusDays(otherwise));
    }

    private LocalDate step(int touch, LocalDate base, Run run) {
        LocalDate decision = run.terms().decisionDate();
        if (decision == null) {
            return days.plus(base, STEP_FALLBACK);
        }
        LocalDate due = decision;
        for (int step : stepsByTouch.get(touch)) {
            LocalDate day = decision.minusDays(step);
            due = day.isAfter(run.asOf()) && day.isBefore(due) ? day : due;
        }
        LocalDate worked = days.onOrBefore(due);
        return notBefore(run, worked);
    }

    /** Returns the day after which an action is no longer open, or null when it never expires. */
    @Nullable
    LocalDate expires(ActionType type, LocalDate base, LocalDate due, Run run) {
        return type.expiry().kind() == ActionType.ExpiryKind.DUE ? due : expires(type, base, run);
    }

    private @Nullable LocalDate expires(ActionType type, LocalDate base, Run run) {
        return switch (type.expiry().kind()) {
            case DAYS -> base.plusDays(type.expiry().days());
            case DECISION_DATE -> run.terms().decisionDate();
            case CONTRACT_END -> run.terms().end();
            case CONTRACT_START -> run.terms().start();
            case DUE, NEVER -> null;
        };
    }

    /** Returns the ISO week in which work that opens on a day can begin, such as {@code 2026-W48}. */
    String weekOf(LocalDate opened) {
        LocalDate day = days.onOrAfter(opened);
        return String.format(
                Locale.ROOT,
                "%d-W%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** Says once a decision that a due date lies where no holidays are known. */
    void noteBeyondList(LocalDate due, Notices notices) {
        if (days.isBeyondList(due)) {
            notices.add(
                    "HOLIDAYS_UNKNOWN",
                    "祝日の一覧は" + ValueText.dayJa(days.until()) + "までです。それより後の期限は土日だけを休みとして計算しました。",
                    "The list of holidays reaches to " + days.until() + "; due dates after it only leave weekends out.",
                    Map.of("until", days.until().toString()));
        }
    }
}
