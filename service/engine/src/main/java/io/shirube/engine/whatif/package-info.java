/**
 * What would change the decision on one account: the smallest changes of what customer success can influence, how far fixed
 * inputs are from a border, which day changes it by itself, and which missing signal could. Everything said was decided again
 * by the ordinary deciding; nothing here evaluates a rule. Pure: no clock, no chance.
 */
@NullMarked
package io.shirube.engine.whatif;

import org.jspecify.annotations.NullMarked;
