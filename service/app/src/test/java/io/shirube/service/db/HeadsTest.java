package io.shirube.service.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What a service that is alone with its database knows without asking it. */
class HeadsTest {

    private static final String ID = "a";

    private final PGSimpleDataSource database = TestDatabase.migrated();
    private final Transactions own = Transactions.on(database, true);
    private final Heads heads = new Heads(own);

    @Test
    void whatWasReadIsNotAskedForAgain() {
        keep(own);
        assertThat(waits()).contains(true);

        // by somebody of whom the service does not know, so that what it answers can only be what it remembers
        settle(Transactions.on(database));

        assertThat(waits()).contains(true);
        assertThat(new Heads(Transactions.on(database)).get(ID)).isPresent();
    }

    @Test
    void whereOthersWriteTooNothingIsRemembered() {
        keep(own);
        Heads asks = new Heads(Transactions.on(database));
        assertThat(asks.get(ID).orElseThrow().problem()).isNull();

        settle(own);

        assertThat(asks.get(ID).orElseThrow().problem()).isNotNull();
    }

    @Test
    void everyStatementAboutStandingsMakesItAskAgain() {
        assertThat(waits()).isEmpty();
        keep(own);
        assertThat(waits()).contains(true);

        settle(own);
        assertThat(heads.get(ID).orElseThrow().problem()).isNotNull();

        own.change(statements -> statements.of(AccountStatements.class).erase(ID));
        assertThat(heads.get(ID)).isEmpty();
    }

    @Test
    void whatAnotherThreadIsAboutToChangeIsAskedFor() {
        keep(own);
        assertThat(waits()).contains(true);
        assertThat(own.moment()).isNotEqualTo(StandingChanges.NOW);

        own.change(statements -> {
            statements.of(LedgerStatements.class).keepFault(ID, "a", "b");
            assertThat(CompletableFuture.supplyAsync(own::moment).join()).isEqualTo(StandingChanges.NOW);
        });

        assertThat(own.moment()).isNotEqualTo(StandingChanges.NOW);
        assertThat(heads.get(ID).orElseThrow().problem()).isNotNull();
    }

    @Test
    void aChangeLastsBeyondWhatIsReadInsideOfIt() {
        keep(own);

        own.change(statements -> {
            statements.of(LedgerStatements.class).keepFault(ID, "a", "b");
            own.read(inside -> inside.of(LedgerStatements.class).waiting());
            assertThat(own.moment()).isEqualTo(StandingChanges.NOW);
        });

        assertThat(own.moment()).isNotEqualTo(StandingChanges.NOW);
    }

    @Test
    void aChangeThatFailsEndsToo() {
        keep(own);
        assertThat(waits()).contains(true);

        assertThatThrownBy(() -> own.change(statements -> {
                    statements.of(LedgerStatements.class).keepFault(ID, "a", "b");
                    throw new IllegalStateException("planted");
                }))
                .hasMessage("planted");

        assertThat(own.moment()).isNotEqualTo(StandingChanges.NOW);
        assertThat(heads.get(ID).orElseThrow().problem()).isNull();
    }

    private Optional<Boolean> waits() {
        return heads.get(ID).map(head -> head.waits());
    }

    private static void keep(Transactions transactions) {
        transactions.change(statements -> {
            statements.of(AccountStatements.class).addMissing(array(ID), array("{}"), array("0"), array("0"));
            statements.of(LedgerStatements.class).begin(array(ID));
        });
    }

    private static void settle(Transactions transactions) {
        transactions.change(statements -> statements.of(LedgerStatements.class).keepFault(ID, "a", "b"));
    }

    private static String[] array(String only) {
        return new String[] {only};
    }
}
