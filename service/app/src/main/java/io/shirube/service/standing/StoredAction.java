package io.shirube.service.standing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An action of an account as it is kept.
 *
 * @param id {@link #NEW} before it is kept
 * @param key account, type and reason; one living action at most has it
 * @param touch touch of the account when it opened
 * @param owner who has it, as the CRM names people; null for nobody yet
 * @param closedOn null while it lives
 * @param offer what the decision last said of it
 * @param because why it is held, was withdrawn or superseded; null else
 */
public record StoredAction(
        long id,
        String accountId,
        String key,
        String type,
        ActionState state,
        String touch,
        String ownerRole,
        @Nullable String owner,
        LocalDate openedOn,
        LocalDate dueOn,
        @Nullable LocalDate expiresOn,
        @Nullable LocalDate snoozedUntil,
        @Nullable LocalDate closedOn,
        double priority,
        BothLanguages offer,
        @Nullable BothLanguages because) {

    /** The id of an action that is not kept yet. */
    public static final long NEW = 0;

    /** Returns it with the id under which it is kept. */
    public StoredAction keptAs(long given) {
        return new StoredAction(
                given,
                accountId,
                key,
                type,
                state,
                touch,
                ownerRole,
                owner,
                openedOn,
                dueOn,
                expiresOn,
                snoozedUntil,
                closedOn,
                priority,
                offer,
                because);
    }

    StoredAction in(ActionState next, LocalDate today, @Nullable BothLanguages why) {
        return new StoredAction(
                id,
                accountId,
                key,
                type,
                next,
                touch,
                ownerRole,
                owner,
                openedOn,
                dueOn,
                expiresOn,
                next == ActionState.SNOOZED ? snoozedUntil : null,
                next.isLiving() ? null : today,
                priority,
                offer,
                why);
    }

    StoredAction snoozed(LocalDate until) {
        return new StoredAction(
                id,
                accountId,
                key,
                type,
                ActionState.SNOOZED,
                touch,
                ownerRole,
                owner,
                openedOn,
                dueOn,
                expiresOn,
                until,
                null,
                priority,
                offer,
                null);
    }

    StoredAction ownedBy(String person) {
        return new StoredAction(
                id,
                accountId,
                key,
                type,
                state,
                touch,
                ownerRole,
                person,
                openedOn,
                dueOn,
                expiresOn,
                snoozedUntil,
                closedOn,
                priority,
                offer,
                because);
    }

    /** Returns it as a decision offers it now; who has it and since when stays. */
    StoredAction offered(StoredAction now) {
        ActionState next = state == ActionState.ACCEPTED ? state : ActionState.OPEN;
        return new StoredAction(
                id,
                accountId,
                key,
                type,
                next,
                touch,
                now.ownerRole,
                owner,
                openedOn,
                now.dueOn,
                now.expiresOn,
                null,
                null,
                now.priority,
                now.offer,
                null);
    }
}
