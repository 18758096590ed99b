/** Proofs that the two executors agree: the only tests that know both. */
@NullMarked
package io.shirube.engine.agreement;

import org.jspecify.annotations.NullMarked;
