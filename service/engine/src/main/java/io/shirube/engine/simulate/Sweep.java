package io.shirube.engine.simulate;

import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.Explain;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.InputException;
import io.shirube.engine.simulate.SimulationReport.CurvePoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decides accounts by rules in which one setting takes one value after the other, by their meaning alone. Deciding is safe for
 * use by many threads; adding up is for one.
 */
public final class Sweep {

    private final String setting;
    private final List<Point> points;
    private final Effort effort;
    private final Decider decider = new Decider();
    private final List<Map<String, Sums>> sums = new ArrayList<>();

    /** One value and the rules with it. */
    public record Point(String value, Ruleset rules) {}

    /** @param setting its name */
    public Sweep(String setting, List<Point> points, Effort effort) {
        this.setting = setting;
        this.points = List.copyOf(points);
        this.effort = effort;
        points.forEach(point -> sums.add(new TreeMap<>()));
    }

    /** Returns what an account comes to by each value. */
    public List<Side> decide(AccountSnapshot snapshot, LocalDate asOf) throws InputException {
        List<Side> sides = new ArrayList<>();
        for (Point point : points) {
            sides.add(Side.of(
                    decider.decide(snapshot, asOf, point.rules(), RefereeMode.NEVER, Explain.NONE), effort, Set.of()));
        }
        return sides;
    }

    /** Takes an account with what it comes to by each value. */
    public void add(Compared account, List<Side> sides) {
        for (int i = 0; i < sides.size(); i++) {
            Side side = sides.get(i);
            sums.get(i).merge(side.outcome().touch(), Sums.NONE.plus(account, side), Sums::plus);
        }
    }

    /** Returns the curves: for each value, what each touch holds. */
    public List<CurvePoint> curves() {
        List<CurvePoint> curves = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            String value = points.get(i).value();
            sums.get(i)
                    .forEach((touch, sum) -> curves.add(new CurvePoint(
                            setting,
                            value,
                            touch,
                            sum.accounts(),
                            sum.arr(),
                            sum.careMilliAfter(),
                            sum.workMilliAfter())));
        }
        return curves;
    }
}
