/**
 * Why something was concluded, in sentences of both languages. Computes no verdict of its own: it asks the evaluator for
 * values and shows them. Called by decide and by whoever prints a decision; imports neither.
 */
@NullMarked
package io.shirube.engine.explain;

import org.jspecify.annotations.NullMarked;
