package io.shirube.engine.portfolio.report;

import io.shirube.engine.indicators.Correlation;
import io.shirube.engine.indicators.Interval;
import io.shirube.engine.indicators.MeanChange;
import io.shirube.engine.indicators.Share;
import io.shirube.engine.model.Text;
import io.shirube.engine.portfolio.report.BookReport.Direction;
import io.shirube.engine.portfolio.report.BookReport.Link;
import io.shirube.engine.portfolio.report.BookReport.Neighbours;
import io.shirube.engine.portfolio.report.BookReport.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Gathers the chain of one segment. Half a year is compared with the one before. */
final class ChainTally {

    private static final int MONTHS = 6;

    private final Map<ChainLink, MeanChange> changes = new EnumMap<>(ChainLink.class);
    private final Map<ChainLink, double[]> means = new EnumMap<>(ChainLink.class);
    private final Map<ChainLink, long[][]> outcomes = new EnumMap<>(ChainLink.class);
    private final Map<ChainLink.Pair, Correlation> together = new HashMap<>();

    ChainTally() {
        for (ChainLink link : ChainLink.values()) {
            changes.put(link, new MeanChange());
            means.put(link, new double[2]);
            outcomes.put(link, new long[2][2]);
        }
        ChainLink.NEIGHBOURS.forEach(pair -> together.put(pair, new Correlation()));
    }

    /** Takes one account. */
    void add(AccountReadings readings, Course course, Settings settings) {
        LocalDate asOf = settings.asOf();
        LocalDate then = asOf.minusMonths(MONTHS);
        Map<ChainLink, Double> now = measured(readings, asOf);
        Map<ChainLink, Double> before = measured(readings, then);
        now.forEach((link, value) -> {
            double[] mean = Objects.requireNonNull(means.get(link));
            mean[0] += value;
            mean[1]++;
            Double earlier = before.get(link);
            if (earlier != null) {
                Objects.requireNonNull(changes.get(link)).add(earlier, value);
            }
        });
        @Nullable ContractOutcome decided = course.decided(settings.yearBegin(), settings.until());
        if (decided != null && decided.arrBefore() > 0) {
            now.put(ChainLink.RENEWAL, decided.isLost() ? 0.0 : 1.0);
            now.put(ChainLink.EXPANSION, decided.isExpanded() ? 1.0 : 0.0);
        }
        addTogether(now, readings, decided, asOf);
        addOutcome(course.decided(settings.yearBegin(), settings.halfYear()), 0);
        addOutcome(course.decided(settings.halfYear(), settings.until()), 1);
    }

    private void addTogether(
            Map<ChainLink, Double> now, AccountReadings readings, @Nullable ContractOutcome decided, LocalDate asOf) {
        together.forEach((pair, correlation) -> {
            Double later = now.get(pair.later());
            Double earlier = now.get(pair.earlier());
            if (decided != null && pair.later().isOutcome() && decided.on().isBefore(asOf)) {
                // because what was said after a decision did not lead to it
                OptionalDouble said = readings.rating(decided.on());
                earlier = said.isPresent() ? said.getAsDouble() : null;
            }
            if (earlier != null && later != null) {
                correlation.add(earlier, later);
            }
        });
    }

    private static Map<ChainLink, Double> measured(AccountReadings readings, LocalDate day) {
        Map<ChainLink, Double> values = new EnumMap<>(ChainLink.class);
        readings.milestones(day).ifPresent(value -> values.put(ChainLink.ONBOARDING, value));
        readings.activeRate(day).ifPresent(value -> values.put(ChainLink.ACTIVE_USE, value));
        readings.featureUse(day).ifPresent(value -> values.put(ChainLink.FEATURE_USE, value));
        readings.rating(day).ifPresent(value -> values.put(ChainLink.VOICE, value));
        return values;
    }

    /** Takes how a customer decided in one of the half years, also one of whom nothing else is told. */
    void addOutcome(@Nullable ContractOutcome decided, int half) {
        if (decided != null && decided.arrBefore() > 0) {
            count(ChainLink.RENEWAL, half, !decided.isLost());
            count(ChainLink.EXPANSION, half, decided.isExpanded());
        }
    }

    private void count(ChainLink link, int half, boolean holds) {
        long[] counted = Objects.requireNonNull(outcomes.get(link))[half];
        counted[0] += holds ? 1 : 0;
        counted[1]++;
    }

