package io.shirube.io.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One place in the book: a customer, those that left before it, and the next one when it leaves. Only the last is in the
 * book on asOf; those before have ids of their own, such as A-000001-1.
 */
final class Slot {

    /** Days for which the book still shows a customer that has left. */
    static final int SHOWN_AFTER_END = 70;

    private static final int OLDEST_DAYS = 1500;

    private final String id;
    private final List<Life> lives = new ArrayList<>();

    /** @param number of the account, first is 1 */
    Slot(long number, long seed, LocalDate asOf) {
        this.id = String.format(Locale.ROOT, "A-%06d", number);
        Dice dice = new Dice(seed, number);
        LocalDate earliest = asOf.minusDays(age(dice));
        Life life = new Life(Traits.drawn(earliest, dice), asOf, dice);
        lives.add(life);
        while (life.end().isBefore(asOf.minusDays(SHOWN_AFTER_END))) {
            earliest = life.end().plusDays(dice.whole(40, 110));
            life = new Life(Traits.drawn(earliest, dice), asOf, dice);
            lives.add(life);
        }
    }

    /** Returns for how many days the first customer has been one, negative for an order with its start to come. */
    private static int age(Dice dice) {
        double kind = dice.share();
        if (kind < 0.05) {
            return -dice.whole(1, 60);
        }
        return kind < 0.16 ? dice.whole(0, 85) : dice.whole(86, OLDEST_DAYS);
    }

    int size() {
        return lives.size();
    }

    Life life(int index) {
        return lives.get(index);
    }

    Life last() {
        return lives.get(lives.size() - 1);
    }

    String id(int index) {
        return index == lives.size() - 1 ? id : id + "-" + (index + 1);
    }
}
