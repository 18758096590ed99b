/**
 * The REST doors under {@code /api/v1}. A resource reads parameters, calls one use-case and writes its answer; it decides
 * nothing.
 */
@NullMarked
package io.shirube.service.resources;

import org.jspecify.annotations.NullMarked;
