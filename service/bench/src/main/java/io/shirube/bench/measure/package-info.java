/** What is timed, by JMH: one benchmark a method, the same accounts in a circle for all of them. */
@NullMarked
package io.shirube.bench.measure;

import org.jspecify.annotations.NullMarked;
