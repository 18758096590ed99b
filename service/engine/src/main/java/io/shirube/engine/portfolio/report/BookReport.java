package io.shirube.engine.portfolio.report;

import io.shirube.engine.indicators.Interval;
import io.shirube.engine.model.Text;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The indicators of a book.
 *
 * @param monthFrom first day of the month that is looked at
 * @param yearFrom first day of the 12 months that are looked at
 * @param until last day of both
 * @param accounts how many accounts were told, lapsed ones among them
 * @param segments first all, then by touch
 * @param notices what a reader should know before he believes a figure
 */
public record BookReport(
        LocalDate asOf,
        LocalDate monthFrom,
        LocalDate yearFrom,
        LocalDate until,
        long accounts,
        List<Segment> segments,
        List<Text> notices) {

    /** Fewer accounts than these do not make a figure: it is too early to judge, 判定には早い. */
    public static final int LEAST = 30;

    /** The segment of all accounts. */
    public static final String ALL = "ALL";

    public BookReport {
        segments = List.copyOf(segments);
        notices = List.copyOf(notices);
    }

    /** Whether there is a figure. */
    public enum State {
        /** There is. */
        TOLD,
        /** Fewer than {@value #LEAST} accounts: no figure, only how many. */
        NOT_ENOUGH,
        /** What it is made from was not told. */
        NOT_TOLD
    }

    /**
     * One indicator.
     *
     * @param value null unless the state is TOLD; in the indicator's unit
     * @param interval null without a value, or where none is known
     * @param n how many accounts it rests on
     * @param part what is divided, null where a ratio of sums is none; money a year, people, seats, accounts or points
     * @param whole what it is divided by
     */
    public record Figure(
            Indicator indicator,
            State state,
            @Nullable Double value,
            @Nullable Interval interval,
            long n,
            @Nullable Double part,
            @Nullable Double whole) {}

    /**
     * How a link of the chain moved in the last six months.
     *
     * @param mean its mean now, null unless TOLD
     * @param change how much it changed, null unless TOLD
     * @param n how many accounts the change rests on
     */
    public record Link(
            ChainLink link,
            State state,
            @Nullable Double mean,
            @Nullable Double change,
            @Nullable Interval interval,
            long n,
            Direction direction) {}

    /** Where a link goes, as far as its interval tells. */
    public enum Direction {
        RISES,
        FALLS,
        /** Neither is sure. */
        LEVEL,
        /** Too few accounts. */
        UNKNOWN
    }

    /**
     * How two neighbours of the chain go together over accounts.
     *
     * @param r −1..1, null unless TOLD; not told also where one side is the same for all
     * @param broken whether the earlier one rises and the later one does not
     */
    public record Neighbours(
            ChainLink earlier,
            ChainLink later,
            State state,
            @Nullable Double r,
            @Nullable Interval interval,
            long n,
            boolean broken,
            Text text) {}

    /** What a goal for churn comes to. */
    public enum Judgement {
        /** Less than half of the least that leaves. */
        UNREALISTIC,
        /** Less than leaves for sure. */
        AMBITIOUS,
        /** Within what there is, or above it. */
        WITHIN,
        /** Too few accounts, and no market to compare with. */
        UNKNOWN
    }

    /**
     * A goal for churn held against what leaves in 12 months.
     *
     * @param benchmark share that leaves in 12 months, of the market if told, else of the segment; null when unknown
     * @param ofMarket whether the benchmark is the market's
     */
    public record Benchmark(
            double goal, @Nullable Double benchmark, boolean ofMarket, Judgement judgement, Text text) {}

    /**
     * The figures of one segment.
     *
     * @param touch HIGH, LOW, TECH, or {@link #ALL}
     * @param benchmark null without a goal
     */
    public record Segment(
            String touch,
            long accounts,
            List<Figure> figures,
            List<Link> chain,
            List<Neighbours> neighbours,
            @Nullable Benchmark benchmark) {
        public Segment {
            figures = List.copyOf(figures);
            chain = List.copyOf(chain);
            neighbours = List.copyOf(neighbours);
        }

        /** Returns the figure of an indicator. */
        public Figure figure(Indicator indicator) {
            return figures.stream()
                    .filter(figure -> figure.indicator() == indicator)
                    .findFirst()
                    .orElseThrow();
        }

        /** Returns how a link moved. */
        public Link link(ChainLink link) {
            return chain.stream().filter(one -> one.link() == link).findFirst().orElseThrow();
        }
    }
}
