/**
 * The use-cases of deciding: one account, or a stream of them, by the rules that are active now.
 *
 * <p>Called by the resources. Knows of HTTP only the limits of a body and the problems an answer can be.
 */
@NullMarked
package io.shirube.service.decisions;

import org.jspecify.annotations.NullMarked;
