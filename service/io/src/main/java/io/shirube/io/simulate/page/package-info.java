/**
 * The report of a simulation as one page for people: HTML with pictures drawn here, whole in itself and without a network. Every
 * figure on it names itself ({@code data-figure}, {@code data-value}), so that it can be added up again. Writes and decides
 * nothing else. The command line calls it.
 */
@NullMarked
package io.shirube.io.simulate.page;

import org.jspecify.annotations.NullMarked;
