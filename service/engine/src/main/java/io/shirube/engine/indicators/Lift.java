package io.shirube.engine.indicators;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an action adds: how often the aim was reached with it, against the hold-out, that is accounts that were to get it and did
 * not.
 *
 * @param with accounts with the action, and how many of them reached the aim
 * @param holdOut accounts without it, and how many of them reached the aim
 */
public record Lift(Share with, Share holdOut) {

    private static final double HALF = 0.5;

    /**
     * Returns {@code (rate with − rate in the hold-out) ÷ rate in the hold-out}, −1 or more: 0.25 is a quarter more often.
     *
     * @return nothing when one of the groups is empty or nobody of the hold-out reached the aim
     */
    public OptionalDouble value() {
        OptionalDouble rate = with.ratio();
        OptionalDouble base = holdOut.ratio();
        return rate.isEmpty() || base.isEmpty() || holdOut.part() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(rate.getAsDouble() / base.getAsDouble() - 1);
    }

    /**
     * The interval of the lift: the logarithm of the ratio of the two rates ± {@code z √(1/x − 1/n + 1/y − 1/m)}. D. Katz, J.
     * Baptista, S. P. Azen and M. C. Pike, Obtaining confidence intervals for the risk ratio in cohort studies, Biometrics 34
     * (1978) 469–474. Where nobody or everybody of a group reached the aim, ½ is added to all counts, after S. D. Walter, The
     * distribution of Levin's measure of attributable risk, Biometrika 62 (1975) 371–374.
     *
     * @return −1 or more, holding the value; nothing where there is no value
     */
    public Optional<Interval> interval() {
        OptionalDouble value = value();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        boolean extreme = with.part() == 0 || with.part() == with.whole() || holdOut.part() == holdOut.whole();
        double add = extreme ? HALF : 0;
        double x = with.part() + add;
        double n = with.whole() + add;
        double y = holdOut.part() + add;
        double m = holdOut.whole() + add;
        double half = Interval.Z * Math.sqrt(1 / x - 1 / n + 1 / y - 1 / m);
        double ratio = (x / n) / (y / m);
        double low = with.part() == 0 ? 0 : ratio * Math.exp(-half);
        return Optional.of(new Interval(low - 1, ratio * Math.exp(half) - 1));
    }
}
