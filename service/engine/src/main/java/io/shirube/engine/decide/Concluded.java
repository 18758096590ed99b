package io.shirube.engine.decide;

import io.shirube.engine.explain.Quoted;
import io.shirube.engine.rules.Firing;
import java.util.List;

/**
 * What the rules of a phase came to for one field.
 *
 * @param value known
 * @param by the firings that concluded exactly this value, in the ruleset's order
 */
record Concluded(Quoted value, List<Firing> by) {}
