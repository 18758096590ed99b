package io.shirube.engine.simulate;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One account decided by both rulesets.
 *
 * @param name what it is called, or null when nobody told
 * @param arr money a year, rounded to whole units of the book's currency; null when nobody told
 * @param told what the portfolio says of it
 * @param moved what changed, or null when both come to the same
 */
public record Compared(
        String accountId,
        @Nullable String name,
        @Nullable Long arr,
        Side before,
        Side after,
        Told told,
        @Nullable Mover moved) {

    public Compared {
        Objects.requireNonNull(accountId, "accountId");
    }

    /** Returns what changed, empty when both come to the same. */
    public Optional<Mover> mover() {
        return Optional.ofNullable(moved);
    }

    /** Returns who looks after it, or an empty text. */
    public String owner() {
        return told.owner();
    }

    /** Returns the team that looks after it, or an empty text. */
    public String team() {
        return told.team();
    }

    /** Returns the money a year, 0 when nobody told. */
    public long money() {
        return arr == null ? 0 : arr;
    }
}
