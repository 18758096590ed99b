/**
 * The second executor: the rule model lowered to Drools. Every phase is printed as DRL of numbers and a few fixed words,
 * compiled to one KieBase and run in a pool of reused sessions. Nothing else in the engine may import Drools, and no text
 * of a rule file gets past the printer. Shares the model's types with the evaluator, and no logic, because the agreement of
 * the two is the proof of both.
 *
 * <p>The types that generated code calls are public for that reason only.
 */
@NullMarked
package io.shirube.engine.internal.drools;

import org.jspecify.annotations.NullMarked;
