/**
 * The service's configuration: what {@code config.yml} may say, with defaults that are safe without it.
 *
 * <p>Values only; nothing here opens, reads or starts anything but Jetty's own factories.
 */
@NullMarked
package io.shirube.service.config;

import org.jspecify.annotations.NullMarked;
