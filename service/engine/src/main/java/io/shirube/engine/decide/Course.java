package io.shirube.engine.decide;

import io.shirube.engine.model.Decision.Action;
import io.shirube.engine.model.Decision.Health;
import io.shirube.engine.model.Decision.Renewal;
import io.shirube.engine.model.Decision.Segment;
import io.shirube.engine.model.Decision.StageResult;
import io.shirube.engine.model.Decision.Success;
import java.util.Set;
import java.util.stream.Collectors;

/** What the phases came to for one account. */
record Course(
        StageResult stage, Segment segment, Renewal renewal, Health health, Success success, ActionResult actions) {

    /** Returns whether another course has the same touch, band and set of action types. */
    boolean comesTo(Course other) {
        return segment.touch().equals(other.segment.touch())
                && health.band().equals(other.health.band())
                && types().equals(other.types());
    }

    private Set<String> types() {
        return actions.actions().stream().map(Action::type).collect(Collectors.toSet());
    }
}
