package io.shirube.service.db;

import io.shirube.engine.model.Text;
import io.shirube.service.db.LedgerStatements.AwaitedRow;
import io.shirube.service.db.LedgerStatements.StandingRow;
import io.shirube.service.db.Transactions.Statements;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.standing.ActionMove;
import io.shirube.service.standing.BothLanguages;
import io.shirube.service.standing.ChangeKind;
import io.shirube.service.standing.Known;
import io.shirube.service.standing.Ledger;
import io.shirube.service.standing.Settled;
import io.shirube.service.standing.Standing;
import io.shirube.service.standing.StoredAction;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where accounts stand, in PostgreSQL. Safe for use by many threads. */
public final class JdbiLedger implements Ledger {

    /** Of what people ended, the latest that rules look back over. */
    private static final int OUTCOMES = 200;

    /** How many accounts one transaction makes wait. */
    private static final int TOGETHER = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(JdbiLedger.class);

    private final Transactions transactions;
    private final Heads heads;
    private final OpenLimits limits;
    private final Duration longest;

    /**
     * @param limits how many actions may be open, by owner role; without a limit a role is missing
     * @param longest after so long no further account is decided on in the same transaction
     */
    public JdbiLedger(Transactions transactions, Map<String, Integer> limits, Duration longest) {
        this.longest = longest;
        this.transactions = transactions;
        this.heads = new Heads(transactions);
        this.limits = new OpenLimits(limits);
    }

    @Override
    public Optional<Current> current(String accountId) {
        return heads.get(accountId);
    }

    @Override
    public Optional<String> input(String accountId, long settlement) {
        return transactions.read(
                statements -> statements.of(LedgerStatements.class).input(accountId, settlement));
    }

    @Override
    public Optional<Known> known(String accountId) {
        return transactions.read(statements -> known(accountId, statements));
    }

    /** Returns everything that is kept of an account, as a transaction sees it. */
    Optional<Known> known(String id, Statements statements) {
        Optional<StandingRow> standing = statements.of(LedgerStatements.class).standing(id);
        ActionStatements actions = statements.of(ActionStatements.class);
        return statements
                .of(AccountStatements.class)
                .account(id)
                .map(row -> new Known(
                        Rows.account(id, row),
                        standing.map(Rows::standing).orElse(null),
                        standing.map(before -> Rows.problem(before.problemJa(), before.problemEn()))
                                .orElse(null),
                        actions.living(id).stream().map(Rows::action).toList(),
                        actions.ended(id, OUTCOMES).stream().map(Rows::action).toList(),
                        limits.free(actions)));
    }

    @Override
    public Optional<Current> settle(String accountId, Predicate<Current> needed, Function<Known, Settled> decide) {
        return transactions.write(statements -> {
            Optional<Current> claimed =
                    statements.of(LedgerStatements.class).claim(accountId).flatMap(id -> Heads.read(id, statements));
            if (claimed.isPresent() && needed.test(claimed.get())) {
                decide(accountId, decide, statements);
                return Heads.read(accountId, statements);
            }
            return claimed;
        });
    }

    @Override
    public int settleWaiting(int most, Function<Known, Settled> decide) {
        return transactions.write(statements -> {
            long began = System.nanoTime();
            int decided = 0;
            for (String id : statements.of(LedgerStatements.class).claimWaiting(most)) {
                // because whoever wants one of them waits for all; those that are left still wait to be decided on
                if (decided > 0 && System.nanoTime() - began > longest.toNanos()) {
                    break;
                }
                decide(id, decide, statements);
                decided++;
            }
            return decided;
        });
    }

    /** What goes wrong with one account must not keep the others waiting, nor itself be tried again at once. */
    private void decide(String id, Function<Known, Settled> decide, Statements statements) {
        AtomicReference<@Nullable Settled> tried = new AtomicReference<>();
        try {
            statements.apart(() -> decideApart(
                    id,
                    known -> {
                        Settled settled = decide.apply(known);
                        tried.set(settled);
                        return settled;
                    },
                    statements));
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            if (OutOfReach.passes(e)) {
                // because it is no account's fault
                throw e;
            }
            LOG.error("An account could not be decided on.", e);
            keepFault(id, tried.get(), statements);
        }
    }

