package io.shirube.engine.decide;

import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.AccountSnapshot.Contract;
import io.shirube.engine.model.AccountSnapshot.Outcome;
import io.shirube.engine.model.Decision.Renewal;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.RuleModel;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a renewal stands, once the touch and with it the schedule of steps is known. */
final class RenewalStates {

    private static final int YEAR = 12;

    private final List<List<Integer>> stepsByTouch;
    private final List<ActionType> actions;
    private final Field state;
    private final Field daysLeft;
    private final Field step;

    RenewalStates(RuleModel model) {
        this.stepsByTouch = model.policies().renewalSteps();
        this.actions = model.actions();
        this.state = model.vocabulary().required(FactType.RENEWAL, "state");
        this.daysLeft = model.vocabulary().required(FactType.RENEWAL, "daysLeft");
        this.step = model.vocabulary().required(FactType.RENEWAL, "step");
    }

    /**
     * Returns the renewal and writes it into the facts.
     *
     * @param touch ordinal of the touch: HIGH, LOW, TECH
     */
    Renewal settle(AccountSnapshot snapshot, RenewalTerms terms, int touch, Facts facts) {
        LocalDate asOf = facts.asOf();
        Integer left = terms.daysLeft(asOf);
        List<Integer> steps = stepsByTouch.get(touch);
        String name = state(snapshot, terms, steps, asOf);
        Integer reached = "OPEN".equals(name) || "DEADLINE_PASSED".equals(name) ? reached(steps, left) : null;
        Slots slots = facts.account();
        if (name == null || state.enumType() == null) {
            slots.setUnknown(state.slot());
        } else {
            slots.set(state.slot(), state.enumType().ordinal(name));
        }
        if (left == null) {
            slots.setUnknown(daysLeft.slot());
            slots.setUnknown(step.slot());
        } else {
            slots.set(daysLeft.slot(), left);
            if (reached == null) {
                slots.setAbsent(step.slot());
            } else {
                slots.set(step.slot(), reached);
            }
        }
        return new Renewal(terms.decisionDate(), left, name, terms.basis(), reached == null ? null : "D" + reached);
    }

    private @Nullable String state(AccountSnapshot snapshot, RenewalTerms terms, List<Integer> steps, LocalDate asOf) {
        Contract contract = snapshot.contract();
        LocalDate end = terms.end();
        LocalDate deadline = terms.noticeDeadline();
        if (contract == null || end == null || deadline == null) {
            return null;
        }
        if (end.isBefore(asOf)) {
            return "LAPSED";
        }
        if (RenewalClock.noticeReceived(contract, asOf)) {
            return "NOTICE_RECEIVED";
        }
        if (renewed(snapshot, terms, asOf)) {
            return "RENEWED";
        }
        if (deadline.isBefore(asOf)) {
            return terms.autoRenews() ? "SECURED" : "DEADLINE_PASSED";
        }
        Integer left = terms.daysLeft(asOf);
        boolean shortTerm = terms.months() != null && terms.months() < YEAR;
        return !shortTerm && left != null && !steps.isEmpty() && left <= steps.get(0) ? "OPEN" : "OUTSIDE";
    }

    /** A renewal is signed when preparing it succeeded within the term; that type is the one due by the schedule. */
    private boolean renewed(AccountSnapshot snapshot, RenewalTerms terms, LocalDate asOf) {
        for (Outcome outcome : Objects.requireNonNullElse(snapshot.outcomes(), List.<Outcome>of())) {
            LocalDate on = outcome.on();
            boolean inTerm = on != null && !on.isAfter(asOf) && (terms.start() == null || !on.isBefore(terms.start()));
            if (inTerm && "SUCCEEDED".equals(outcome.result()) && dueByStep(outcome.type())) {
                return true;
            }
        }
        return false;
    }

    private boolean dueByStep(String type) {
        return actions.stream()
                .anyMatch(action -> action.name().equals(type) && action.due().kind() == ActionType.DueKind.STEP);
    }

    private static @Nullable Integer reached(List<Integer> steps, @Nullable Integer left) {
        Integer latest = null;
        for (Integer candidate : steps) {
            if (left != null && left <= candidate) {
                latest = candidate;
            }
        }
        return latest;
    }
}
