package io.shirube.io.generate;

import io.shirube.io.generate.Happenings.Measured;
import io.shirube.io.generate.Happenings.Term;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What is known of one customer as of a day. Used by one thread. */
final class View {

    private static final long BY_DAY = 0x2545F4914F6CDD1DL;

    private final String id;
    private final Life life;
    private final LocalDate asOf;
    private final int history;
    private final long seed;
    private final int at;
    private final Dice dice;

    /**
     * @param seed of the customer: what lasts is drawn from it, what is of the day from it and the day
     * @param history months before asOf for which measurements are told, 0 for the last two of what needs two
     */
    View(String id, Life life, LocalDate asOf, int history, long seed) {
        this.id = id;
        this.life = life;
        this.asOf = asOf;
        this.history = history;
        this.seed = seed;
        this.dice = new Dice(seed, BY_DAY * asOf.toEpochDay());
        int index = -1;
        for (Measured month : life.happenings().months) {
            index += month.on().isAfter(asOf) ? 0 : 1;
        }
        this.at = index;
    }

    String id() {
        return id;
    }

    LocalDate asOf() {
        return asOf;
    }

    int history() {
        return history;
    }

    Traits traits() {
        return life.traits();
    }

    Happenings happenings() {
        return life.happenings();
    }

    /** Chances that differ from day to day. */
    Dice dice() {
        return dice;
    }

    /** Returns chances that are the same on every day of the customer's life. */
    Dice lasting(String what) {
        return new Dice(seed, what.hashCode());
    }

    /** Returns whether the first term has begun, and with it use. */
    boolean isStarted() {
        return at >= 0;
    }

    /** Returns the number of the last measured month, -1 before the start. */
    int at() {
        return at;
    }

    /** Returns the last measurement, or null before the start. */
    @Nullable
    Measured now() {
        return at < 0 ? null : happenings().months.get(at);
    }

    double intent() {
        Measured now = now();
        return now == null ? 0.3 : now.intent();
    }

    double engagement() {
        Measured now = now();
        return now == null ? 0 : now.engagement();
    }

    int daysIn() {
        return (int) ChronoUnit.DAYS.between(traits().start(), asOf);
    }

    Term term() {
        return happenings().term(asOf);
    }

    long daysToDecision() {
        return ChronoUnit.DAYS.between(asOf, RenewalModel.decisionDate(traits(), term()));
    }

    @Nullable
    LocalDate last(String event) {
        return happenings().last(event, asOf);
    }

    LocalDate daysAgo(int days) {
        return asOf.minusDays(days);
    }
}
