package io.shirube.service.standing;

import io.shirube.engine.model.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps where accounts stand. A decision, the moves of its actions and the rows of the feed are kept together or not at all,
 * and nobody else decides on an account meanwhile, on this node or another. Safe for use by many threads.
 */
public interface Ledger {

    /** How soon an account is decided on. */
    enum Urgency {
        CHANGE(0),
        DAY(1),
        RULES(2);

        private final int rank;

        Urgency(int rank) {
            this.rank = rank;
        }

        /** Returns its place: the lower, the sooner. */
        public int rank() {
            return rank;
        }
    }

    /**
     * Where an account stands.
     *
     * @param waits whether something came in that is not decided on yet
     * @param decided whether a decision stands; false before the first, and when the account cannot be decided on
     * @param settlement names the decision it rests on; no other decision has it
     * @param problem why the account cannot be decided on
     * @param ruleset by which rules it was tried last, null before
     * @param decidedOn for which day, null before
     */
    record Current(
            boolean waits,
            boolean decided,
            long settlement,
            @Nullable Text problem,
            @Nullable String ruleset,
            @Nullable LocalDate decidedOn) {}

    /** Returns where an account stands; empty when there is no such account. */
    Optional<Current> current(String accountId);

    /** Returns what a decision was made on, as a portfolio's line has it; empty when it does not stand any more. */
    Optional<String> input(String accountId, long settlement);

    /** Returns everything that is kept of an account, of one moment; empty when there is no such account. */
    Optional<Known> known(String accountId);

    /**
     * Decides on one account, after whoever is at it.
     *
     * @param needed looks once more whether to decide, when nobody else is at it any more
     * @return where it stands then; empty when there is no such account
     */
    Optional<Current> settle(String accountId, Predicate<Current> needed, Function<Known, Settled> decide);

    /**
     * Decides on accounts that wait and that nobody else is at, the urgent first.
     *
     * @param most how many accounts at most
     * @return how many there were
     */
    int settleWaiting(int most, Function<Known, Settled> decide);

    /** Makes all accounts wait that were decided on for an earlier day, some at a time. Returns how many. */
    int awaitDay(LocalDate today);

    /** Makes all accounts wait that were decided on by other rules, some at a time. Returns how many. */
    int awaitRules(String ruleset);

    /** Returns how many accounts wait. */
    long waiting();

    /**
     * A decision that said something new.
     *
     * @param result as it was shown
     */
    record PastDecision(long id, LocalDate asOf, Instant decidedAt, String ruleset, BothLanguages result) {}

    /**
     * Returns an account's decisions that said something new, the latest first.
     *
     * @param before only those older than this one; {@link Long#MAX_VALUE} for all
     */
    List<PastDecision> decisions(String accountId, long before, int most);
}
