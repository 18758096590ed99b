package io.shirube.service.standing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps actions and what people tell of them. Safe for use by many threads. */
public interface Queue {

    /**
     * Which actions are wanted; null asks for nothing.
     *
     * @param states none means those that live
     * @param owner a role, or a person that has the action
     * @param due the last due date wanted
     * @param after the action behind which to go on: its due date and id
     */
    record Wanted(
            Set<ActionState> states,
            @Nullable String accountId,
            @Nullable String type,
            @Nullable String owner,
            @Nullable LocalDate due,
            @Nullable After after) {
        public Wanted {
            states = Set.copyOf(states);
        }
    }

    /** A place among actions by due date. */
    record After(LocalDate due, long id) {}

    /** Returns actions by due date, then id. */
    List<StoredAction> actions(Wanted wanted, int most);

    /**
     * Keeps what somebody tells of an action; its account is decided on anew.
     *
     * @param apply makes of the action as it is what it becomes, or throws and nothing is kept
     * @return the action as it is now; empty when there is none
     */
    Optional<StoredAction> tell(long id, ActionEvent event, LocalDate today, UnaryOperator<StoredAction> apply);
}
