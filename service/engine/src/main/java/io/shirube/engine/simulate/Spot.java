package io.shirube.engine.simulate;

import io.shirube.engine.model.Position;

/**
 * A place in a file at which a number is written.
 *
 * @param row row of a table, or 0 in a text file
 * @param column column of a table, or 0 in a text file
 * @param from offset of its first character: in the cell of a table, else in the file
 * @param to offset after its last character
 */
record Spot(Position at, int row, int column, int from, int to) {}
