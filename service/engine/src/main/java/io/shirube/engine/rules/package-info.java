/**
 * The rule model: what a rule folder means once it is read, typed and closed. Front ends make it, the evaluator and the
 * lowering read it. Nothing here computes a verdict, and nothing here knows a file format or Drools.
 */
@NullMarked
package io.shirube.engine.rules;

import org.jspecify.annotations.NullMarked;
