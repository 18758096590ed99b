package io.shirube.service.auth;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a key's holder is to the service; {@link Policy} says what each may do. */
public enum Role {
    /** A CRM: tells accounts and signals, reads decisions, works actions. */
    CRM,
    /** CS operations: read what a CRM may read, work actions, set pins, read rules. */
    OPS,
    /** A manager: reads and simulates, changes nothing. */
    MANAGER,
    /** Whoever runs the service: everything, keys too. */
    ADMIN;

    /** Returns the name as callers write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the role with this {@link #code}. */
    public static Optional<Role> of(String code) {
        return Stream.of(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
