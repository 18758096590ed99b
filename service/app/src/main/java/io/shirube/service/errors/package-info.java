/**
 * What can go wrong at the service's doors, and how a caller is told: problem details (RFC 9457) in both languages.
 *
 * <p>Every error answer of the service is written here, those of Jetty included. Nothing here decides; the resources and
 * use-cases throw {@link io.shirube.service.errors.ProblemException}.
 */
@NullMarked
package io.shirube.service.errors;

import org.jspecify.annotations.NullMarked;
