package io.shirube.engine.simulate;

import io.shirube.engine.simulate.SimulationReport.Calibration;
import java.util.Set;

/** Holds the baseline against what the portfolio says was really decided. Used by one thread. */
final class CalibrationTally {

    private long touchesTold;
    private long touchesAgreed;
    private long actionsTold;
    private long actionsAgreed;
    private long actionsOnlyByRules;

    void add(Compared account) {
        Told told = account.told();
        Outcome baseline = account.before().outcome();
        if (told.touch() != null) {
            touchesTold++;
            touchesAgreed += told.touch().equals(baseline.touch()) ? 1 : 0;
        }
        Set<String> open = told.actions();
        if (open != null) {
            Set<String> ruled = baseline.open();
            Set<String> held = baseline.held();
            actionsTold += open.size();
            actionsAgreed += open.stream()
                    .filter(name -> ruled.contains(name) || held.contains(name))
                    .count();
            actionsOnlyByRules +=
                    ruled.stream().filter(name -> !open.contains(name)).count();
        }
    }

    Calibration calibration() {
        return new Calibration(touchesTold, touchesAgreed, actionsTold, actionsAgreed, actionsOnlyByRules);
    }
}
