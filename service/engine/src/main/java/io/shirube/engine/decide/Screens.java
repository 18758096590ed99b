package io.shirube.engine.decide;

import io.shirube.engine.explain.ValueText;
import io.shirube.engine.model.AccountSnapshot.OpenAction;
import io.shirube.engine.model.AccountSnapshot.Outcome;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Reason;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Policies;
import io.shirube.engine.rules.RuleModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The policies that look at one proposal alone, in the order in which they speak: eligibility, holds by rules, snooze,
 * suppression, cooldown, hold-out, mails per person.
 */
final class Screens {

    private static final int BUCKETS = 10_000;

    private final Policies policies;
    private final EnumType touches;
    private final EnumType stages;
    private final MailLimits mails;

    Screens(RuleModel model) {
        this.policies = model.policies();
        this.touches = enumOf(model, FactType.SEGMENT, "touch");
        this.stages = enumOf(model, FactType.STAGE, "value");
        this.mails = new MailLimits(policies.restraint().mailPerPerson());
    }

    /**
     * Returns why a proposal is not offered, or null when nothing here bars it.
     *
     * @param touch ordinal of the touch
     */
    @Nullable
    Barred screen(Proposal proposal, Proposals proposals, Run run, int touch, Segmented segmented) {
        Barred barred = ineligible(proposal.type(), touch, segmented);
        barred = barred == null ? heldByRule(proposal, proposals, run) : barred;
        barred = barred == null ? snoozed(proposal, run) : barred;
        barred = barred == null ? suppressed(proposal, run) : barred;
        barred = barred == null ? coolingDown(proposal.type(), run) : barred;
        barred = barred == null ? heldOut(proposal, run) : barred;
        return barred == null && !isInHand(proposal, run)
                ? mails.screen(proposal.type(), channel(proposal.type(), touch), run)
                : barred;
    }

    private static String channel(ActionType type, int touch) {
        return type.channel().isEmpty()
                ? ""
                : type.channel().get(Math.min(touch, type.channel().size() - 1));
    }

    /** What somebody works on already is not barred by the mails it caused. */
    private static boolean isInHand(Proposal proposal, Run run) {
        return openActions(run).stream()
                .anyMatch(open -> open.key().equals(proposal.key()) && ActionStep.isInHand(open));
    }

    private static EnumType enumOf(RuleModel model, FactType owner, String name) {
        return Objects.requireNonNull(model.vocabulary().required(owner, name).enumType(), name);
    }

    /** The stage and touch by name. */
    record Segmented(String stage, String touch) {}

    /** Returns whether the catalogue lets a type be offered at all to a touch in a stage. */
    boolean isFor(ActionType type, int touch, Segmented segmented) {
        return ineligible(type, touch, segmented) == null;
    }

    private @Nullable Barred ineligible(ActionType type, int touch, Segmented segmented) {
        Text notFor = type.delivery().notFor().get(segmented.touch());
        if (notFor != null) {
            return new Barred(false, "ELIGIBILITY", notFor);
        }
        boolean noEffort = type.effortHours().get(touch).isNaN();
        boolean otherTouch = !type.touches().isEmpty() && !type.touches().contains(segmented.touch());
        if (noEffort || otherTouch) {
            return new Barred(
                    false,
                    "ELIGIBILITY",
                    new Text(
                            "「" + type.labelJa() + "」は、" + touches.labelJa(segmented.touch()) + "では提案しません。",
                            type.labelEn() + " is not offered to touch " + segmented.touch() + "."));
        }
        if (!type.stages().isEmpty() && !type.stages().contains(segmented.stage())) {
            return new Barred(
                    false,
                    "ELIGIBILITY",
                    new Text(
                            "「" + type.labelJa() + "」は、" + stages.labelJa(segmented.stage()) + "の段階では提案しません。",
                            type.labelEn() + " is not offered in stage " + segmented.stage() + "."));
        }
        return null;
    }

    private static @Nullable Barred heldByRule(Proposal proposal, Proposals proposals, Run run) {
        Proposals.Held held = proposals.held(proposal.type());
        if (held == null) {
            return null;
        }
        List<Reason> reasons = run.reasons(List.of(held.by()));
        String name = run.conclusions().unit(held.by()).name();
        String ja = reasons.isEmpty() ? name : reasons.get(0).textJa();
        String en = reasons.isEmpty() ? name : reasons.get(0).textEn();
        return Barred.held(held.policy().name(), ja, en);
    }

