/**
 * From a plain tree of values to an account snapshot: the one meaning of an entry, whether it was JSON, YAML or CSV.
 * Readers of those formats build the tree and call {@link io.shirube.engine.input.SnapshotAssembler}. No file format, no
 * catalogue and no rule lives here.
 */
@NullMarked
package io.shirube.engine.input;

import org.jspecify.annotations.NullMarked;
