package io.shirube.io.generate;

import io.shirube.io.generate.Happenings.ChampionChange;
import io.shirube.io.generate.Happenings.Measured;
import io.shirube.io.generate.Happenings.Survey;
import java.time.LocalDate;

/** How people at a customer come, go and feel: transfers on 4/1 and 10/1, surveys twice a year, goals and reviews. */
final class PeopleModel {

    private static final int LONGEST_NOTICE = 45;
    private static final int MONTHS_FELT = 4;

    private final Traits traits;
    private final Mind mind;
    private final Dice dice;
    private final Happenings happenings;

    PeopleModel(Traits traits, Mind mind, Dice dice, Happenings happenings) {
        this.traits = traits;
        this.mind = mind;
        this.dice = dice;
        this.happenings = happenings;
    }

    void live(LocalDate after, LocalDate until) {
        mood();
        champion(after, until);
        if (happenings.last("onboardingCompletedOn", until) != null
                || until.isAfter(traits.start().plusDays(120))) {
            survey(after, until);
            value(after, until);
        }
        if (traits.isLarge() && dice.chance(0.13)) {
            happenings.add("lastExecutiveReviewAt", WorkingDays.onOrAfter(within(after, until)));
        }
    }

    private LocalDate within(LocalDate after, LocalDate until) {
        return after.plusDays(1 + (long) (dice.share() * (until.toEpochDay() - after.toEpochDay())));
    }

    private void mood() {
        double goal = 2.1 * (mind.habit - 0.52) - 0.5 * mind.pain - (traits.misaligned() ? 0.9 : 0);
        mind.morale = Dice.within(-1, mind.morale + 0.35 * (goal - mind.morale) + 0.07 * dice.normal(), 1);
    }

    /** Most go with the transfers of spring and autumn, which are known a few weeks before. */
    private void champion(LocalDate after, LocalDate until) {
        if (mind.withoutChampion > 0) {
            mind.withoutChampion--;
        }
        for (LocalDate day = after.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            LocalDate transfer = day.plusDays(LONGEST_NOTICE);
            boolean season =
                    transfer.getDayOfMonth() == 1 && (transfer.getMonthValue() == 4 || transfer.getMonthValue() == 10);
            if (season && dice.chance(0.1)) {
                change(transfer.minusDays(dice.whole(5, LONGEST_NOTICE)), transfer, false);
            }
        }
        if (dice.chance(0.005)) {
            LocalDate day = within(after, until);
            change(day, WorkingDays.onOrAfter(day.plusDays(dice.whole(0, 30))), dice.chance(0.25));
        }
        for (ChampionChange change : happenings.champions) {
            if (change.on().isAfter(after) && !change.on().isAfter(until)) {
                mind.withoutChampion = change.metOn() == null ? MONTHS_FELT * 2 : MONTHS_FELT;
            }
        }
    }

    private void change(LocalDate announced, LocalDate on, boolean leave) {
        ChampionChange last = happenings.champion(on);
        if ((last != null && last.on().isAfter(on.minusDays(300))) || announced.isBefore(traits.start())) {
            return;
        }
        LocalDate met = dice.chance(0.8) ? WorkingDays.onOrAfter(on.plusDays(dice.whole(-10, 60))) : null;
        happenings.champions.add(new ChampionChange(announced, on, met, leave));
    }

    private void survey(LocalDate after, LocalDate until) {
        for (LocalDate day = after.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            boolean wave = (day.getMonthValue() - 1) % 6 + 1 == traits.surveyMonth() && day.getDayOfMonth() == 10;
            if (wave && dice.chance(0.8)) {
                answers(WorkingDays.onOrAfter(day));
            }
        }
    }

    private void answers(LocalDate on) {
        Measured last = happenings.months.isEmpty() ? null : happenings.months.get(happenings.months.size() - 1);
        int active = last == null ? 1 : last.active();
        int most = Math.max(1, Math.min(60, active / 3));
        if (traits.isSmall() && dice.chance(0.4)) {
            group(on, "nps", mind.morale, dice.whole(1, most));
            return;
        }
        group(on, "npsField", mind.morale, dice.whole(1, most));
        if (dice.chance(0.5)) {
            group(on, "npsPromoter", mind.morale + (traits.misaligned() ? 1.1 : 0.25), dice.whole(1, 5));
        }
        if (traits.isLarge() && dice.chance(0.4)) {
            group(on, "npsExecutive", mind.morale + 0.1, dice.whole(1, 6));
        }
    }

    /** Few answers scatter more, and people in Japan answer around the middle. */
    private void group(LocalDate on, String name, double feeling, int answers) {
        double scatter = 45 / StrictMath.sqrt(answers);
        double score = Dice.rounded(70 * feeling - 8 + scatter * dice.normal() * 0.6, 0);
        happenings.surveys.add(new Survey(on, name, (int) Dice.within(-100, score, 100), answers));
    }

    private void value(LocalDate after, LocalDate until) {
        LocalDate day = WorkingDays.onOrAfter(within(after, until));
        if (happenings.last("goalAgreedAt", until) == null ? dice.chance(0.25) : dice.chance(0.05)) {
            happenings.add("goalAgreedAt", day);
        }
        boolean pays = mind.metric > 0.75;
        if (pays && dice.chance(0.09)) {
            happenings.add("roiVerifiedAt", day);
        }
        if (pays && happenings.last("roiVerifiedAt", until) != null && dice.chance(0.05)) {
            happenings.add("businessOutcomeConfirmedAt", day);
        }
        if (traits.misaligned() && dice.chance(0.06)) {
            happenings.add("fieldAlignmentDoneAt", day);
        }
        if (mind.habit < 0.5 && dice.chance(0.05)) {
            happenings.add("usageCauseTaggedAt", day);
        }
    }
}
