/**
 * What can be proved or suspected about a ruleset before any account is decided: rows that overlap or never hit, inputs no
 * row speaks of, actions nobody proposes. Reads the rule model only. Called by the ruleset reader.
 */
@NullMarked
package io.shirube.engine.authoring.check;

import org.jspecify.annotations.NullMarked;
