package io.shirube.service.db;

import io.shirube.engine.model.Text;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where accounts stand, in PostgreSQL. Safe for use by many threads. */
public final class JdbiLedger implements Ledger {

    /** Of what people ended, the latest that rules look back over. */
    private static final int OUTCOMES = 200;

    private static final Logger LOG = LoggerFactory.getLogger(JdbiLedger.class);

    private final Transactions transactions;

    public JdbiLedger(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Current> current(String accountId) {
        return transactions.read(statements -> current(accountId, statements));
    }

    private static Optional<Current> current(String accountId, Statements statements) {
        return statements
                .of(LedgerStatements.class)
                .standing(accountId)
                .map(row -> new Current(
                        row.waits() || row.settlement() == null,
                        row.problemJa() == null ? Rows.standing(row) : null,
                        row.settlement() == null ? 0 : row.settlement(),
                        Rows.problem(row)));
    }

    @Override
    public Optional<Known> known(String accountId) {
        return transactions.read(statements -> known(accountId, statements));
    }

    private static Optional<Known> known(String id, Statements statements) {
        Optional<StandingRow> standing = statements.of(LedgerStatements.class).standing(id);
        ActionStatements actions = statements.of(ActionStatements.class);
        return statements
                .of(AccountStatements.class)
                .account(id)
                .map(row -> new Known(
                        Rows.account(id, row),
                        standing.map(Rows::standing).orElse(null),
                        actions.living(id).stream().map(Rows::action).toList(),
                        actions.ended(id, OUTCOMES).stream().map(Rows::action).toList()));
    }

    @Override
    public Optional<Current> settle(String accountId, Predicate<Current> needed, Function<Known, Settled> decide) {
        return transactions.write(statements -> {
            Optional<Current> claimed =
                    statements.of(LedgerStatements.class).claim(accountId).flatMap(id -> current(id, statements));
            if (claimed.isPresent() && needed.test(claimed.get())) {
                decide(accountId, decide, statements);
                return current(accountId, statements);
            }
            return claimed;
        });
    }

    @Override
    public int settleWaiting(int most, Function<Known, Settled> decide) {
        return transactions.write(statements -> {
            List<String> claimed = statements.of(LedgerStatements.class).claimWaiting(most);
            claimed.forEach(id -> decide(id, decide, statements));
            return claimed.size();
        });
    }

    /** What goes wrong with one account must not keep the others waiting, nor itself be tried again at once. */
    private static void decide(String id, Function<Known, Settled> decide, Statements statements) {
        try {
            statements.apart(() -> decideApart(id, decide, statements));
        } catch (RuntimeException e) {
            LOG.error("An account could not be decided on.", e);
            LedgerStatements ledger = statements.of(LedgerStatements.class);
            ledger.waitsNoMore(id);
            Text problem = ErrorCode.INTERNAL.detail();
            ledger.keepFault(id, problem.ja(), problem.en());
        }
    }

    private static void decideApart(String id, Function<Known, Settled> decide, Statements statements) {
        statements.of(LedgerStatements.class).waitsNoMore(id);
        known(id, statements).ifPresent(account -> keep(account, decide.apply(account), statements));
    }

    private static void keep(Known known, Settled settled, Statements statements) {
        String id = known.account().id();
        LedgerStatements ledger = statements.of(LedgerStatements.class);
        ActionStatements actions = statements.of(ActionStatements.class);
        Standing now = settled.standing();
        if (now == null) {
            Text problem = settled.problem() == null ? new Text("", "") : settled.problem();
            ledger.keepProblem(id, settled.ruleset(), settled.day(), problem.ja(), problem.en());
            return;
        }
        ledger.keep(id, now);
        @Nullable BothLanguages result = settled.result();
        if (result != null) {
            long decision = ledger.decided(id, now, result.ja(), result.en());
            actions.changed(id, ChangeKind.DECISION_CHANGED.name(), Feed.data(decision, known.standing(), now));
        }
        for (ActionMove move : settled.moves()) {
            StoredAction action = move(move.action(), actions);
            actions.changed(id, move.kind().name(), Feed.data(action));
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
        return transactions.write(
                statements -> statements.of(LedgerStatements.class).awaitDay(today, Urgency.DAY.rank()));
    }

    @Override
    public int awaitRules(String ruleset) {
        return transactions.write(
                statements -> statements.of(LedgerStatements.class).awaitRules(ruleset, Urgency.RULES.rank()));
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
