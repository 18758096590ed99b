package io.shirube.io.generate;

import io.shirube.io.generate.Happenings.Measured;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the signals of use and value. */
final class UsePart {

    private static final List<String> METRICS = List.of("週次レビューをツールで行うチーム数", "自動処理した伝票の割合", "商談の入力率", "月次締めの短縮日数");

    private final View view;
    private final Dice dice;
    private final Readings readings;

    UsePart(View view, Readings readings) {
        this.view = view;
        this.dice = view.dice();
        this.readings = readings;
    }

    void add() {
        Measured now = view.now();
        if (now == null) {
            readings.fresh("licensedSeats", (double) view.traits().seats());
            return;
        }
        seats();
        logins(now);
        trends(now);
        season();
        if (view.daysIn() > view.traits().onboardingDays() / 2) {
            value(now);
        }
    }

    private void seats() {
        readings.pair("licensedSeats", month -> (double) month.licensed());
        readings.pair("assignedSeats", month -> (double) month.assigned());
        readings.measured("activeUsers30d", month -> (double) month.active());
        readings.measured("weeklyActiveAvg", Measured::weekly);
        readings.measured("dormantSeats90d", month -> (double) month.dormant());
    }

    private void logins(Measured now) {
        boolean quiet = now.engagement() < 0.12;
        boolean adminQuiet = quiet || (now.engagement() < 0.3 && dice.chance(0.4)) || dice.chance(0.03);
        readings.event("lastLoginAt", view.daysAgo(quiet ? dice.whole(4, 45) : dice.whole(0, 5)));
        readings.event("adminLastLoginAt", view.daysAgo(adminQuiet ? dice.whole(20, 60) : dice.whole(0, 9)));
        readings.fresh("dataExports30d", (double) (view.intent() < -1 ? dice.whole(15, 90) : dice.whole(0, 10)));
        boolean longClosed = view.lasting("closes").chance(0.1) && WorkingDays.isLongClosure(view.asOf());
        readings.fresh("customerClosed", longClosed || dice.chance(0.01));
        readings.plain("migrationPlanned", dice.chance(0.02));
        readings.event("integrationOutageAt", dice.chance(0.03) ? view.daysAgo(dice.whole(1, 40)) : null);
        readings.event("productRedesignAt", dice.chance(0.04) ? view.daysAgo(dice.whole(1, 50)) : null);
    }

    private void trends(Measured now) {
        readings.pair("usageChange", Measured::usageChange);
        int lastYear = view.at() - 12;
        if (lastYear > 0) {
            readings.fresh(
                    "usageChangeLastYear",
                    view.happenings().months.get(lastYear).usageChange());
        }
        readings.measured("newUserShare", Measured::newUsers);
        if (now.newUsers() > 0.2) {
            boolean april = view.asOf().getMonthValue() >= 4 && view.asOf().getMonthValue() <= 6;
            readings.fresh("newUsersAreHires", april && dice.chance(0.8));
        }
        if (dice.chance(0.04)) {
            readings.fresh("newDepartmentSeats", (double) dice.whole(10, 60));
        }
        readings.pair("coreFeatureAdoption", Measured::core);
        readings.plain("coreFeatureAdoptionBest", now.coreBest());
        if (now.usageChange() > 0.1 && dice.chance(0.06)) {
            readings.fresh("usageRiseArtificial", true);
        }
        readings.event("usageCauseTaggedAt");
        if (view.lasting("target").chance(0.15)) {
            readings.plain("engagementTarget", view.traits().monthly() ? 0.4 : 0.7);
        }
    }

    private void season() {
        Season season = view.traits().industry().season();
        List<LocalDate> busy = season.busy(view.asOf());
        if (busy != null && view.lasting("busy").chance(0.5)) {
            readings.day("busySeasonFrom", busy.get(0));
            readings.day("busySeasonUntil", busy.get(1));
        }
        if (view.traits().monthly()) {
            readings.fresh("outOfSeason", season.at(view.asOf()) < 0.9);
        }
    }

    private void value(Measured now) {
        Dice lasting = view.lasting("value");
        if (lasting.chance(0.12)) {
            return;
        }
        double target = lasting.whole(4, 20) * 5.0;
        readings.plain("csMetricName", lasting.oneOf(METRICS));
        readings.pair("csMetric", month -> Dice.rounded(target * month.metric(), 1));
        readings.plain("csMetricTarget", target);
        @Nullable LocalDate verified = view.last("roiVerifiedAt");
        readings.event("goalAgreedAt");
        readings.event("roiVerifiedAt");
        readings.event("businessOutcomeConfirmedAt");
        readings.read("roiVerified", verified != null, dice.whole(5, 60));
        if (verified != null) {
            double ratio = Dice.within(0.5, now.metric() * 1.8 + 0.2 * dice.normal(), 5);
            readings.read("roiRatio", Dice.rounded(ratio, 1), dice.whole(5, 60));
        }
    }
}
