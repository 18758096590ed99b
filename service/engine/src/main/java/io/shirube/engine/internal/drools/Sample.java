package io.shirube.engine.internal.drools;

/**
 * What one item adds to an accumulate.
 *
 * @param untold whether it stands for a collection nobody told
 * @param certain whether it certainly belongs
 * @param values one for each figure that needs one
 */
public record Sample(boolean untold, boolean certain, Values values) {

    double value(int number) {
        return values.get(number);
    }
}
