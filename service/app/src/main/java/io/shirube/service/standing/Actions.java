package io.shirube.service.standing;

import io.shirube.engine.input.InputCode;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Text;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people do with actions. Safe for use by many threads. */
public final class Actions {

    private static final int LONGEST_SNOOZE_DAYS = 366;

    private final Queue queue;
    private final Clock clock;
    private final Runnable changed;

    /**
     * @param clock in the book's zone
     * @param changed is told after an event was kept
     */
    public Actions(Queue queue, Clock clock, Runnable changed) {
        this.queue = queue;
        this.clock = clock;
        this.changed = changed;
    }

    /** Returns actions by due date. */
    public List<StoredAction> list(Queue.Wanted wanted, int most) {
        return queue.actions(wanted, most);
    }

    /** Returns what an event must say, being of its type, and does not. */
    public Optional<InputProblem> lacking(ActionEvent event) {
        return lacking(event, LocalDate.now(clock));
    }

    /**
     * Takes what somebody tells of an action.
     *
     * @return the action as it is now
     * @throws ProblemException when there is no such action, it is over, or something is missing
     */
    public StoredAction tell(long id, ActionEvent event) {
        LocalDate today = LocalDate.now(clock);
        lacking(event, today).ifPresent(problem -> {
            throw new ProblemException(Problem.of(ErrorCode.INVALID_EVENT, List.of(problem)));
        });
        StoredAction now = queue.tell(id, event, today, action -> next(action, event, today))
                .orElseThrow(() -> new ProblemException(Problem.of(ErrorCode.NO_ACTION)));
        changed.run();
        return now;
    }

    private static StoredAction next(StoredAction action, ActionEvent event, LocalDate today) {
        if (!action.state().isLiving()) {
            throw new ProblemException(new Problem(
                    ErrorCode.ACTION_OVER,
                    new Text(
                            "このアクションはすでに終わっています（" + action.state() + "）。GET /api/v1/actions で今のアクションを確認してください。",
                            "This action is over (" + action.state()
                                    + "). GET /api/v1/actions lists those there are now."),
                    List.of()));
        }
        return switch (event.type()) {
            case ACCEPTED -> action.in(ActionState.ACCEPTED, today, null);
            case DONE -> action.in(ActionState.DONE, today, null);
            case DISMISSED -> action.in(ActionState.DISMISSED, today, null);
            case SNOOZED -> action.snoozed(Objects.requireNonNull(event.until(), "until"));
            case ASSIGNED -> action.ownedBy(Objects.requireNonNull(event.to(), "to"));
        };
    }

    private static Optional<InputProblem> lacking(ActionEvent event, LocalDate today) {
        return switch (event.type()) {
            case SNOOZED -> lackingDay(event.until(), today.plusDays(1), today.plusDays(LONGEST_SNOOZE_DAYS));
            case ASSIGNED ->
                lackingText(
                        "to", event.to(), "ASSIGNED には to（担当者）を付けてください。", "ASSIGNED needs to, who has it from now on.");
            case DISMISSED ->
                lackingText(
                        "reason",
                        event.reason(),
                        "DISMISSED には reason（対応しない理由）を付けてください。",
                        "DISMISSED needs reason, why nothing is done.");
            case ACCEPTED, DONE -> Optional.empty();
        };
    }

    private static Optional<InputProblem> lackingDay(@Nullable LocalDate until, LocalDate first, LocalDate last) {
        return until != null && !until.isBefore(first) && !until.isAfter(last)
                ? Optional.empty()
                : lacking(
                        until == null ? InputCode.REQUIRED : InputCode.OUT_OF_RANGE,
                        "until",
                        "SNOOZED には until を付け、" + first + " から " + last + " までの日付を指定してください。",
                        "SNOOZED needs until, a day from " + first + " to " + last + ".");
    }

    private static Optional<InputProblem> lackingText(String field, @Nullable String text, String ja, String en) {
        return text == null || text.isBlank() ? lacking(InputCode.REQUIRED, field, ja, en) : Optional.empty();
    }

    private static Optional<InputProblem> lacking(InputCode code, String field, String ja, String en) {
        return Optional.of(new InputProblem(code.name(), field, new Text(ja, en)));
    }
}
