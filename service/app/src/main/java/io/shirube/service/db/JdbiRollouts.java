package io.shirube.service.db;

import io.shirube.service.db.RolloutStatements.RolloutRow;
import io.shirube.service.db.Transactions.Statements;
import io.shirube.service.standing.Known;
import io.shirube.service.standing.Ledger;
import io.shirube.service.standing.Rollout;
import io.shirube.service.standing.Rollout.Expected;
import io.shirube.service.standing.RolloutStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which rules decide on the book and how far they got, in PostgreSQL. Safe for use by many threads. */
public final class JdbiRollouts implements RolloutStore {

    private static final int RULES = Ledger.Urgency.RULES.rank();

    private final Transactions transactions;
    private final JdbiLedger ledger;

    public JdbiRollouts(Transactions transactions, JdbiLedger ledger) {
        this.transactions = transactions;
        this.ledger = ledger;
    }

    @Override
    public Optional<Rollout> latest() {
        return transactions
                .read(statements -> statements.of(RolloutStatements.class).latest())
                .map(JdbiRollouts::rollout);
    }

    @Override
    public long waiting() {
        return transactions.read(
                statements -> statements.of(RolloutStatements.class).waiting(RULES));
    }

    private static Rollout rollout(RolloutRow row) {
        return new Rollout(
                row.ruleset(),
                Rollout.State.valueOf(row.state()),
                row.accounts(),
                row.previewed(),
                row.begun(),
                new Expected(
                        row.opened(),
                        row.resumed(),
                        row.withdrawn(),
                        row.superseded(),
                        row.held(),
                        row.movedTouch(),
                        row.problems()),
                row.startedAt(),
                row.finishedAt());
    }

    @Override
    public void begin(String ruleset) {
        transactions.change(statements -> {
            RolloutStatements rollouts = statements.of(RolloutStatements.class);
            rollouts.lock();
            boolean latest = rollouts.latest()
                    .filter(row -> row.ruleset().equals(ruleset))
                    .isPresent();
            if (!latest) {
                rollouts.begin(ruleset);
            }
        });
    }

    @Override
    public int advance(String ruleset, int most, Function<Known, Expected> preview) {
        return transactions.write(statements -> statements
                .of(RolloutStatements.class)
                .claim()
                .filter(row -> row.ruleset().equals(ruleset))
                .map(row -> switch (Rollout.State.valueOf(row.state())) {
                    case PREVIEW -> preview(row, most, preview, statements);
                    case RUNNING -> begin(row, most, statements);
                    case DONE -> 0;
                })
                .orElse(0));
    }

    private int preview(RolloutRow row, int most, Function<Known, Expected> preview, Statements statements) {
        RolloutStatements rollouts = statements.of(RolloutStatements.class);
        List<String> accounts = rollouts.others(row.ruleset(), row.position(), most);
        if (accounts.isEmpty()) {
            rollouts.run(row.id());
            return 1;
        }
        Expected all = Expected.NOTHING;
        for (String account : accounts) {
            all = all.and(ledger.known(account, statements).map(preview).orElse(Expected.NOTHING));
        }
        rollouts.previewed(row.id(), accounts.size(), last(accounts), all);
        return accounts.size();
    }

    private static int begin(RolloutRow row, int most, Statements statements) {
        RolloutStatements rollouts = statements.of(RolloutStatements.class);
        List<String> accounts = rollouts.others(row.ruleset(), row.position(), most);
        if (!accounts.isEmpty()) {
            rollouts.await(accounts.toArray(String[]::new), RULES);
            rollouts.begun(row.id(), accounts.size(), last(accounts));
        } else if (!rollouts.anyWaits(RULES)) {
            rollouts.finish(row.id());
        }
        return accounts.size();
    }

    private static String last(List<String> accounts) {
        return accounts.get(accounts.size() - 1);
    }
}
