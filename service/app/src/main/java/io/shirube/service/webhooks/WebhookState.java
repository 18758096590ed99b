package io.shirube.service.webhooks;

/** Whether a receiver is told. */
public enum WebhookState {
    ACTIVE,
    /** An administrator stopped it for a while; what changes meanwhile waits. */
    PAUSED,
    /** The receiver said that it is gone (410); what changes meanwhile waits until somebody makes it active again. */
    DISABLED
}
