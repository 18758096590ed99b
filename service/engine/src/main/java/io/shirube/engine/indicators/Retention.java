package io.shirube.engine.indicators;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * What became of the MRR of one cohort: the customers at the start of a period, none that came later. Money a month in one
 * currency, each 0 or more.
 *
 * @param churned MRR at the start of those that left
 * @param contracted what those that stayed pay less; churned and contracted are at most what there was
 * @param expanded what those that stayed pay more
 */
public record Retention(BigDecimal start, BigDecimal churned, BigDecimal contracted, BigDecimal expanded) {

    public Retention {
        Money.notNegative(start, "start");
        Money.notNegative(churned, "churned");
        Money.notNegative(contracted, "contracted");
        Money.notNegative(expanded, "expanded");
        if (churned.add(contracted).compareTo(start) > 0) {
            throw new IllegalArgumentException("churned, contracted: more than there was, " + start);
        }
    }

    /**
     * Gross revenue retention, GRR, 総売上維持率: {@code (start − churn − contraction) ÷ start}, 0..1. What expands never makes up
     * for what is lost; nothing when the start is 0.
     */
    public OptionalDouble gross() {
        return Money.ratio(start.subtract(churned).subtract(contracted), start);
    }

    /**
     * Net revenue retention, NRR or NDR, 売上継続率: {@code (start − churn − contraction + expansion) ÷ start}, 0 or more, above 1
     * when expansion is more than the losses; nothing when the start is 0.
     */
    public OptionalDouble net() {
        return Money.ratio(start.subtract(churned).subtract(contracted).add(expanded), start);
    }

    /** The up- and cross-sell rate in money: {@code expansion ÷ start}, 0 or more; nothing when the start is 0. */
    public OptionalDouble expansion() {
        return Money.ratio(expanded, start);
    }

    /** The up- and cross-sell rate in accounts, アップセル/クロスセル率: {@code accounts expanded ÷ accounts at the start}. */
    public static Share expandedAccounts(long expanded, long atStart) {
        return new Share(expanded, atStart);
    }
}
