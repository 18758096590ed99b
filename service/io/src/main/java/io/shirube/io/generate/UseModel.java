package io.shirube.io.generate;

import io.shirube.io.generate.Happenings.Measured;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How seats are handed out and used, and what is measured of it at the end of each month. */
final class UseModel {

    private static final double USUAL_WORKING_DAYS = 20.3;

    private final Traits traits;
    private final Mind mind;
    private final Dice dice;
    private final Happenings happenings;

    UseModel(Traits traits, Mind mind, Dice dice, Happenings happenings) {
        this.traits = traits;
        this.mind = mind;
        this.dice = dice;
        this.happenings = happenings;
    }

    /** Lives from the day after the first to the second and measures there. */
    void live(LocalDate after, LocalDate until) {
        double months = ChronoUnit.DAYS.between(after, until) / 30.0;
        double onboarded = onboarded(until);
        slump();
        habit(months, onboarded);
        seats(months, onboarded, until);
        depth(months, onboarded);
        measure(until);
    }

    private double onboarded(LocalDate day) {
        long done = happenings.milestones.stream()
                .filter(milestone -> !milestone.isAfter(day))
                .count();
        return (double) done / traits.milestones();
    }

    private void slump() {
        if (mind.slump > 0) {
            mind.slump--;
        } else if (dice.chance(0.012)) {
            mind.slump = dice.whole(4, 9);
        }
    }

    private void habit(double months, double onboarded) {
        double goal = (0.12 + 0.84 * traits.fit()) * (0.25 + 0.75 * onboarded);
        goal -= mind.withoutChampion > 0 ? 0.12 : 0;
        goal -= Math.min(0.15, 0.05 * mind.pain);
        if (traits.idle()) {
            goal *= 0.62;
        }
        if (mind.slump > 0) {
            goal *= 0.35;
        }
        if (mind.leaving) {
            goal *= 0.5;
        }
        double pace = Math.min(1, (onboarded < 1 ? 0.8 : mind.slump > 0 ? 0.55 : 0.25) * months);
        mind.habit = Dice.within(0.01, mind.habit + pace * (goal - mind.habit) + 0.025 * dice.normal(), 1);
    }

    private void seats(double months, double onboarded, LocalDate until) {
        double share = traits.idle() ? 0.95 : 0.55 + 0.44 * Math.min(1, mind.habit + 0.12);
        double goal = mind.licensed * share * (0.3 + 0.7 * onboarded);
        double moved = mind.assigned + Math.min(1, 0.5 * months) * (goal - mind.assigned);
        mind.assigned = (int) Dice.within(1, Dice.rounded(moved, 0), mind.licensed);
        boolean intake =
                until.getMonthValue() == 4 || (traits.industry().season() == Season.RETAIL && isDecember(until));
        if (intake && dice.chance(0.5)) {
            mind.assigned = Math.min(mind.licensed, (int) Math.ceil(mind.assigned * dice.between(1.03, 1.12)));
        }
    }

    private static boolean isDecember(LocalDate day) {
        return day.getMonthValue() == 12;
    }

    private void depth(double months, double onboarded) {
        double pace = Math.min(1, 0.22 * months);
        double skill = (0.1 + 0.85 * mind.habit) * (0.4 + 0.6 * onboarded);
        mind.core = Dice.within(0, mind.core + pace * (skill - mind.core) + 0.025 * dice.normal(), 1);
        mind.coreBest = Math.max(mind.coreBest, mind.core);
        double worth = traits.misaligned() ? 0.32 : 0.12 + 1.15 * mind.habit * (0.62 + 0.5 * mind.core);
        mind.metric = Dice.within(0, mind.metric + pace * (worth - mind.metric) + 0.03 * dice.normal(), 1.6);
        double settings = 0.35 + 0.6 * onboarded * (0.6 + 0.4 * traits.fit());
        mind.deployment = Dice.within(0, mind.deployment + pace * (settings - mind.deployment), 1);
    }

    private void measure(LocalDate on) {
        double season = traits.industry().season().at(on);
        // because a month of few working days has fewer who come by at least once
        double calendar = StrictMath.pow(WorkingDays.between(on.minusDays(30), on) / USUAL_WORKING_DAYS, 0.35);
        double share = mind.habit * StrictMath.pow(season, 0.4) * calendar;
        // because users who sign in without a seat push the active above the assigned at some customers
        double most = traits.fit() > 0.97 ? 1.06 : 1;
        int active = (int) Math.round(mind.assigned * Math.min(most, most > 1 ? share * 1.12 : share));
        double volume = mind.assigned * mind.habit * season * (1 + 0.03 * dice.normal());
        // because growth from next to nothing is no trend
        boolean young = happenings.months.size() < 2;
        double change = young ? 0 : Dice.within(-1, volume / mind.volume - 1, 2);
        mind.volume = volume;
        happenings.months.add(new Measured(
                on,
                mind.licensed,
                mind.assigned,
                active,
                Dice.rounded(active * (0.5 + 0.35 * mind.habit), 1),
                dormant(),
                Dice.rounded(change, 3),
                newUsers(on),
                Dice.rounded(mind.core, 3),
                Dice.rounded(mind.coreBest, 3),
                Dice.rounded(mind.deployment, 2),
                mind.metric,
                mind.habit,
                mind.morale,
                mind.intent(mind.withoutChampion > 0)));
    }

    /** Seats are dormant that nobody used in the best of three months. */
    private int dormant() {
        double best = mind.habit;
        List<Measured> months = happenings.months;
        for (int i = months.size() - 1; i >= 0 && i >= months.size() - 2; i--) {
            best = Math.max(best, months.get(i).engagement());
        }
        return (int) Math.floor(mind.assigned * Dice.within(0, 0.86 - best, 0.8) * 0.75);
    }

    private double newUsers(LocalDate on) {
        boolean intake = on.getMonthValue() >= 4 && on.getMonthValue() <= 6;
        double share = intake && dice.chance(0.45) ? dice.between(0.12, 0.42) : dice.between(0, 0.14);
        boolean wave = dice.chance(0.02);
        return Dice.rounded(wave ? dice.between(0.28, 0.5) : share, 3);
    }
}
