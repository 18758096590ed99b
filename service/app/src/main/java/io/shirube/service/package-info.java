/**
 * The program: the REST service and the command line over the engine.
 *
 * <p>This root package holds the entry point and the wiring, and nothing else; nobody imports it.
 */
@NullMarked
package io.shirube.service;

import org.jspecify.annotations.NullMarked;
