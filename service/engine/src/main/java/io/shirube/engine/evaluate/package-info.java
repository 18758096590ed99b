/**
 * The meaning of the rule model: which rules and rows are true of an account, false, or unknown, and why. Reads facts and
 * the model only; concludes nothing itself. Callers are decide, explain, cases and the referee, which holds it against the
 * other executor; so nothing here may share code with that one.
 */
@NullMarked
package io.shirube.engine.evaluate;

import org.jspecify.annotations.NullMarked;
