package io.shirube.service.db;

import io.shirube.engine.model.AccountSnapshot.Evidence;
import io.shirube.service.standing.EvidenceSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What came of actions, counted by PostgreSQL. Safe for use by many threads. */
public final class JdbiEvidence implements EvidenceSource {

    private final Transactions transactions;

    public JdbiEvidence(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Map<String, Map<String, Evidence>> until(LocalDate day) {
        Map<String, Map<String, Evidence>> byTouch = new HashMap<>();
        transactions
                .read(statements -> statements.of(ActionStatements.class).evidence(day))
                .forEach(row -> byTouch.computeIfAbsent(row.touch(), touch -> new HashMap<>())
                        .put(row.type(), new Evidence(row.trials(), row.successes())));
        return byTouch;
    }
}