    /** @param outcomesKnown whether it is known who left and who pays more */
    List<Link> links(boolean outcomesKnown) {
        List<Link> links = new ArrayList<>();
        for (ChainLink link : ChainLink.values()) {
            links.add(link.isOutcome() ? outcome(link, outcomesKnown) : measurement(link));
        }
        return links;
    }

    private Link measurement(ChainLink link) {
        MeanChange change = Objects.requireNonNull(changes.get(link));
        double[] mean = Objects.requireNonNull(means.get(link));
        Double now = mean[1] >= BookReport.LEAST ? Double.valueOf(mean[0] / mean[1]) : null;
        if (change.n() < BookReport.LEAST) {
            State state = mean[1] == 0 ? State.NOT_TOLD : State.NOT_ENOUGH;
            return new Link(link, state, now, null, null, change.n(), Direction.UNKNOWN);
        }
        Interval interval = change.interval().orElseThrow();
        return new Link(link, State.TOLD, now, change.value().orElseThrow(), interval, change.n(), direction(interval));
    }

    private Link outcome(ChainLink link, boolean known) {
        long[][] halves = Objects.requireNonNull(outcomes.get(link));
        Share before = new Share(halves[0][0], halves[0][1]);
        Share now = new Share(halves[1][0], halves[1][1]);
        long n = before.whole() + now.whole();
        if (!known || n == 0) {
            return new Link(link, State.NOT_TOLD, null, null, null, 0, Direction.UNKNOWN);
        }
        if (before.whole() < BookReport.LEAST || now.whole() < BookReport.LEAST) {
            return new Link(link, State.NOT_ENOUGH, null, null, null, n, Direction.UNKNOWN);
        }
        Interval interval = Interval.difference(now, before).orElseThrow();
        double mean = now.ratio().orElseThrow();
        return new Link(link, State.TOLD, mean, mean - before.ratio().orElseThrow(), interval, n, direction(interval));
    }

    private static Direction direction(List<Link> links, ChainLink link) {
        return links.stream()
                .filter(one -> one.link() == link)
                .findFirst()
                .orElseThrow()
                .direction();
    }

    private static Direction direction(Interval interval) {
        if (interval.low() > 0) {
            return Direction.RISES;
        }
        return interval.high() < 0 ? Direction.FALLS : Direction.LEVEL;
    }

    /** Returns how neighbours go together, given where the links go. */
    List<Neighbours> neighbours(List<Link> links, boolean outcomesKnown) {
        List<Neighbours> neighbours = new ArrayList<>();
        for (ChainLink.Pair pair : ChainLink.NEIGHBOURS) {
            Correlation correlation = Objects.requireNonNull(together.get(pair));
            OptionalDouble r = correlation.value();
            State state = State.TOLD;
            if (correlation.n() == 0 || (pair.later().isOutcome() && !outcomesKnown)) {
                state = State.NOT_TOLD;
            } else if (correlation.n() < BookReport.LEAST) {
                state = State.NOT_ENOUGH;
            } else if (r.isEmpty()) {
                state = State.NOT_TOLD;
            }
            boolean told = state == State.TOLD;
            Direction earlier = direction(links, pair.earlier());
            Direction later = direction(links, pair.later());
            boolean broken = earlier == Direction.RISES && (later == Direction.LEVEL || later == Direction.FALLS);
            neighbours.add(new Neighbours(
                    pair.earlier(),
                    pair.later(),
                    state,
                    told ? r.getAsDouble() : null,
                    told ? correlation.interval().orElse(null) : null,
                    state == State.NOT_TOLD && pair.later().isOutcome() && !outcomesKnown ? 0 : correlation.n(),
                    broken,
                    broken ? said(pair, later) : new Text("", "")));
        }
        return neighbours;
    }

    private static Text said(ChainLink.Pair pair, Direction later) {
        Text one = pair.earlier().label();
        Text two = pair.later().label();
        boolean falls = later == Direction.FALLS;
        return new Text(
                "「" + one.ja() + "」は上がっていますが、「" + two.ja() + "」は" + (falls ? "下がっています。" : "上がっていません。"),
                one.en() + " rises, " + two.en() + (falls ? " falls." : " does not."));
    }
}
