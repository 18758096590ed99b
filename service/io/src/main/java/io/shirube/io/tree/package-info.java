/**
 * Writes entries of a portfolio that are plain trees (maps, lists, texts, numbers, booleans) in any format a portfolio can
 * have. Called by the generator and by mappings.
 */
@NullMarked
package io.shirube.io.tree;

import org.jspecify.annotations.NullMarked;
