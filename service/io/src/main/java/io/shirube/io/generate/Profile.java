package io.shirube.io.generate;

import java.time.LocalDate;
import java.util.List;

/**
 * The figures of an account that the rest is made to agree with.
 *
 * @param start first day of the current term
 * @param end last day of the current term
 * @param daysIn days from start to asOf, negative before the start
 */
record Profile(
        String id,
        LocalDate asOf,
        Story story,
        int employees,
        int seats,
        int assigned,
        int active,
        int termMonths,
        int daysIn,
        int renewals,
        LocalDate start,
        LocalDate end) {

    private static final List<Integer> TERMS = List.of(12, 12, 12, 12, 12, 12, 12, 12, 24, 6, 1);

    static Profile drawn(String id, LocalDate asOf, Dice dice) {
        Story story = Story.drawn(dice);
        int employees = employees(dice);
        int seats = seats(story, employees, dice);
        int assigned = (int) Math.ceil(seats * assignedShare(story, dice));
        int active = (int) Math.round(assigned * activeShare(story, dice));
        int term = story == Story.STARTING || story.isBeforeStart() ? 12 : dice.oneOf(TERMS);
        int daysIn = daysIn(story, term, dice);
        LocalDate start = asOf.minusDays(daysIn);
        int renewals = story == Story.STARTING || story.isBeforeStart() ? 0 : Math.max(0, dice.whole(-2, 4));
        LocalDate end = start.plusMonths(term).minusDays(1);
        return new Profile(id, asOf, story, employees, seats, assigned, active, term, daysIn, renewals, start, end);
    }

    private static int employees(Dice dice) {
        double size = dice.share();
        if (size < 0.45) {
            return (int) dice.logUniform(5, 100);
        }
        return size < 0.83 ? (int) dice.logUniform(100, 1000) : (int) dice.logUniform(1000, 20_000);
    }

    private static int seats(Story story, int employees, Dice dice) {
        double most = employees < 100 ? 1.0 : employees < 1000 ? 0.7 : 0.4;
        double share = dice.between(most * 0.2, story == Story.THRIVING ? most * 0.8 : most);
        return Math.max(3, (int) Math.round(employees * share));
    }

    private static double assignedShare(Story story, Dice dice) {
        return switch (story) {
            case THRIVING -> dice.between(0.91, 1);
            case IDLE -> dice.between(0.82, 1);
            case STARTING -> dice.between(0.1, 0.85);
            case SIGNED, ORDERED -> 0;
            case STEADY, FADING, TROUBLED, LEAVING, MISALIGNED, CHAMPIONLESS, LAPSED -> dice.between(0.5, 0.99);
        };
    }

    private static double activeShare(Story story, Dice dice) {
        return switch (story) {
            case THRIVING -> dice.between(0.72, 0.98);
            case MISALIGNED -> dice.between(0.65, 0.92);
            case IDLE -> dice.between(0.3, 0.58);
            case FADING, LEAVING, LAPSED -> dice.between(0.15, 0.6);
            case STARTING -> dice.between(0.05, 0.8);
            // because users who sign in without a seat push the active above the assigned at some accounts
            case STEADY, TROUBLED, CHAMPIONLESS -> dice.chance(0.02) ? 1.05 : dice.between(0.4, 0.93);
            case SIGNED, ORDERED -> 0;
        };
    }

    private static int daysIn(Story story, int term, Dice dice) {
        int length = term * 30;
        return switch (story) {
            case STARTING -> dice.whole(0, 80);
            case SIGNED -> -dice.whole(1, 45);
            case ORDERED -> -dice.whole(15, 60);
            case LAPSED -> length + dice.whole(12, 70);
            case STEADY, THRIVING, FADING, TROUBLED, LEAVING, MISALIGNED, CHAMPIONLESS, IDLE ->
                dice.whole(Math.min(60, length - 1), length - 1);
        };
    }

    LocalDate daysAgo(int days) {
        return asOf.minusDays(days);
    }

    boolean isLarge() {
        return employees >= 1000;
    }

    boolean isSmall() {
        return employees < 100;
    }
}
