/**
 * The formulas behind every figure, each with its source, and the indicators that they come to over many accounts. Pure: no
 * clock, no rules, no file. Where there is nothing to divide by there is no number, neither NaN nor 0 %.
 *
 * <p>Intervals are two-sided and hold the true value in 95 of 100 samples of the same kind.
 */
@NullMarked
package io.shirube.engine.indicators;

import org.jspecify.annotations.NullMarked;
