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
 * @param offer what the decision last said of it
 * @param life what became of it
 */
public record StoredAction(
        long id,
        String accountId,
        String key,
        String type,
        String touch,
        LocalDate openedOn,
        @Nullable String owner,
        Offer offer,
        Life life) {

    /** The id of an action that is not kept yet. */
    public static final long NEW = 0;

    /**
     * What a decision says of an action.
     *
     * @param expiresOn its last day, or null
     * @param priority from 0 to 1
     * @param text all of it, as JSON in both languages
     */
    public record Offer(
            String ownerRole, LocalDate dueOn, @Nullable LocalDate expiresOn, double priority, BothLanguages text) {}

    /**
     * What became of an action.
     *
     * @param snoozedUntil while it is snoozed; null else
     * @param closedOn null while it lives
     * @param heldBy the policy that holds it, or HELD_BY_VOLUME; null when nothing does
     * @param because why it is held, was withdrawn or superseded; null else
     */
    public record Life(
            ActionState state,
            @Nullable LocalDate snoozedUntil,
            @Nullable LocalDate closedOn,
            @Nullable String heldBy,
            @Nullable BothLanguages because) {

        /** How an action begins that nothing holds. */
        public static final Life OPEN = new Life(ActionState.OPEN, null, null, null, null);
    }

    public ActionState state() {
        return life.state();
    }

    /** Returns whether somebody is to do it now. */
    public boolean isToDo() {
        return state() == ActionState.OPEN || state() == ActionState.ACCEPTED;
    }

    /** Returns its last day, or null. */
    public @Nullable LocalDate expiresOn() {
        return offer.expiresOn();
    }

    /** Returns it with the id under which it is kept. */
    public StoredAction keptAs(long given) {
        return new StoredAction(given, accountId, key, type, touch, openedOn, owner, offer, life);
    }

    StoredAction in(ActionState next, LocalDate today, @Nullable BothLanguages why) {
        return with(offer, new Life(next, null, next.isLiving() ? null : today, null, why));
    }

    StoredAction held(String by, BothLanguages why) {
        return with(offer, new Life(ActionState.HELD, null, null, by, why));
    }

    /** Returns whether it waits because there is too much to do already. */
    boolean waitsForOthers() {
        return Volume.HELD_BY_VOLUME.equals(life.heldBy());
    }

    /** Returns it with what a decision says of it now. */
    StoredAction saying(StoredAction now) {
        return with(now.offer, life);
    }

    StoredAction snoozed(LocalDate until) {
        return with(offer, new Life(ActionState.SNOOZED, until, null, null, null));
    }

    StoredAction ownedBy(String person) {
        return new StoredAction(id, accountId, key, type, touch, openedOn, person, offer, life);
    }

    /** Returns it as a decision offers it now; who has it and since when stays. */
    StoredAction offered(StoredAction now) {
        ActionState next = state() == ActionState.ACCEPTED ? ActionState.ACCEPTED : ActionState.OPEN;
        return with(now.offer, new Life(next, null, null, null, null));
    }

    private StoredAction with(Offer said, Life now) {
        return new StoredAction(id, accountId, key, type, touch, openedOn, owner, said, now);
    }
}
