package io.shirube.io.generate;

import io.shirube.io.generate.Happenings.Decided;
import io.shirube.io.generate.Happenings.Stated;
import io.shirube.io.generate.Happenings.Term;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How budgets and prices are talked about before a contract is decided on, and how it is decided. */
final class RenewalModel {

    private static final int TALKS = 150;
    private static final double YEAR = 12;

    private final Traits traits;
    private final Mind mind;
    private final Dice dice;
    private final Happenings happenings;
    private boolean over;

    RenewalModel(Traits traits, Mind mind, Dice dice, Happenings happenings) {
        this.traits = traits;
        this.mind = mind;
        this.dice = dice;
        this.happenings = happenings;
        LocalDate start = traits.start();
        LocalDate end = start.plusMonths(traits.termMonths()).minusDays(1);
        happenings.terms.add(new Term(start, end, start, traits.seats(), traits.arr(traits.seats())));
        mind.licensed = traits.seats();
    }

    /** Returns whether the customer has left. */
    boolean isOver() {
        return over;
    }

    private Term term() {
        return happenings.terms.get(happenings.terms.size() - 1);
    }

    void live(LocalDate after, LocalDate until) {
        talk(after, until);
        for (int i = 0; i < 3 && !over; i++) {
            Term term = term();
            LocalDate decisionDate = decisionDate(traits, term);
            if (!decisionDate.isAfter(until) && happenings.decided(term, until) == null) {
                decide(term, decisionDate);
            }
            if (term.end().isAfter(until)) {
                break;
            }
            roll(term);
        }
        grow(until);
    }

    /** Returns the day on which a term is decided: notice, or the budget that is drawn up before. */
    static LocalDate decisionDate(Traits traits, Term term) {
        LocalDate deadline = traits.notice().deadline(term.end());
        LocalDate budget = budgetDate(traits, term);
        LocalDate earlier = budget != null && budget.isBefore(deadline) ? budget : deadline;
        return earlier.isBefore(term.start()) ? term.start() : earlier;
    }

    /** Returns the day on which next year's budget is handed in, within the term, or null. */
    static @Nullable LocalDate budgetDate(Traits traits, Term term) {
        if (!traits.filesBudget()) {
            return null;
        }
        LocalDate yearEnd =
                YearMonth.of(term.end().getYear(), traits.fiscalYearEndMonth()).atEndOfMonth();
        if (yearEnd.isAfter(term.end())) {
            yearEnd = yearEnd.minusYears(1);
        }
        LocalDate budget = yearEnd.minusDays(95 + 10L * traits.surveyMonth());
        return budget.isAfter(term.start()) ? budget : null;
    }

    private void talk(LocalDate after, LocalDate until) {
        long ahead = ChronoUnit.DAYS.between(until, decisionDate(traits, term()));
        boolean near = ahead >= -31 && ahead <= TALKS;
        double doubt = Dice.chanceOf(-1 - 2 * intent());
        LocalDate day = WorkingDays.onOrAfter(after.plusDays(dice.whole(1, 28)));
        if (dice.chance(near ? 0.015 + 0.06 * doubt : 0.004)) {
            happenings.add("budgetCutAt", day);
            mind.budgetCut = true;
        }
        if (dice.chance(near ? 0.01 + 0.09 * doubt : 0.004)) {
            happenings.add("competitorAt", day);
            mind.competitor = true;
        }
        if (dice.chance(near ? 0.05 : 0.004)) {
            happenings.add("priceNegotiationAt", day);
        }
        if (dice.chance(near ? 0.22 : 0.02)) {
            happenings.stated.add(new Stated(day, stated()));
        }
        if (dice.chance(mind.budgetCut ? 0.06 : 0.025)) {
            happenings.add("overdueFrom", day);
            happenings.add("paidOn", day.plusDays(dice.whole(2, 60)));
        }
    }

    private String stated() {
        double lean = intent() + 0.35 * dice.normal();
        if (lean > 1.1 && isFull()) {
            return "EXPAND";
        }
        return lean > -0.1 ? "RENEW" : lean > -0.9 ? "UNDECIDED" : lean > -1.5 ? "REDUCE" : "CANCEL";
    }

    private double intent() {
        return mind.intent(mind.withoutChampion > 0);
    }

    private boolean isFull() {
        return mind.assigned >= 0.9 * mind.licensed;
    }

    private void decide(Term term, LocalDate on) {
        double lean = intent();
        double share = traits.termMonths() / YEAR;
        double leaves = 1 - StrictMath.pow(1 - Dice.chanceOf(-2.6 - 2.2 * lean), share);
        double smaller = Dice.chanceOf(-2.5 - 1.7 * lean + (mind.assigned < 0.7 * mind.licensed ? 0.7 : 0));
        double larger = Dice.chanceOf(-2.4 + 1.8 * lean + (isFull() ? 0.9 : 0));
        double change = Math.min(1, share);
        Fate fate = Fate.RENEWED;
        int licensed = mind.licensed;
        if (dice.chance(leaves)) {
            fate = Fate.CHURNED;
            licensed = 0;
            mind.leaving = true;
        } else if (licensed > 3 && dice.chance(smaller * change)) {
            fate = Fate.CONTRACTED;
            licensed = Math.max(3, (int) (licensed * dice.between(0.6, 0.9)));
        } else if (dice.chance(larger * change)) {
            fate = Fate.EXPANDED;
            licensed = (int) Math.ceil(licensed * dice.between(1.08, 1.4));
        }
        double arr = fate == Fate.RENEWED ? term.arr() : fate == Fate.CHURNED ? 0 : scaled(term, licensed);
        LocalDate notice = on.minusDays(dice.whole(0, 12));
        happenings.decisions.add(
                new Decided(on, term.end(), fate, term.arr(), arr, notice.isBefore(term.start()) ? on : notice));
    }

    private static double scaled(Term term, int licensed) {
        return Dice.rounded(term.arr() * licensed / term.licensed() / 1000, 0) * 1000;
    }

    private void roll(Term term) {
        Decided decision = happenings.decided(term, LocalDate.MAX);
        if (decision == null || decision.fate() == Fate.CHURNED) {
            over = true;
            return;
        }
        int licensed = (int) Math.round(term.licensed() * decision.arrAfter() / decision.arrBefore());
        LocalDate start = term.end().plusDays(1);
        // counted from the first start, because 1/31 plus a month and a month is not 3/31
        long months = ChronoUnit.MONTHS.between(traits.start(), start.plusDays(3)) + traits.termMonths();
        LocalDate end = traits.start().plusMonths(months).minusDays(1);
        happenings.terms.add(new Term(start, end, start, licensed, decision.arrAfter()));
        mind.licensed = licensed;
        mind.assigned = Math.min(mind.assigned, licensed);
        mind.budgetCut = false;
        mind.competitor = false;
    }

    /** Seats are asked for and added during the term too, in April above all. */
    private void grow(LocalDate until) {
        if (over || mind.leaving) {
            return;
        }
        boolean wants = isFull() && mind.habit > 0.6;
        if (dice.chance(wants ? 0.09 : 0.004)) {
            happenings.add("expansionInterestAt", WorkingDays.onOrAfter(until.minusDays(dice.whole(3, 25))));
        }
        if (wants && dice.chance(until.getMonthValue() == 4 ? 0.15 : 0.02)) {
            Term term = term();
            int licensed = (int) Math.ceil(mind.licensed * dice.between(1.05, 1.15));
            happenings.terms.add(new Term(term.start(), term.end(), until, licensed, scaled(term, licensed)));
            mind.licensed = licensed;
        }
    }
}
