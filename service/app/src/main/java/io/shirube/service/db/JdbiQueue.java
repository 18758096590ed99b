package io.shirube.service.db;

import io.shirube.service.standing.ActionEvent;
import io.shirube.service.standing.ActionState;
import io.shirube.service.standing.Ledger;
import io.shirube.service.standing.Queue;
import io.shirube.service.standing.StoredAction;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Actions and the feed in PostgreSQL. Safe for use by many threads. */
public final class JdbiQueue implements Queue {

    private final Transactions transactions;
    private final OpenLimits limits;

    /** @param limits how many actions may be open, by owner role; without a limit a role is missing */
    public JdbiQueue(Transactions transactions, Map<String, Integer> limits) {
        this.transactions = transactions;
        this.limits = new OpenLimits(limits);
    }

    @Override
    public List<StoredAction> actions(Wanted wanted, int most) {
        List<ActionState> states = wanted.states().isEmpty()
                ? Arrays.stream(ActionState.values())
                        .filter(ActionState::isLiving)
                        .toList()
                : List.copyOf(wanted.states());
        String[] names = states.stream().map(ActionState::name).toArray(String[]::new);
        boolean living = states.stream().allMatch(ActionState::isLiving);
        After after = wanted.after();
        return transactions
                .read(statements -> statements
                        .of(ActionStatements.class)
                        .actions(
                                names,
                                living,
                                wanted.accountId(),
                                wanted.type(),
                                wanted.owner(),
                                wanted.due(),
                                after == null ? null : after.due(),
                                after == null ? 0 : after.id(),
                                most))
                .stream()
                .map(Rows::action)
                .toList();
    }

    @Override
    public Optional<StoredAction> tell(long id, ActionEvent event, LocalDate today, UnaryOperator<StoredAction> apply) {
        return transactions.write(statements -> {
            ActionStatements actions = statements.of(ActionStatements.class);
            LedgerStatements ledger = statements.of(LedgerStatements.class);
            // because whoever decides on the account moves its actions
            Optional<String> account = actions.accountOf(id).flatMap(ledger::claim);
            return account.flatMap(claimed -> actions.action(id)).map(row -> {
                StoredAction before = Rows.action(row);
                StoredAction now = apply.apply(before);
                actions.move(Rows.row(now));
                actions.told(id, today, event.type().name(), event.reason(), event.until(), event.to(), event.by());
                statements
                        .of(FeedStatements.class)
                        .changed(now.accountId(), event.type().kind().name(), Feed.data(now));
                Notes.keep(statements, Notes.action(before, now, event));
                ledger.await(now.accountId(), Ledger.Urgency.CHANGE.rank());
                if (!now.isToDo()) {
                    limits.awaitNext(now.offer().ownerRole(), actions);
                }
                return now;
            });
        });
    }
}
