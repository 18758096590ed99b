package io.shirube.engine.indicators;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Lifetime value of a customer, LTV: {@code average MRR × gross margin ÷ revenue churn}, with its MRR as price × volume, so that
 * four levers show: retention, price, volume and margin. All of one currency and one month.
 *
 * @param price MRR of one unit, such as a seat; 0 or more
 * @param volume units of one customer; 0 or more
 * @param margin gross margin, 0..1
 * @param churn monthly revenue churn, 0..1
 */
public record Ltv(double price, double volume, double margin, double churn) {

    public Ltv {
        Money.notNegative(price, "price");
        Money.notNegative(volume, "volume");
        Money.share(margin, "margin");
        Money.share(churn, "churn");
    }

    /**
     * A change of LTV, shared out among its causes; they add up to it. Each in money, below 0 where the lever went the wrong way.
     *
     * @param retention by other churn
     */
    public record Split(double retention, double price, double volume, double margin) {

        /** Returns the whole change. */
        public double total() {
            return retention + price + volume + margin;
        }
    }

    /** Returns the average MRR of one customer: price × volume. */
    public double mrr() {
        return price * volume;
    }

    /** Returns how many months a customer stays on average, {@code 1 ÷ churn}; nothing when nobody leaves. */
    public OptionalDouble months() {
        return churn == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 / churn);
    }

    /** Returns the LTV in money; nothing when nobody leaves, because then there is no end to it. */
    public OptionalDouble value() {
        return churn == 0 ? OptionalDouble.empty() : OptionalDouble.of(mrr() * margin / churn);
    }

    /**
     * Shares out the change to another LTV among the four levers by logarithmic means (LMDI I):
     * {@code L(after, before) × ln(lever after ÷ lever before)} with {@code L(a, b) = (a − b) ÷ ln(a ÷ b)}. Nothing is left over,
     * and the way back gives the same with other signs. B. W. Ang, Decomposition analysis for policymaking in energy, Energy
     * Policy 32 (2004) 1131–1139.
     *
     * @return nothing when a lever is 0 before or after, since a logarithm then has no value
     */
    public Optional<Split> changeTo(Ltv after) {
        OptionalDouble from = value();
        OptionalDouble to = after.value();
        if (from.isEmpty() || to.isEmpty() || from.getAsDouble() == 0 || to.getAsDouble() == 0) {
            return Optional.empty();
        }
        double mean = logarithmicMean(to.getAsDouble(), from.getAsDouble());
        return Optional.of(new Split(
                mean * Math.log(churn / after.churn),
                mean * Math.log(after.price / price),
                mean * Math.log(after.volume / volume),
                mean * Math.log(after.margin / margin)));
    }

    private static double logarithmicMean(double a, double b) {
        return a == b ? a : (a - b) / Math.log(a / b);
    }
}
