/**
 * The typed expressions that every front end shares: tokens with their place to the character, names and what they mean,
 * constraints, terms and reason templates. Reads text, returns nodes of the rule model, and reports findings in both
 * languages; never throws on bad input. Knows no rule file, no table and no Drools. Called by the other front ends.
 */
@NullMarked
package io.shirube.engine.authoring.expression;

import org.jspecify.annotations.NullMarked;
