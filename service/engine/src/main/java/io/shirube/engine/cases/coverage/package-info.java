/**
 * What the cases of a rule folder have tried: which rules and rows fired, which conditions were seen true and seen false, and
 * which thresholds have a case on them and one beside them. Nothing here decides; it watches the facts of decisions.
 */
@NullMarked
package io.shirube.engine.cases.coverage;

import org.jspecify.annotations.NullMarked;
