package io.shirube.engine.portfolio.report;

import io.shirube.engine.indicators.Interval;
import io.shirube.engine.indicators.Share;
import io.shirube.engine.model.Text;
import io.shirube.engine.portfolio.report.BookReport.Benchmark;
import io.shirube.engine.portfolio.report.BookReport.Judgement;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Holds a goal for churn in 12 months against what leaves in 12 months: where half leave, 1 % is no goal but a wish. */
final class ChurnGoal {

    private static final double PER_CENT = 100;

    private ChurnGoal() {}

    /**
     * @param market share that leaves in the market, or null to take the segment's own
     * @param lost customers of the segment that left in 12 months
     * @param known whether it is known who left
     */
    static Benchmark judge(double goal, @Nullable Double market, Share lost, boolean known) {
        if (market != null) {
            return told(goal, market, market, true, lost);
        }
        Interval interval = lost.interval().orElse(null);
        if (!known || interval == null || lost.whole() < BookReport.LEAST) {
            return new Benchmark(goal, null, false, Judgement.UNKNOWN, unknown(goal, known, lost));
        }
        return told(goal, lost.ratio().orElseThrow(), interval.low(), false, lost);
    }

    private static Benchmark told(double goal, double benchmark, double least, boolean ofMarket, Share lost) {
        Judgement judgement =
                goal * 2 < least ? Judgement.UNREALISTIC : goal < least ? Judgement.AMBITIOUS : Judgement.WITHIN;
        String ja = ofMarket
                ? "市場では12か月に" + percent(benchmark) + "が離れます"
                : "このセグメントでは12か月に" + percent(benchmark) + "が解約しています(n=" + lost.whole() + ")";
        String en = ofMarket
                ? percent(benchmark) + " leave in 12 months in this market"
                : percent(benchmark) + " of this segment left in 12 months (n=" + lost.whole() + ")";
        return new Benchmark(
                goal,
                benchmark,
                ofMarket,
                judgement,
                new Text(
                        ja + "。" + verdict(judgement, goal).ja(),
                        en + ". " + verdict(judgement, goal).en()));
    }

    private static Text verdict(Judgement judgement, double goal) {
        String shown = percent(goal);
        return switch (judgement) {
            case UNREALISTIC ->
                new Text(
                        "解約率" + shown + "の目標は現実的ではありません。段階的な目標にしてください。",
                        "A goal of " + shown + " is unrealistic; set one that can be reached in steps.");
            case AMBITIOUS -> new Text("解約率" + shown + "の目標は高めです。", "A goal of " + shown + " is ambitious.");
            case WITHIN -> new Text("解約率" + shown + "の目標は範囲内です。", "A goal of " + shown + " is within reach.");
            case UNKNOWN -> new Text("", "");
        };
    }

    private static Text unknown(double goal, boolean known, Share lost) {
        String shown = percent(goal);
        return known
                ? new Text(
                        "解約率" + shown + "の目標を判定するにはデータが足りません(n=" + lost.whole() + ")。",
                        "Not enough data to judge a goal of " + shown + " (n=" + lost.whole() + ").")
                : new Text(
                        "このセグメントの誰が解約したか分からないため、解約率" + shown + "の目標を判定できません。",
                        "A goal of " + shown + " cannot be judged, because it is not known who of this segment left.");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * PER_CENT);
    }
}
