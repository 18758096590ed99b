/**
 * Synthetic portfolios of invented Japanese companies: same arguments, same bytes, on every machine and JDK. What an
 * account looks like is decided here; what is done about it is not. Called by the command line and the demo.
 */
@NullMarked
package io.shirube.io.generate;

import org.jspecify.annotations.NullMarked;
