package io.shirube.engine.portfolio.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one customer paid over time, in money a year. Immutable. */
final class Course {

    private final List<ContractOutcome> outcomes;
    private final @Nullable LocalDate since;
    private final long now;

    /**
     * @param since first day on which it is known to be a customer; null: always
     * @param now what it pays by the last that is told, which counts where no outcome does
     */
    Course(List<ContractOutcome> outcomes, @Nullable LocalDate since, long now) {
        this.outcomes = outcomes.stream()
                .sorted(Comparator.comparing(ContractOutcome::on))
                .toList();
        this.since = since;
        this.now = now;
    }

    /** Returns what it pays at the end of a day, 0 for who is no customer. */
    long arr(LocalDate day) {
        if (since != null && day.isBefore(since)) {
            return 0;
        }
        ContractOutcome last = null;
        for (ContractOutcome outcome : outcomes) {
            if (outcome.on().isAfter(day)) {
                return last == null ? outcome.arrBefore() : last.arrAfter();
            }
            last = outcome;
        }
        return last == null ? now : last.arrAfter();
    }

    /** Returns the last decision after a day and until another, or null. */
    @Nullable
    ContractOutcome decided(LocalDate after, LocalDate until) {
        ContractOutcome found = null;
        for (ContractOutcome outcome : outcomes) {
            if (outcome.on().isAfter(after) && !outcome.on().isAfter(until)) {
                found = outcome;
            }
        }
        return found;
    }
}
