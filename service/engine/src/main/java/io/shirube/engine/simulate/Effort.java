package io.shirube.engine.simulate;

/**
 * Hours a year that an account of each touch takes, whatever there is to do: meetings, mails, watching over it.
 *
 * @param high hours, 0 or more; so are the others
 */
public record Effort(double high, double low, double tech) {

    /** The shipped defaults, with which a full-time person looks after 20, 80 or 400 accounts. */
    public static final Effort DEFAULT = new Effort(62, 15, 3.3);

    private static final double MILLI = 1000;

    /** Returns thousandths of an hour a year, 0 for a touch that is none of the three. */
    public long milli(String touch) {
        return switch (touch) {
            case "HIGH" -> Math.round(high * MILLI);
            case "LOW" -> Math.round(low * MILLI);
            case "TECH" -> Math.round(tech * MILLI);
            default -> 0;
        };
    }
}
