package io.shirube.engine.portfolio.report;

import io.shirube.engine.indicators.Interval;
import io.shirube.engine.indicators.RatioOfSums;
import io.shirube.engine.indicators.Share;
import io.shirube.engine.indicators.WeightedShare;
import io.shirube.engine.portfolio.report.BookReport.Figure;
import io.shirube.engine.portfolio.report.BookReport.State;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Makes figures, and none of too few accounts. */
final class Figures {

    private Figures() {}

    static Figure of(
            Indicator indicator,
            OptionalDouble value,
            @Nullable Interval interval,
            long n,
            @Nullable Double part,
            @Nullable Double whole) {
        if (n > 0 && n < BookReport.LEAST) {
            return new Figure(indicator, State.NOT_ENOUGH, null, null, n, part, whole);
        }
        return value.isEmpty()
                ? notTold(indicator)
                : new Figure(indicator, State.TOLD, value.getAsDouble(), interval, n, part, whole);
    }

    static Figure of(Indicator indicator, Share share) {
        return of(
                indicator, share.ratio(), share.interval().orElse(null), share.whole(), (double) share.part(), (double)
                        share.whole());
    }

    static Figure of(Indicator indicator, WeightedShare share) {
        return of(indicator, share.ratio(), share.interval().orElse(null), share.n(), share.part(), share.whole());
    }

    static Figure of(Indicator indicator, RatioOfSums ratio, double low, double high) {
        return of(
                indicator,
                ratio.ratio(),
                ratio.interval(low, high).orElse(null),
                ratio.n(),
                ratio.above(),
                ratio.below());
    }

    static Figure notTold(Indicator indicator) {
        return new Figure(indicator, State.NOT_TOLD, null, null, 0, null, null);
    }
}
