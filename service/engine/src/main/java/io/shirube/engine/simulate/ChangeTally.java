package io.shirube.engine.simulate;

import io.shirube.engine.simulate.SimulationReport.Changed;

/** Counts the movers by what is other for them. Used by one thread. */
final class ChangeTally {

    private long touch;
    private long programme;
    private long stage;
    private long band;
    private long success;
    private long actions;

    /** Takes an account; one that comes to the same counts nowhere. */
    void add(Compared account) {
        Outcome before = account.before().outcome();
        Outcome after = account.after().outcome();
        touch += differ(before.touch(), after.touch());
        programme += differ(before.programme(), after.programme());
        stage += differ(before.stage(), after.stage());
        band += differ(before.band(), after.band());
        success += differ(before.success(), after.success());
        actions += differ(before.actions(), after.actions());
    }

    private static long differ(Object before, Object after) {
        return before.equals(after) ? 0 : 1;
    }

    Changed changed() {
        return new Changed(touch, programme, stage, band, success, actions);
    }
}