    private static @Nullable Barred snoozed(Proposal proposal, Run run) {
        for (OpenAction open : openActions(run)) {
            LocalDate until = open.snoozedUntil();
            boolean asleep = "SNOOZED".equals(open.state()) && (until == null || until.isAfter(run.asOf()));
            if (asleep && open.key().equals(proposal.key())) {
                return Barred.held(
                        "SNOOZED",
                        until == null ? "保留中です。" : ValueText.dayJa(until) + "まで保留中です。",
                        until == null ? "Snoozed." : "Snoozed until " + until + ".");
            }
        }
        return null;
    }

    private @Nullable Barred suppressed(Proposal proposal, Run run) {
        List<LocalDate> dismissed = new ArrayList<>();
        for (Outcome outcome : outcomes(run)) {
            LocalDate on = outcome.on();
            if (on != null && "DISMISSED".equals(outcome.result()) && isAlike(outcome, proposal, run)) {
                dismissed.add(on);
            }
        }
        dismissed.sort(null);
        int needed = policies.suppressionOutcomes();
        for (int last = dismissed.size() - 1; needed > 0 && last >= needed - 1; last--) {
            LocalDate first = dismissed.get(last - needed + 1);
            LocalDate until = dismissed.get(last).plusDays(policies.suppressionPauseDays());
            boolean close = !first.plusDays(policies.suppressionWithinDays()).isBefore(dismissed.get(last));
            if (close && run.asOf().isBefore(until)) {
                return Barred.held(
                        "SUPPRESSION",
                        policies.suppressionWithinDays() + "日以内に" + needed + "回「対応不要」となったため、次の提案は"
                                + ValueText.dayJa(until) + "以降です。",
                        "Dismissed " + needed + " times within " + policies.suppressionWithinDays()
                                + " days: paused until " + until + ".");
            }
        }
        return null;
    }

    /** Outcomes of the same type count, and of the same group; a mandatory action is paused by its own type only. */
    private static boolean isAlike(Outcome outcome, Proposal proposal, Run run) {
        ActionType type = proposal.type();
        if (outcome.type().equals(type.name())) {
            return true;
        }
        String group = outcome.group() == null ? run.groupOf(outcome.type()) : outcome.group();
        return !proposal.isMandatory()
                && !type.group().isEmpty()
                && type.group().equals(group);
    }

    private static @Nullable Barred coolingDown(ActionType type, Run run) {
        LocalDate until = null;
        for (Outcome outcome : outcomes(run)) {
            LocalDate on = outcome.on();
            if (on != null && "DONE".equals(outcome.result()) && outcome.type().equals(type.name())) {
                LocalDate end = on.plusDays(type.cooldownDays());
                until = until == null || end.isAfter(until) ? end : until;
            }
        }
        if (until == null || !run.asOf().isBefore(until)) {
            return null;
        }
        return Barred.held(
                "COOLDOWN",
                "前回の完了から" + type.cooldownDays() + "日空けるため、次の提案は" + ValueText.dayJa(until) + "以降です。",
                "Done less than " + type.cooldownDays() + " days ago: not proposed again before " + until + ".");
    }

    /** Mandatory actions are never held out: what must be done is done for everybody. */
    private @Nullable Barred heldOut(Proposal proposal, Run run) {
        double percent = policies.holdOutPercent();
        if (percent <= 0 || proposal.isMandatory()) {
            return null;
        }
        String name = run.facts().accountId() + "\n" + proposal.type().name();
        if (Math.floorMod(StableHash.of(name), BUCKETS) >= percent * BUCKETS / 100) {
            return null;
        }
        return new Barred(
                false,
                "HOLD_OUT",
                new Text(
                        "効果を比べるための対照群のため、提案しません。",
                        "In the hold-out: not offered, so that its effect can be compared."));
    }

    static List<OpenAction> openActions(Run run) {
        return Objects.requireNonNullElse(run.snapshot().openActions(), List.<OpenAction>of()).stream()
                .filter(action -> !isAfter(action.openedOn(), run.asOf()))
                .toList();
    }

    private static List<Outcome> outcomes(Run run) {
        return Objects.requireNonNullElse(run.snapshot().outcomes(), List.<Outcome>of()).stream()
                .filter(outcome -> !isAfter(outcome.on(), run.asOf()))
                .toList();
    }

    private static boolean isAfter(@Nullable LocalDate day, LocalDate asOf) {
        return day != null && day.isAfter(asOf);
    }
}
