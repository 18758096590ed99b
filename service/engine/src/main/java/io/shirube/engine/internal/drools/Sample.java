package io.shirube.engine.internal.drools;

/**
 * What one item adds to an accumulate.
 *
 * @param untold whether it stands for a collection nobody told
 * @param certain whether it certainly belongs
 * @param values one value for each figure that needs one, encoded as in {@link Figures}
 */
@SuppressWarnings("ArrayRecordComponent") // because it is made for every item and never compared
public record Sample(boolean untold, boolean certain, double[] values) {}
