package io.shirube.service.standing;

/**
 * What happened to one action.
 *
 * @param kind the change as the feed names it
 * @param action as it is now
 */
public record ActionMove(ChangeKind kind, StoredAction action) {}
