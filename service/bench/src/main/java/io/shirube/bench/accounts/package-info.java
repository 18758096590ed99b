/** The accounts that are decided: as snapshots, as the facts a phase sees, and as the twins read them. */
@NullMarked
package io.shirube.bench.accounts;

import org.jspecify.annotations.NullMarked;
