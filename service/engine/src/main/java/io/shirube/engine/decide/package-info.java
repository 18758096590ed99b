/**
 * From a snapshot to a decision: reading facts, the renewal clock, phases, health arithmetic, policies, arbitration and
 * what is missing. Pure: no clock, no randomness, no files. Rules say what they conclude; everything that depends on an
 * order lives here. Callers are the use-cases and the case runner, through {@link io.shirube.engine.decide.Ruleset} and
 * {@link io.shirube.engine.decide.Decider}.
 */
@NullMarked
package io.shirube.engine.decide;

import org.jspecify.annotations.NullMarked;
