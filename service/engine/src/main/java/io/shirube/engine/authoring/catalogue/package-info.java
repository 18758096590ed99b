/**
 * The catalogues at the top of a rule folder: signals, conclusions, actions, policies, calendar. Reads YAML with the place
 * of every word and makes the vocabulary, the action types and the policies of the rule model. Called by the ruleset
 * reader only.
 */
@NullMarked
package io.shirube.engine.authoring.catalogue;

import org.jspecify.annotations.NullMarked;
