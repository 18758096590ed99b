package io.shirube.service.webhooks;

/** Why an attempt to tell a receiver failed. Names are stable: administrators see them. */
public enum Trouble {
    /** It answered, but not with 2xx. */
    STATUS,
    /** It took too long to connect or to answer. */
    TIMEOUT,
    /** Its name is unknown, or nobody answers there. */
    UNREACHABLE,
    /** Its address is in a network that is not allowed, or without TLS where that is not allowed. */
    ADDRESS_REFUSED,
    /** No TLS connection came about: certificate, host name or protocol. */
    TLS,
    /** The connection broke, or the answer was no HTTP. */
    BROKEN
}
