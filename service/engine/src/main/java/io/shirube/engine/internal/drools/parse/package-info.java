/**
 * Drools' own DRL6 grammar as a judge of one rule's text: whether it is DRL, and which patterns stand where. Nothing is
 * compiled or run here, and no type of Drools is visible outside. Called by the front end of rule files.
 */
@NullMarked
package io.shirube.engine.internal.drools.parse;

import org.jspecify.annotations.NullMarked;
