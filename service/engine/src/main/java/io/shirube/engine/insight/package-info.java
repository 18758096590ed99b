/**
 * What a whole book says of its rules: which accounts have nothing to do and which one condition stands in the way, what relaxing
 * it would bring, and which rules never speak, always speak or speak in vain. Decides accounts again, by the meaning alone; changes
 * no decision.
 */
@NullMarked
package io.shirube.engine.insight;

import org.jspecify.annotations.NullMarked;
