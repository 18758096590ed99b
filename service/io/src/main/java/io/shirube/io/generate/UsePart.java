package io.shirube.io.generate;

import java.util.List;

/** Makes the signals of use, deployment and value. */
final class UsePart {

    private static final List<String> METRICS = List.of("週次レビューをツールで行うチーム数", "自動処理した伝票の割合", "商談の入力率", "月次締めの短縮日数");

    private final Profile profile;
    private final Dice dice;
    private final Readings readings;

    UsePart(Profile profile, Dice dice, Readings readings) {
        this.profile = profile;
        this.dice = dice;
        this.readings = readings;
    }

    void add() {
        seats();
        if (!profile.story().isBeforeStart()) {
            use();
            trends();
            value();
        }
        deployment();
    }

    private void seats() {
        double before = dice.chance(0.05) ? Math.ceil(profile.seats() * 1.2) : profile.seats();
        readings.pair("licensedSeats", before, (double) profile.seats());
        if (!profile.story().isBeforeStart()) {
            double assigned = profile.assigned();
            readings.pair("assignedSeats", Math.ceil(assigned * dice.between(0.95, 1)), assigned);
        }
    }

    private void use() {
        readings.fresh("activeUsers30d", (double) profile.active());
        readings.fresh("weeklyActiveAvg", Dice.rounded(profile.active() * dice.between(0.55, 0.85), 1));
        double idle = profile.story() == Story.IDLE ? dice.between(0.24, 0.42) : dice.between(0, 0.15);
        readings.fresh("dormantSeats90d", Math.floor(profile.assigned() * idle));
        boolean silent = profile.story() == Story.FADING && dice.chance(0.25);
        readings.event("lastLoginAt", silent ? dice.whole(18, 45) : dice.whole(0, 5));
        readings.event("adminLastLoginAt", silent || dice.chance(0.05) ? dice.whole(25, 60) : dice.whole(0, 9));
        readings.fresh(
                "dataExports30d", (double) (profile.story() == Story.LEAVING ? dice.whole(20, 90) : dice.whole(0, 10)));
        readings.fresh("customerClosed", dice.chance(0.03));
        readings.plain("migrationPlanned", dice.chance(0.03));
        if (dice.chance(0.03)) {
            readings.event("integrationOutageAt", dice.whole(1, 40));
        }
        if (dice.chance(0.04)) {
            readings.event("productRedesignAt", dice.whole(1, 50));
        }
        readings.notHappened("integrationOutageAt", "productRedesignAt");
    }

    private void trends() {
        double now = change();
        double before = profile.story() == Story.FADING && dice.chance(0.8) ? change() : dice.between(-0.12, 0.12);
        readings.pair("usageChange", Dice.rounded(before, 3), Dice.rounded(now, 3));
        if (dice.chance(0.3)) {
            double lastYear = now < -0.2 && dice.chance(0.3) ? now * dice.between(0.5, 1.2) : dice.between(-0.1, 0.1);
            readings.fresh("usageChangeLastYear", Dice.rounded(lastYear, 3));
        }
        readings.fresh(
                "newUserShare", Dice.rounded(dice.chance(0.1) ? dice.between(0.28, 0.5) : dice.between(0, 0.18), 3));
        if (dice.chance(0.05)) {
            readings.fresh("newDepartmentSeats", (double) dice.whole(10, 60));
        }
        boolean fallen = profile.story() == Story.FADING && dice.chance(0.4);
        double core =
                profile.story() == Story.THRIVING ? dice.between(0.5, 0.9) : dice.between(0.1, fallen ? 0.28 : 0.75);
        double coreBefore = Math.min(1, core * dice.between(0.85, 1.2));
        double best = Math.min(1, Math.max(fallen ? dice.between(0.48, 0.7) : 0, Math.max(core, coreBefore) * 1.15));
        readings.pair("coreFeatureAdoption", Dice.rounded(coreBefore, 3), Dice.rounded(core, 3));
        readings.plain("coreFeatureAdoptionBest", Dice.rounded(best, 3));
    }

    private double change() {
        return switch (profile.story()) {
            case FADING -> dice.between(-0.62, -0.24);
            case LEAVING, LAPSED -> dice.between(-0.35, 0.02);
            case THRIVING, MISALIGNED -> dice.between(0.02, 0.25);
            case STARTING -> dice.between(-0.05, 0.9);
            case STEADY, TROUBLED, CHAMPIONLESS, IDLE, SIGNED, ORDERED -> dice.between(-0.14, 0.14);
        };
    }

    private void deployment() {
        readings.plain("contractSigned", profile.story() != Story.ORDERED);
        double total = profile.isLarge() ? 10 : profile.isSmall() ? 5 : 7;
        boolean starting = profile.story() == Story.STARTING;
        double share = profile.story().isBeforeStart()
                ? 0
                : starting ? profile.daysIn() / 90.0 * dice.between(0.3, 1.4) : dice.between(0.75, 1.3);
        double done = Math.min(total, Math.floor(total * share));
        readings.plain("milestonesTotal", total);
        readings.plain("milestonesDone", done);
        if (done > 0) {
            readings.event(
                    "lastMilestoneAt", starting ? dice.whole(0, Math.min(30, profile.daysIn())) : dice.whole(30, 300));
        }
        if (starting) {
            kickOff();
        } else if (!profile.story().isBeforeStart()) {
            readings.plain("kickoffHeld", true);
            readings.fresh("deploymentScore", Dice.rounded(dice.between(0.35, 1), 3));
        }
    }

    private void kickOff() {
        readings.plain("kickoffHeld", profile.daysIn() > 5 && dice.chance(0.55));
        if (dice.chance(0.25)) {
            readings.event("plannedGoLive", profile.daysIn() - dice.whole(0, 12));
        }
        if (dice.chance(0.3)) {
            readings.event("kickoffPlannedAt", -dice.whole(1, 12));
        }
        if (dice.chance(0.08)) {
            readings.event("startDeferredUntil", -dice.whole(3, 30));
        }
        readings.notHappened("plannedGoLive", "kickoffPlannedAt", "startDeferredUntil");
    }

    private void value() {
        if (profile.story() == Story.STARTING || dice.chance(0.15)) {
            return;
        }
        double target = dice.whole(4, 20) * 5.0;
        double ratio = switch (profile.story()) {
            case THRIVING -> dice.between(0.8, 1.3);
            case MISALIGNED -> dice.between(0.1, 0.58);
            case STEADY, FADING, TROUBLED, STARTING, SIGNED, ORDERED, LEAVING, CHAMPIONLESS, IDLE, LAPSED ->
                dice.between(0.35, 1.1);
        };
        readings.plain("csMetricName", dice.oneOf(METRICS));
        readings.read("csMetric", Dice.rounded(target * ratio, 1), dice.whole(0, 25));
        readings.plain("csMetricTarget", target);
        boolean paysOff = profile.story() == Story.THRIVING || dice.chance(0.25);
        if (dice.chance(0.7)) {
            readings.event("goalAgreedAt", dice.whole(30, 400));
        }
        readings.read("roiVerified", paysOff, dice.whole(10, 300));
        if (paysOff) {
            readings.read("roiRatio", Dice.rounded(dice.between(0.8, 3.2), 1), dice.whole(10, 300));
            readings.event("roiVerifiedAt", dice.whole(10, 400));
            if (dice.chance(0.3)) {
                readings.event("businessOutcomeConfirmedAt", dice.whole(10, 400));
            }
        }
        readings.notHappened("roiVerifiedAt", "businessOutcomeConfirmedAt");
    }
}
