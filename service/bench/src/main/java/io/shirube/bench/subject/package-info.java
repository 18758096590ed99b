/** The rules that are measured: a frozen copy of shipped ones, and tables of any size. Data only; nothing is timed here. */
@NullMarked
package io.shirube.bench.subject;

import org.jspecify.annotations.NullMarked;
