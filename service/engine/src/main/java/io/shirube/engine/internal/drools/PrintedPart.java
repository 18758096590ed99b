package io.shirube.engine.internal.drools;

import io.shirube.engine.rules.Phase;

/**
 * What Drools is given for some units of one phase.
 *
 * @param drl words of this package and numbers, nothing else
 * @param constants what the numbers stand for
 */
record PrintedPart(Phase phase, String drl, PartConstants constants) {

    /** Returns the name of its Drools package, unique in its ruleset. */
    String packageName() {
        return PartPrinter.packageName(constants.seat());
    }
}
