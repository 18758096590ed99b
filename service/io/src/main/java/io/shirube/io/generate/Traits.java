package io.shirube.io.generate;

import java.time.LocalDate;
import java.util.List;

/**
 * What stays with a customer for life.
 *
 * @param start first day of its first contract
 * @param seats of its first contract
 * @param pricePerSeat yen a year
 * @param fit 0 to 1: how well the product suits what the customer does
 * @param misaligned whether the field sees no use in what the promoting department wants
 * @param idle whether seats were handed out to people who do not need them
 * @param monthly whether the product is used once a month or in a season only
 * @param filesBudget whether next year's budget, drawn up early, decides
 * @param surveyMonth month of the year, 1 to 6, of the first of its two surveys
 */
record Traits(
        String name,
        CompanyNames.Industry industry,
        LocalDate start,
        int employees,
        int seats,
        double pricePerSeat,
        int termMonths,
        Notice notice,
        boolean autoRenew,
        int fiscalYearEndMonth,
        double fit,
        boolean misaligned,
        boolean idle,
        boolean monthly,
        boolean filesBudget,
        int surveyMonth,
        int milestones) {

    private static final List<Integer> TERMS = List.of(12, 12, 12, 12, 12, 12, 12, 12, 12, 24, 6, 1);
    private static final List<Integer> YEAR_ENDS = List.of(3, 3, 3, 12, 9, 6);
    private static final int LARGE = 1000;
    private static final int SMALL = 100;

    static Traits drawn(LocalDate earliest, Dice dice) {
        CompanyNames.Industry industry = CompanyNames.industry(dice);
        int employees = employees(dice);
        boolean large = employees >= LARGE;
        boolean idle = dice.chance(0.06);
        int seats = seats(employees, idle, dice);
        double price = dice.logNormal(26_000, 0.45) * StrictMath.pow(seats, -0.08);
        int term = large ? 12 : dice.oneOf(TERMS);
        double fit = Dice.within(0.02, 0.62 + 0.24 * dice.normal(), 1);
        return new Traits(
                CompanyNames.name(industry, dice),
                industry,
                start(earliest, dice),
                employees,
                seats,
                price,
                term,
                Notice.drawn(term, dice),
                dice.chance(0.9),
                dice.oneOf(YEAR_ENDS),
                fit,
                dice.chance(0.07),
                idle,
                industry.season() == Season.ACCOUNTING ? dice.chance(0.3) : dice.chance(0.04),
                large && dice.chance(0.35),
                dice.whole(1, 6),
                large ? 10 : employees < SMALL ? 5 : 7);
    }

    private static int employees(Dice dice) {
        double size = dice.share();
        if (size < 0.45) {
            return (int) dice.logUniform(5, 100);
        }
        return size < 0.83 ? (int) dice.logUniform(100, 1000) : (int) dice.logUniform(1000, 20_000);
    }

    private static int seats(int employees, boolean idle, Dice dice) {
        double most = employees < SMALL ? 0.9 : employees < LARGE ? 0.6 : 0.35;
        double share = dice.between(idle ? most * 0.6 : most * 0.15, most);
        return Math.max(3, (int) Math.round(employees * share));
    }

    /** Contracts begin on the first of a month more often than not. */
    private static LocalDate start(LocalDate earliest, Dice dice) {
        return dice.chance(0.7) ? earliest.withDayOfMonth(1) : earliest;
    }

    boolean isLarge() {
        return employees >= LARGE;
    }

    boolean isSmall() {
        return employees < SMALL;
    }

    /** Returns days from start within which the onboarding should be complete. */
    int onboardingDays() {
        return isLarge() ? 120 : isSmall() ? 30 : 90;
    }

    double arr(int licensed) {
        return Math.max(60_000, Dice.rounded(licensed * pricePerSeat / 1000, 0) * 1000);
    }
}
