package io.shirube.engine.referee;

import io.shirube.engine.model.Facts;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import java.util.List;

/**
 * An account on which two executors disagree.
 *
 * @param onlyFirst what fired in the first executor alone
 * @param onlySecond what fired in the second executor alone
 */
public record Difference(Phase phase, Facts facts, List<Firing> onlyFirst, List<Firing> onlySecond) {

    public Difference {
        onlyFirst = List.copyOf(onlyFirst);
        onlySecond = List.copyOf(onlySecond);
    }

    /** Returns the lowest unit number that differs. */
    public int unit() {
        int first = onlyFirst.isEmpty() ? Integer.MAX_VALUE : onlyFirst.get(0).unit();
        int second =
                onlySecond.isEmpty() ? Integer.MAX_VALUE : onlySecond.get(0).unit();
        return Math.min(first, second);
    }
}
