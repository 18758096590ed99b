/**
 * Decision tables in our own layout: {@code *.table.csv}. Reads cells with their places into the rule model's tables.
 * Proofs about tables are not here but in {@code authoring.check}. Called by the ruleset reader only.
 */
@NullMarked
package io.shirube.engine.authoring.table;

import org.jspecify.annotations.NullMarked;
