package io.shirube.io.generate;

import java.time.LocalDate;

/** When a customer's onboarding gets on: along the curve that is hoped for, slower or faster, and with stalls. */
final class OnboardingModel {

    private OnboardingModel() {}

    /** Adds kick-off and milestones, all of them, those to come too. */
    static void plan(Traits traits, Dice dice, Happenings happenings) {
        LocalDate start = traits.start();
        if (dice.chance(0.15)) {
            start = start.plusDays(dice.whole(5, 25));
            happenings.add("plannedGoLive", start);
        }
        LocalDate kickoff = WorkingDays.onOrAfter(start.plusDays(dice.whole(2, 16)));
        while (dice.chance(0.12)) {
            happenings.add("kickoffCancelled", kickoff);
            kickoff = WorkingDays.onOrAfter(kickoff.plusDays(dice.whole(5, 14)));
        }
        happenings.add("kickoffHeld", kickoff);
        double pace = dice.logNormal(1.15 - 0.3 * traits.fit(), 0.25);
        double late = 0;
        LocalDate day = start;
        for (int number = 1; number <= traits.milestones(); number++) {
            if (dice.chance(0.055)) {
                int stall = dice.whole(20, 60);
                cause(happenings, day, stall, dice);
                late += stall;
            }
            double share = timeShare((double) number / traits.milestones());
            long days = Math.round(share * traits.onboardingDays() * pace + late);
            LocalDate due = WorkingDays.onOrAfter(start.plusDays(days));
            day = due.isAfter(day) ? due : WorkingDays.onOrAfter(day.plusDays(1));
            happenings.milestones.add(day);
        }
        if (!dice.chance(0.02)) {
            happenings.add("onboardingCompletedOn", day.plusDays(dice.whole(0, 7)));
        }
    }

    private static void cause(Happenings happenings, LocalDate day, int stall, Dice dice) {
        double kind = dice.share();
        if (kind < 0.2) {
            happenings.add("onboardingBlockedByUs", day.plusDays(stall));
        } else if (kind < 0.35) {
            happenings.add("onboardingPausedUntil", day.plusDays(stall));
        }
    }

    /** Returns by which share of the time a share of the milestones is hoped for: 15 % by 10 %, 35 % by 25 % and so on. */
    static double timeShare(double milestones) {
        double[] time = {0, 0.10, 0.25, 0.50, 0.75, 1};
        double[] share = {0, 0.15, 0.35, 0.60, 0.85, 1};
        for (int i = 1; i < share.length; i++) {
            if (milestones <= share[i]) {
                return time[i - 1] + (milestones - share[i - 1]) / (share[i] - share[i - 1]) * (time[i] - time[i - 1]);
            }
        }
        return 1;
    }
}
