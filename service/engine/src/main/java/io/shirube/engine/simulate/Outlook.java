package io.shirube.engine.simulate;

import io.shirube.engine.simulate.SimulationReport.CurvePoint;
import io.shirube.engine.simulate.SimulationReport.MonthRow;
import java.util.List;

/**
 * What a simulation looked at beside the two rulesets on one day.
 *
 * @param sweep curves over the values of a setting; none when none was swept
 * @param months accounts by month and touch; none when the clock was not moved
 * @param flapsBefore accounts that leave a touch and take it up again, by the baseline
 * @param flapsAfter the same by the candidate
 */
public record Outlook(List<CurvePoint> sweep, List<MonthRow> months, long flapsBefore, long flapsAfter) {

    /** Nothing else. */
    public static final Outlook NONE = new Outlook(List.of(), List.of(), 0, 0);

    public Outlook {
        sweep = List.copyOf(sweep);
        months = List.copyOf(months);
    }
}
