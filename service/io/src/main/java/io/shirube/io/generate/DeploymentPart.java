package io.shirube.io.generate;

import io.shirube.io.generate.Happenings.Measured;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the signals of the order, the onboarding and the set-up. */
final class DeploymentPart {

    private final View view;
    private final Dice dice;
    private final Readings readings;

    DeploymentPart(View view, Readings readings) {
        this.view = view;
        this.dice = view.dice();
        this.readings = readings;
    }

    void add() {
        boolean ahead = view.daysIn() < 0;
        readings.plain(
                "contractSigned",
                !ahead || view.daysIn() > -view.lasting("signed").whole(10, 60));
        if (view.daysIn() < 30) {
            order();
        }
        milestones();
        Measured now = view.now();
        if (now != null && view.last("onboardingCompletedOn") != null) {
            readings.measured("deploymentScore", Measured::deployment);
            readings.plain("kickoffHeld", true);
        } else if (now != null) {
            kickOff();
            if (dice.chance(0.4)) {
                LocalDate seminar = view.asOf().plusDays(3).with(TemporalAdjusters.next(DayOfWeek.THURSDAY));
                readings.day("nextSeminarAt", WorkingDays.onOrAfter(seminar));
                readings.plain("seminarName", "はじめての管理者セミナー");
            }
        }
    }

    private void order() {
        Dice lasting = view.lasting("order");
        readings.day("orderedAt", view.traits().start().minusDays(lasting.whole(15, 80)));
        readings.plain("isExpansionOrder", false);
        boolean handedOver = view.daysIn() > 5 || lasting.chance(0.5);
        readings.plain("handoverMissing", (double) (handedOver ? 0 : dice.whole(0, 6)));
    }

    private void milestones() {
        List<LocalDate> milestones = view.happenings().milestones;
        int done = 0;
        for (LocalDate milestone : milestones) {
            done += milestone.isAfter(view.asOf()) ? 0 : 1;
        }
        readings.plain("milestonesTotal", (double) milestones.size());
        // because somebody forgets to tick them now and then
        boolean ticked = !view.lasting("ticks").chance(0.06);
        readings.plain("milestonesDone", (double) (ticked ? done : done / 2));
        readings.event("lastMilestoneAt", done > 0 ? milestones.get(done - 1) : null);
    }

    private void kickOff() {
        @Nullable LocalDate held = view.last("kickoffHeld");
        readings.plain("kickoffHeld", held != null);
        @Nullable LocalDate cancelled = view.last("kickoffCancelled");
        if (cancelled != null) {
            @Nullable LocalDate before = view.happenings().last("kickoffCancelled", cancelled.minusDays(1));
            readings.plain("kickoffCancelled", before == null ? 1.0 : 2.0);
        }
        @Nullable LocalDate planned = view.happenings().next("kickoffHeld", view.asOf());
        if (planned != null && dice.chance(0.5)) {
            readings.day("kickoffPlannedAt", planned);
        }
        @Nullable LocalDate live = view.happenings().last("plannedGoLive", LocalDate.MAX);
        readings.day("plannedGoLive", live);
        if (live != null && live.isAfter(view.asOf()) && dice.chance(0.5)) {
            readings.day("startDeferredUntil", live);
        }
        @Nullable LocalDate blocked = view.happenings().next("onboardingBlockedByUs", view.asOf());
        readings.plain(
                "onboardingBlockedByUs",
                blocked != null && blocked.isBefore(view.asOf().plusDays(60)));
        readings.day("onboardingPausedUntil", view.happenings().next("onboardingPausedUntil", view.asOf()));
    }
}
