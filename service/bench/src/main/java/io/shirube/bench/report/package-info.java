/** Makes the table of figures out of what was measured, with the goals beside. Knows nothing of how it was measured. */
@NullMarked
package io.shirube.bench.report;

import org.jspecify.annotations.NullMarked;
