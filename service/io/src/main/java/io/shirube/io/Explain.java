package io.shirube.io;

import java.util.Locale;
import java.util.Optional;

/** How much of its reasons a decision is written with. */
public enum Explain {
    /** The same shape, every list of reasons empty. */
    NONE,
    /** The reasons of segment, success and actions: what the contract shows. */
    REASONS,
    /** Also the reasons of stage, dimensions and caps, and what every rule and table came to. */
    FULL;

    /** Returns the setting a user wrote, in any case. */
    public static Optional<Explain> of(String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "none" -> Optional.of(NONE);
            case "reasons" -> Optional.of(REASONS);
            case "full" -> Optional.of(FULL);
            default -> Optional.empty();
        };
    }
}
