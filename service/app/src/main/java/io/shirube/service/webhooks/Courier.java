package io.shirube.service.webhooks;

/** Sends messages. Implementations are safe for use by many threads. */
public interface Courier {

    /** Sends a message once and waits for what comes of it, within a limited time. Never throws because of the receiver. */
    Answer send(Message message);
}
