/** Whole runs, file to file, in a program of their own with a small heap: the batch, and what it is held against. */
@NullMarked
package io.shirube.bench.whole;

import org.jspecify.annotations.NullMarked;