    /** @param tried null when it came to nothing */
    private static void keepFault(String id, @Nullable Settled tried, Statements statements) {
        LedgerStatements ledger = statements.of(LedgerStatements.class);
        ledger.waitsNoMore(id);
        Text problem = ErrorCode.INTERNAL.detail();
        if (tried == null) {
            ledger.keepFault(id, problem.ja(), problem.en());
        } else {
            ledger.keepProblem(id, tried.ruleset(), tried.day(), problem.ja(), problem.en());
            statements.of(FeedStatements.class).changed(id, ChangeKind.DECISION_FAILED.name(), Feed.data(problem));
        }
    }

    private void decideApart(String id, Function<Known, Settled> decide, Statements statements) {
        statements.of(LedgerStatements.class).waitsNoMore(id);
        known(id, statements).ifPresent(account -> keep(account, decide.apply(account), statements));
    }

    private void keep(Known known, Settled settled, Statements statements) {
        String id = known.account().id();
        LedgerStatements ledger = statements.of(LedgerStatements.class);
        ActionStatements actions = statements.of(ActionStatements.class);
        FeedStatements feed = statements.of(FeedStatements.class);
        Standing now = settled.standing();
        if (now == null) {
            Text problem = settled.problem() == null ? new Text("", "") : settled.problem();
            ledger.keepProblem(id, settled.ruleset(), settled.day(), problem.ja(), problem.en());
            if (!problem.equals(known.problem())) {
                feed.changed(id, ChangeKind.DECISION_FAILED.name(), Feed.data(problem));
            }
            return;
        }
        ledger.keep(id, now);
        @Nullable BothLanguages result = settled.result();
        if (result != null) {
            long decision = ledger.decided(id, now, result.ja(), result.en());
            feed.changed(id, ChangeKind.DECISION_CHANGED.name(), Feed.data(decision, known.standing(), now));
        }
        for (ActionMove move : settled.moves()) {
            StoredAction action = move(move.action(), actions);
            feed.changed(id, move.kind().name(), Feed.data(action));
            if (!action.isToDo()) {
                limits.awaitNext(action.offer().ownerRole(), actions);
            }
        }
    }

    private static StoredAction move(StoredAction action, ActionStatements actions) {
        if (action.id() == StoredAction.NEW) {
            return action.keptAs(actions.open(Rows.row(action)));
        }
        actions.move(Rows.row(action));
        return action;
    }

    @Override
    public int awaitDay(LocalDate today) {
        return await((statements, after) -> statements.awaitDay(today, Urgency.DAY.rank(), after, TOGETHER));
    }

    @Override
    public int awaitRules(String ruleset) {
        return await((statements, after) -> statements.awaitRules(ruleset, Urgency.RULES.rank(), after, TOGETHER));
    }

    /** Some accounts at a time, because a book may be large and a statement is given some seconds only. */
    private int await(BiFunction<LedgerStatements, String, AwaitedRow> some) {
        int awaited = 0;
        String after = "";
        while (true) {
            String position = after;
            AwaitedRow row =
                    transactions.write(statements -> some.apply(statements.of(LedgerStatements.class), position));
            awaited += row.awaited();
            @Nullable String last = row.position();
            if (last == null) {
                return awaited;
            }
            after = last;
        }
    }

    @Override
    public long waiting() {
        return transactions.read(
                statements -> statements.of(LedgerStatements.class).waiting());
    }

    @Override
    public List<PastDecision> decisions(String accountId, long before, int most) {
        return transactions
                .read(statements -> statements.of(LedgerStatements.class).decisions(accountId, before, most))
                .stream()
                .map(row -> new PastDecision(
                        row.id(),
                        row.asOf(),
                        row.decidedAt(),
                        row.ruleset(),
                        new BothLanguages(row.resultJa(), row.resultEn())))
                .toList();
    }
}
