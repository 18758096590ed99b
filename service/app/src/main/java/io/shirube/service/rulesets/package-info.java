/**
 * Which rules decide now: the watched folder, the holder of the active rules, and what became of the last edit.
 *
 * <p>Knows rules only through {@link io.shirube.service.rulesets.Rules} and {@link
 * io.shirube.service.rulesets.RulesLoader}. Called by the use-cases of {@code decisions}, the resources and the health
 * checks.
 */
@NullMarked
package io.shirube.service.rulesets;

import org.jspecify.annotations.NullMarked;
