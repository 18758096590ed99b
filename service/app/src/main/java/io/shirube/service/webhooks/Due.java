package io.shirube.service.webhooks;

import io.shirube.service.standing.Change;

/**
 * A delivery whose turn it is: the oldest of its account that waits. Who holds it alone sends it, until its lease ends.
 *
 * @param lease names the hold
 * @param attempts how many there were
 */
public record Due(Webhook webhook, String lease, long id, String messageId, int attempts, Change change) {}
