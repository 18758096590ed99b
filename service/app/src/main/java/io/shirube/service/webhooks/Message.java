package io.shirube.service.webhooks;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * What is sent.
 *
 * @param id the same at every attempt
 * @param at when it is sent
 * @param body JSON
 * @param secrets with each of which it is signed
 */
public record Message(URI url, String id, Instant at, String body, List<SigningSecret> secrets) {

    public Message {
        secrets = List.copyOf(secrets);
    }

    /** Returns no more than may stand in a log. */
    @Override
    public String toString() {
        return id;
    }
}
