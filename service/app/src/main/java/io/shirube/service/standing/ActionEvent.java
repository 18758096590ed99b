package io.shirube.service.standing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tells of an action.
 *
 * @param reason why; needed for DISMISSED
 * @param until the day on which a snooze is over
 * @param to who has it from now on
 * @param by who tells it
 */
public record ActionEvent(
        Type type,
        @Nullable String reason,
        @Nullable LocalDate until,
        @Nullable String to,
        @Nullable String by) {

    /** What can be told. */
    public enum Type {
        ACCEPTED(ChangeKind.ACTION_ACCEPTED),
        DONE(ChangeKind.ACTION_DONE),
        DISMISSED(ChangeKind.ACTION_DISMISSED),
        SNOOZED(ChangeKind.ACTION_SNOOZED),
        ASSIGNED(ChangeKind.ACTION_ASSIGNED);

        private final ChangeKind kind;

        Type(ChangeKind kind) {
            this.kind = kind;
        }

        /** Returns how the feed and the audit name that it was told. */
        public ChangeKind kind() {
            return kind;
        }
    }
}
