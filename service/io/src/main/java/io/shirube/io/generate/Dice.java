package io.shirube.io.generate;

import java.util.List;

/**
 * A stream of chances that is the same for a seed on every JDK: SplitMix64 (Steele, Lea, Flood 2014) and
 * {@code StrictMath} only. Used by one thread.
 */
final class Dice {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    /** @param number of the account: each has its own stream, so that more accounts change none of the first */
    Dice(long seed, long number) {
        this.state = mixed(seed + GAMMA) ^ mixed(number * GAMMA + 1);
    }

    private static long mixed(long z) {
        long first = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }

    /** Returns a number from 0 to below 1. */
    double share() {
        state += GAMMA;
        return (mixed(state) >>> 11) * 0x1.0p-53;
    }

    /** Returns a number between two bounds. */
    double between(double low, double high) {
        return low + share() * (high - low);
    }

    /** Returns a whole number from low to high, both included. */
    int whole(int low, int high) {
        return low + (int) (share() * (high - low + 1.0));
    }

    /** Returns true with a chance of 0 to 1. */
    boolean chance(double chance) {
        return share() < chance;
    }

    <T> T oneOf(List<T> items) {
        return items.get(whole(0, items.size() - 1));
    }

    /** Returns a number whose logarithm is spread evenly. */
    double logUniform(double low, double high) {
        return low * StrictMath.exp(share() * StrictMath.log(high / low));
    }

    /** Returns a normal number: mean 0, spread 1. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - share()));
        return radius * StrictMath.cos(2 * StrictMath.PI * share());
    }

    /** Returns a number whose logarithm is normal with a spread of sigma around the median. */
    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }

    /** Returns a whole number whose mean is given, at most the most. */
    int count(double mean, int most) {
        double left = StrictMath.exp(-mean);
        int count = 0;
        for (double product = share(); product > left && count < most; product *= share()) {
            count++;
        }
        return count;
    }

    /** Returns a chance that grows from 0 to 1 with a score, a half at 0. */
    static double chanceOf(double score) {
        return 1 / (1 + StrictMath.exp(-score));
    }

    /** Returns the value moved into a range. */
    static double within(double low, double value, double high) {
        return Math.max(low, Math.min(high, value));
    }

    /** Returns a number rounded to some digits after the point. */
    static double rounded(double value, int digits) {
        double scale = StrictMath.pow(10, digits);
        return StrictMath.floor(value * scale + 0.5) / scale;
    }
}
