package io.shirube.engine.simulate;

import java.util.Map;

/**
 * How many hours people have for accounts over the weeks to come.
 *
 * @param hoursPerWeek productive hours of one full-time person in a week: working hours × utilisation × (1 − administration)
 * @param people full-time people by owner role; a role that is missing is not known
 * @param weeks how many weeks are looked at, from the day of the simulation
 */
public record Staffing(double hoursPerWeek, Map<String, Double> people, int weeks) {

    /** A quarter: 13 weeks of 25.5 productive hours are the 331.5 hours of 520 × 0.75 × 0.85. */
    public static final int QUARTER = 13;

    /** The shipped defaults, when nobody said how many people there are. */
    public static final Staffing DEFAULT = new Staffing(25.5, Map.of(), QUARTER);

    private static final double MILLI = 1000;
    private static final int WEEKS_A_YEAR = 52;

    public Staffing {
        people = Map.copyOf(people);
    }

    /** Returns thousandths of an hour that one full-time person has in {@value #WEEKS_A_YEAR} weeks. */
    long personMilli() {
        return Math.round(hoursPerWeek * WEEKS_A_YEAR * MILLI);
    }

    /** Returns thousandths of an hour that a role has in all these weeks, or -1 when nobody said how many people it has. */
    long milli(String role) {
        Double known = people.get(role);
        return known == null ? -1 : Math.round(known * hoursPerWeek * weeks * MILLI);
    }
}
