/**
 * The full explanation of a decision: what every rule's conditions and every table's rows came to, as data and in sentences
 * of both languages. Computes no verdict of its own: it asks the evaluator. Called by decide, which says what became of
 * proposals.
 */
@NullMarked
package io.shirube.engine.explain.full;

import org.jspecify.annotations.NullMarked;
