/**
 * The way out: signs messages and sends them by HTTP to addresses that are allowed, within limits of time and size. Called by the
 * wiring; implements the port {@link io.shirube.service.webhooks.Courier}.
 */
@NullMarked
package io.shirube.service.callout;

import org.jspecify.annotations.NullMarked;
