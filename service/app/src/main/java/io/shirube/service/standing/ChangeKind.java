package io.shirube.service.standing;

/** What can change, as the feed of changes names it. */
public enum ChangeKind {
    ACCOUNT_KEPT,
    SIGNALS_ADDED,
    ACCOUNT_ERASED,
    PIN_SET,
    PIN_REMOVED,
    UPLIFT_SET,
    UPLIFT_REMOVED,
    DECISION_CHANGED,
    /** It cannot be decided on any more; what stood before stays. */
    DECISION_FAILED,
    ACTION_OPENED,
    /** It stands as before, with another day, priority or text. */
    ACTION_REFRESHED,
    ACTION_HELD,
    /** What held it, or its snooze, is over. */
    ACTION_RESUMED,
    ACTION_WITHDRAWN,
    ACTION_SUPERSEDED,
    ACTION_EXPIRED,
    ACTION_ACCEPTED,
    ACTION_DONE,
    ACTION_DISMISSED,
    ACTION_SNOOZED,
    ACTION_ASSIGNED
}
