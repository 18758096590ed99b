package io.shirube.engine.whatif;

import io.shirube.engine.decide.Variants;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.AccountSnapshot.Previous;
import io.shirube.engine.model.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What comes by itself: the account decided on every day to come, with the same values measured anew; contract, tickets and
 * people grow older. Where the caller tells the touch before, each day rests on the one before it. Used by one thread.
 */
final class Days {

    private final List<Later> days = new ArrayList<>();
    private final Trials trials;

    /** @param variant the account as it is decided on that day */
    record Later(int days, LocalDate on, AccountSnapshot variant, Reached reached) {}

    /** @param ahead how many days to look ahead */
    Days(Variants account, Trials trials, int ahead) {
        this.trials = trials;
        Snapshots snapshots = new Snapshots(account.snapshot());
        Previous told = account.snapshot().previous();
        Previous previous = told == null ? null : after(account.base(), told, account.asOf());
        for (int day = 1; day <= ahead; day++) {
            LocalDate on = account.asOf().plusDays(day);
            AccountSnapshot variant = snapshots.later(day, previous);
            Decision decision = trials.decision(variant, on).orElse(null);
            if (decision == null) {
                return;
            }
            days.add(new Later(day, on, variant, Reached.of(decision)));
            previous = previous == null ? null : after(decision, previous, on);
        }
    }

    private static Previous after(Decision decision, Previous before, LocalDate day) {
        String touch = decision.segment().touch();
        LocalDate since = touch.equals(before.touch()) ? before.since() : null;
        return new Previous(
                touch,
                since == null ? day : since,
                decision.stage().value(),
                decision.segment().pending());
    }

    /** Returns the first day that reaches a goal. */
    Optional<Later> reaching(Goal goal) {
        return days.stream()
                .filter(day -> goal.isReached(day.reached()))
                .filter(day -> trials.isProven(day.variant(), day.on(), day.reached()))
                .findFirst();
    }
}
