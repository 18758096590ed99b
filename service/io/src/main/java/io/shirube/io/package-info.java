/**
 * Input and output: readers of portfolios and mappings, and the one writer of decisions.
 *
 * <p>Bytes in, the engine's types out, and back. What a decision should be is not decided here. Called by the service
 * and the command line ({@code io.shirube.service}).
 */
@NullMarked
package io.shirube.io;

import org.jspecify.annotations.NullMarked;
