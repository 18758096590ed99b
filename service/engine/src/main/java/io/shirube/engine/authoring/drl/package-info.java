/**
 * Rule files. A file is cut into rules so that a broken one hides no other; each rule becomes a rule of the model, and is
 * shown to Drools' DRL6 grammar, which must read the same patterns in it. Reports findings in both languages; never
 * throws on bad input. Called by the reader of a whole ruleset.
 */
@NullMarked
package io.shirube.engine.authoring.drl;

import org.jspecify.annotations.NullMarked;
