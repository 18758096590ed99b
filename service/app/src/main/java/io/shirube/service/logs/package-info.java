/**
 * Logs: the id by which a request is found in them, and how a line is written. What a caller sends never comes here, and of a
 * path only what the resource declares.
 */
@NullMarked
package io.shirube.service.logs;

import org.jspecify.annotations.NullMarked;
