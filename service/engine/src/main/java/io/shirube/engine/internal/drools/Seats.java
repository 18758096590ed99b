package io.shirube.engine.internal.drools;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Gives each part of a ruleset a number that rests on its name and hardly ever on the other parts: so that an edit which adds
 * or removes a file leaves the printed texts of the others as they are.
 */
final class Seats {

    /** So many for each part, that two seldom want the same. */
    private static final int SEATS_PER_PART = 4;

    private static final int FEWEST = 256;

    private Seats() {}

    /** @param parts the names of all parts in an order that rests on them alone */
    static Map<String, Integer> of(Set<String> parts) {
        int seats = Math.max(FEWEST, Integer.highestOneBit(SEATS_PER_PART * parts.size()) * 2);
        Map<String, Integer> taken = new HashMap<>();
        Set<Integer> used = new HashSet<>();
        for (String part : parts) {
            int seat = spread(part, seats);
            while (!used.add(seat)) {
                seat = (seat + 1) % seats;
            }
            taken.put(part, seat);
        }
        return taken;
    }

    /** Returns a number below the bound that rests on the name alone; names that differ a little are far apart. */
    static int spread(String name, int bound) {
        int mixed = name.hashCode() * 0x9E3779B9;
        return Math.floorMod(mixed ^ (mixed >>> 16), bound);
    }
}
