package io.shirube.service.standing;

import io.shirube.engine.model.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Moves the living actions of an account to where a new decision has them. Stateless. */
final class Reconciliation {

    /** How many steps of priority are told apart between 0 and 1. */
    private static final int PRIORITY_STEPS = 20;

    private final Decision decision;
    private final Map<String, StoredAction> offers = new HashMap<>();
    private final Map<String, Decision.Suppressed> held;
    private final Map<String, Decision.Withdrawn> withdrawn;
    private final Set<String> absorbed;
    private final Map<String, Decision.Action> decided;
    private final Volume volume;

    /** Keys of offers that would end as soon as they opened, at every decision again. */
    private final Set<String> over;

    private Reconciliation(Decision decision, List<StoredAction> offers, List<StoredAction> over, Volume volume) {
        this.decision = decision;
        this.volume = volume;
        this.decided = decision.actions().stream()
                .collect(Collectors.toMap(Decision.Action::key, one -> one, (one, other) -> one));
        this.over = over.stream().map(StoredAction::key).collect(Collectors.toSet());
        offers.forEach(offer -> this.offers.put(offer.key(), offer));
        this.held = decision.suppressed().stream()
                .filter(Decision.Suppressed::held)
                .collect(Collectors.toMap(Decision.Suppressed::key, one -> one, (one, other) -> one));
        this.withdrawn = decision.withdrawn().stream()
                .collect(Collectors.toMap(Decision.Withdrawn::key, one -> one, (one, other) -> one));
        this.absorbed = decision.actions().stream()
                .flatMap(action -> action.absorbed().stream())
                .collect(Collectors.toSet());
    }

    /**
     * Returns what changes; an action that stays as it is is not among it.
     *
     * @param living the actions that lived before
     * @param offered the decision's actions, each as it would be opened
     */
    static List<ActionMove> of(
            List<StoredAction> living, Decision decision, List<StoredAction> offered, Volume volume) {
        Map<Boolean, List<StoredAction>> byOver =
                offered.stream().collect(Collectors.partitioningBy(offer -> isOver(offer, decision.asOf())));
        List<StoredAction> offers = byOver.getOrDefault(false, List.of());
        Reconciliation reconciliation =
                new Reconciliation(decision, offers, byOver.getOrDefault(true, List.of()), volume);
        List<ActionMove> moves = new ArrayList<>();
        living.forEach(action -> reconciliation.settle(action, moves));
        // because a closed action's key is free again only once it is closed
        offers.stream()
                .filter(offer -> reconciliation.offers.containsKey(offer.key()))
                .forEach(offer -> moves.add(reconciliation.begin(offer)));
        return moves;
    }

    private void settle(StoredAction action, List<ActionMove> moves) {
        boolean inHand = action.state() == ActionState.ACCEPTED;
        if (over.contains(action.key()) || isOver(action, decision.asOf())) {
            if (!inHand) {
                moves.add(new ActionMove(
                        ChangeKind.ACTION_EXPIRED, action.in(ActionState.EXPIRED, decision.asOf(), null)));
                return;
            }
            if (over.contains(action.key())) {
                return;
            }
        }
        StoredAction offer = offers.remove(action.key());
        if (offer != null) {
            refresh(action, offer, moves);
            return;
        }
        Decision.Suppressed bar = held.get(action.key());
        if (bar != null) {
            hold(action, bar, moves);
            return;
        }
        end(action, withdrawn.get(action.key()), moves);
    }

    private static boolean isOver(StoredAction action, LocalDate today) {
        LocalDate expires = action.expiresOn();
        return expires != null && expires.isBefore(today);
    }

    private ActionMove begin(StoredAction offer) {
        return mayOpen(offer)
                ? new ActionMove(ChangeKind.ACTION_OPENED, offer)
                : new ActionMove(ChangeKind.ACTION_HELD, waiting(offer));
    }

    private boolean mayOpen(StoredAction offer) {
        Decision.Action action = decided.get(offer.key());
        return action == null || volume.take(action);
    }

    private static StoredAction waiting(StoredAction action) {
        return action.held(Volume.HELD_BY_VOLUME, Volume.because(action.offer().ownerRole()));
    }

    private void refresh(StoredAction action, StoredAction offer, List<ActionMove> moves) {
        if (action.state() == ActionState.HELD && !mayOpen(offer)) {
            waitOn(action, action.saying(offer), moves);
            return;
        }
        StoredAction now = action.offered(offer);
        boolean waited = action.state() == ActionState.HELD || action.state() == ActionState.SNOOZED;
        if (waited) {
            moves.add(new ActionMove(ChangeKind.ACTION_RESUMED, now));
        } else if (differs(action.offer(), now.offer())) {
            moves.add(new ActionMove(ChangeKind.ACTION_REFRESHED, now));
        }
    }

    private static void waitOn(StoredAction before, StoredAction now, List<ActionMove> moves) {
        if (!before.waitsForOthers()) {
            moves.add(new ActionMove(ChangeKind.ACTION_HELD, waiting(now)));
        } else if (differs(before.offer(), now.offer())) {
            moves.add(new ActionMove(ChangeKind.ACTION_REFRESHED, now));
        }
    }

    /** Priorities move a little every day, and so do the words of a reason; neither is news by itself. */
    private static boolean differs(StoredAction.Offer before, StoredAction.Offer now) {
        return !before.dueOn().equals(now.dueOn())
                || !before.ownerRole().equals(now.ownerRole())
                || !Objects.equals(before.expiresOn(), now.expiresOn())
                || Math.round(before.priority() * PRIORITY_STEPS) != Math.round(now.priority() * PRIORITY_STEPS);
    }

    /** Who works on an action goes on; a snooze is its own bar. */
    private void hold(StoredAction action, Decision.Suppressed bar, List<ActionMove> moves) {
        BothLanguages why = BothLanguages.of(bar.text());
        boolean waits = action.state() == ActionState.OPEN
                || (action.state() == ActionState.HELD
                        && !why.equals(action.life().because()));
        if (waits) {
            moves.add(new ActionMove(ChangeKind.ACTION_HELD, action.held(bar.by(), why)));
        }
    }

    private void end(StoredAction action, Decision.@Nullable Withdrawn gone, List<ActionMove> moves) {
        BothLanguages why = gone == null ? null : BothLanguages.of(gone.because());
        boolean merged = absorbed.contains(action.type());
        moves.add(new ActionMove(
                merged ? ChangeKind.ACTION_SUPERSEDED : ChangeKind.ACTION_WITHDRAWN,
                action.in(merged ? ActionState.SUPERSEDED : ActionState.WITHDRAWN, decision.asOf(), why)));
    }
}
