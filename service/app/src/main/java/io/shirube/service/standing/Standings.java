package io.shirube.service.standing;

import com.github.benmanes.caffeine.cache.Cache;
import com.google.common.hash.Hashing;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Text;
import io.shirube.io.DecisionWriter;
import io.shirube.io.Explain;
import io.shirube.io.SnapshotReader;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.InputProblems;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.language.Language;
import io.shirube.service.rulesets.ActiveRules;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers where accounts stand. Safe for use by many threads. */
public final class Standings {

    private final Ledger ledger;
    private final ActiveRules active;
    private final Settlements settlements;
    private final Rollouts rollouts;
    private final SnapshotReader reader;
    private final Clock clock;
    private final Cache<Shown, byte[]> shown;

    /**
     * @param reader takes an account with all the readings it may come to have
     * @param clock in the book's zone
     * @param shown decisions as they were written; none is stale, because its key names the decision
     */
    public Standings(
            Ledger ledger,
            ActiveRules active,
            Settlements settlements,
            Rollouts rollouts,
            SnapshotReader reader,
            Clock clock,
            Cache<Shown, byte[]> shown) {
        this.ledger = ledger;
        this.active = active;
        this.settlements = settlements;
        this.rollouts = rollouts;
        this.reader = reader;
        this.clock = clock;
        this.shown = shown;
    }

    /** Names a decision as it is written. */
    public record Shown(long settlement, Explain explain, Language language) {}

    /**
     * A decision as it is written.
     *
     * @param tag differs from that of every other decision, language and explanation
     */
    @SuppressWarnings("ArrayRecordComponent") // because it is written as it is and never compared
    public record Written(byte[] json, String tag) {}

    /**
     * Returns the current decision on an account. What came in since the last is decided on first.
     *
     * @throws ProblemException when there is no such account, it cannot be decided on, or there are no rules yet
     */
    public Written current(String id, Explain explain, Language language) {
        try (ActiveRules.Lease lease = active.lease()) {
            LocalDate today = LocalDate.now(clock);
            if (!rollouts.keeps(lease.rules().revision())
                    || isHeldBack(id, lease.rules().revision())) {
                return asOf(id, today, explain, language);
            }
            while (true) {
                Ledger.Current current = current(id, lease, today);
                requireDecided(current);
                Shown key = new Shown(current.settlement(), explain, language);
                byte[] json = shown.getIfPresent(key);
                if (json == null) {
                    json = written(id, key, lease, today);
                }
                if (json != null) {
                    return new Written(json, String.join(".", "d" + key.settlement(), explain.name(), language.code()));
                }
            }
        }
    }

    /** Returns null when the decision does not stand any more, because another came meanwhile. */
    private byte @Nullable [] written(String id, Shown key, ActiveRules.Lease lease, LocalDate today) {
        Optional<String> input = ledger.input(id, key.settlement());
        if (input.isEmpty()) {
            return null;
        }
        byte[] json = write(decide(input.get(), lease, today, key.explain()), key);
        shown.put(key, json);
        return json;
    }

    /**
     * Decides on what is kept of an account as of another day; nothing is kept of that.
     *
     * @throws ProblemException as {@link #current}
     */
    public Written asOf(String id, LocalDate day, Explain explain, Language language) {
        try (ActiveRules.Lease lease = active.lease()) {
            Known known = ledger.known(id).orElseThrow(Standings::unknown);
            Decision decision = decide(settlements.input(known, day), lease, day, explain);
            byte[] json = new DecisionWriter(language.code(), explain).toBytes(decision);
            // because much beside the account's own version enters a decision
            return new Written(json, "h" + Hashing.sha256().hashBytes(json));
        }
    }

    /**
     * Returns everything that a decision on an account rests on, as a document that can be decided on.
     *
     * @throws ProblemException when there is no such account
     */
    public byte[] input(String id, LocalDate day) {
        Known known = ledger.known(id).orElseThrow(Standings::unknown);
        return settlements.input(known, day).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns an account's decisions that said something new, the latest first. */
    public List<Ledger.PastDecision> history(String id, long before, int most) {
        require(id);
        return ledger.decisions(id, before, most);
    }

    /** @throws ProblemException when there is no such account */
    public void require(String id) {
        if (ledger.current(id).isEmpty()) {
            throw unknown();
        }
    }

    private Ledger.Current current(String id, ActiveRules.Lease lease, LocalDate today) {
        Ledger.Current found = ledger.current(id).orElseThrow(Standings::unknown);
        if (isCurrent(found, lease.rules().revision(), today)) {
            return found;
        }
        return ledger.settle(
                        id,
                        now -> !isCurrent(now, lease.rules().revision(), today),
                        settlements.of(lease.rules(), today)::settle)
                .orElseThrow(Standings::unknown);
    }

    /** While it is being found out what new rules will do, they keep decisions only on what changed. */
    private boolean isHeldBack(String id, String revision) {
        return rollouts.previews()
                && ledger.current(id)
                        .filter(found -> !found.waits() && !revision.equals(found.ruleset()))
                        .isPresent();
    }

    private static boolean isCurrent(Ledger.Current found, String revision, LocalDate today) {
        return !found.waits() && revision.equals(found.ruleset()) && today.equals(found.decidedOn());
    }

    private static void requireDecided(Ledger.Current current) {
        if (!current.decided()) {
            @Nullable Text problem = current.problem();
            Text detail = problem == null ? ErrorCode.INVALID_ACCOUNT.detail() : problem;
            throw new ProblemException(Problem.of(
                    ErrorCode.INVALID_ACCOUNT,
                    List.of(new InputProblem(ErrorCode.INVALID_ACCOUNT.name(), "", detail))));
        }
    }

    private Decision decide(String input, ActiveRules.Lease lease, LocalDate day, Explain explain) {
        try {
            AccountSnapshot snapshot =
                    reader.read(input.getBytes(StandardCharsets.UTF_8)).orThrow();
            return lease.rules().decide(snapshot, day, explain);
        } catch (InputException e) {
            throw new ProblemException(InputProblems.of(e.problems()));
        }
    }

    private static byte[] write(Decision decision, Shown key) {
        return new DecisionWriter(key.language().code(), key.explain()).toBytes(decision);
    }

    static ProblemException unknown() {
        return new ProblemException(Problem.of(ErrorCode.NO_ACCOUNT));
    }
}
