package io.shirube.engine.decide;

import io.shirube.engine.model.Facts;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import java.util.List;

/** Is told what fires in the phases of decisions. */
public interface PhaseListener {

    /**
     * A phase has run.
     *
     * @param facts as the phase read them; later phases write into them, so they may not be kept
     * @param firings what fired, in order
     */
    void fired(Phase phase, Facts facts, List<Firing> firings);
}
