package io.shirube.io.generate;

import io.shirube.io.generate.Happenings.Decided;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The life of one customer, month by month: use drives how the field feels, both drive whether the customer stays. Months
 * end on the day of the month of asOf, so that the last one is up to date.
 */
final class Life {

    private static final int MOST_MONTHS_AHEAD = 30;

    private final Traits traits;
    private final Happenings happenings = new Happenings();
    private final LocalDate asOf;
    private final OneMonth models;
    private int monthsAgo;
    private LocalDate lived;

    /** The parts that live through each month in turn. */
    private record OneMonth(UseModel use, SupportModel support, PeopleModel people, RenewalModel renewal) {

        void live(LocalDate after, LocalDate until) {
            support.live(after, until);
            use.live(after, until);
            people.live(after, until);
            renewal.live(after, until);
        }
    }

    /** Lives up to asOf, or until the customer leaves. */
    Life(Traits traits, LocalDate asOf, Dice dice) {
        this.traits = traits;
        this.asOf = asOf;
        Mind mind = new Mind();
        mind.habit = 0.05;
        mind.morale = 0.2 * dice.normal();
        mind.assigned = 1;
        this.models = new OneMonth(
                new UseModel(traits, mind, dice, happenings),
                new SupportModel(mind, dice, happenings),
                new PeopleModel(traits, mind, dice, happenings),
                new RenewalModel(traits, mind, dice, happenings));
        OnboardingModel.plan(traits, dice, happenings);
        this.lived = traits.start().minusDays(1);
        this.monthsAgo = (int) ChronoUnit.MONTHS.between(traits.start(), asOf);
        while (monthsAgo >= 0 && !models.renewal().isOver()) {
            month();
        }
    }

    private void month() {
        LocalDate until = asOf.minusMonths(monthsAgo);
        monthsAgo--;
        if (until.isAfter(lived)) {
            models.live(lived, until);
            lived = until;
        }
    }

    /** Lives on until the next decision after asOf is taken; what an entry as of asOf tells does not change. */
    void liveToNextDecision() {
        for (int i = 0; i < MOST_MONTHS_AHEAD && !models.renewal().isOver() && !isDecidedAhead(); i++) {
            month();
        }
    }

    private boolean isDecidedAhead() {
        for (Decided decision : happenings.decisions) {
            if (decision.on().isAfter(asOf)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the last day of a customer that had left by asOf, else a day far ahead. */
    LocalDate end() {
        return models.renewal().isOver()
                ? happenings.terms.get(happenings.terms.size() - 1).end()
                : LocalDate.MAX;
    }

    Traits traits() {
        return traits;
    }

    Happenings happenings() {
        return happenings;
    }
}
