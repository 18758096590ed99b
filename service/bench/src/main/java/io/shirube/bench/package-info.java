/** The command line of the bench: what it measures, beside what, and the table it writes. No part of the service. */
@NullMarked
package io.shirube.bench;

import org.jspecify.annotations.NullMarked;
