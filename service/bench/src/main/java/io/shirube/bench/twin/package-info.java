/**
 * What a Java programmer would write by hand instead of the frozen rules and tables. Written from the rules' text, with plain
 * fields and plain loops; imports nothing of the engine, so that neither can lean on the other. Tests hold the two equal
 * before anything is measured.
 */
@NullMarked
package io.shirube.bench.twin;

import org.jspecify.annotations.NullMarked;
