/**
 * Telling receivers, by HTTP requests, what the feed of changes tells who asks: which receivers there are, what is due when, and
 * what becomes of it. The use-cases over the ports {@link io.shirube.service.webhooks.WebhookStore}, {@link
 * io.shirube.service.webhooks.Outbox} and {@link io.shirube.service.webhooks.Courier}.
 */
@NullMarked
package io.shirube.service.webhooks;

import org.jspecify.annotations.NullMarked;
