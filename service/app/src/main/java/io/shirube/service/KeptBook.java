package io.shirube.service;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.shirube.io.SnapshotReader;
import io.shirube.service.book.Accounts;
import io.shirube.service.book.Book;
import io.shirube.service.book.BookUnavailableException;
import io.shirube.service.book.BulkAccounts;
import io.shirube.service.book.Entries;
import io.shirube.service.config.ShirubeConfiguration;
import io.shirube.service.db.JdbiBook;
import io.shirube.service.db.JdbiLedger;
import io.shirube.service.db.JdbiQueue;
import io.shirube.service.db.Transactions;
import io.shirube.service.db.Upkeep;
import io.shirube.service.decisions.DecideAccounts;
import io.shirube.service.resources.AccountResource;
import io.shirube.service.resources.ActionResource;
import io.shirube.service.resources.BookResource;
import io.shirube.service.resources.ChangeResource;
import io.shirube.service.resources.StandingResource;
import io.shirube.service.rulesets.ActiveRules;
import io.shirube.service.standing.Actions;
import io.shirube.service.standing.DecidingLoop;
import io.shirube.service.standing.Ledger;
import io.shirube.service.standing.Queue;
import io.shirube.service.standing.Standings;
import java.time.Clock;

/** What the service keeps: accounts, where they stand, their actions. */
final class KeptBook {

    private final Transactions transactions;
    private final ActiveRules active;
    private final SnapshotReader reader;
    private final SnapshotReader lines;
    private final DecideAccounts decide;
    private final Clock clock;
    private final ShirubeConfiguration configuration;

    /**
     * @param reader takes an account with all the readings it may come to have
     * @param lines takes one line of a body
     * @param clock in the book's zone
     */
    KeptBook(
            Transactions transactions,
            ActiveRules active,
            SnapshotReader reader,
            SnapshotReader lines,
            DecideAccounts decide,
            Clock clock,
            ShirubeConfiguration configuration) {
        this.transactions = transactions;
        this.active = active;
        this.reader = reader;
        this.lines = lines;
        this.decide = decide;
        this.clock = clock;
        this.configuration = configuration;
    }

    /** Opens its doors and starts deciding with the server. */
    void open(Environment environment, PrometheusRegistry metrics) {
        Ledger ledger = new JdbiLedger(transactions);
        Queue queue = new JdbiQueue(transactions);
        DecidingLoop loop = new DecidingLoop(
                ledger,
                active,
                reader,
                clock,
                configuration.deciding().threads(),
                configuration.deciding().pollInterval());
        environment.lifecycle().manage(loop);
        environment
                .lifecycle()
                .manage(new Upkeep(transactions, configuration.database().retention(), clock));
        Cache<Standings.Shown, byte[]> shown = Caffeine.newBuilder()
                .maximumWeight(configuration.deciding().cacheBytes())
                .weigher((Standings.Shown key, byte[] json) -> json.length)
                .recordStats()
                .build();
        Standings standings = new Standings(ledger, active, reader, clock, shown);
        Actions actions = new Actions(queue, clock, loop::wake);
        Book book = new JdbiBook(transactions);
        Entries entries = new Entries(active, reader, clock);
        Accounts accounts = new Accounts(book, entries, loop::wake);
        BulkAccounts bulk = new BulkAccounts(book, entries, lines, loop::wake);

        JerseyEnvironment jersey = environment.jersey();
        jersey.register(new BookResource(accounts, bulk, decide, configuration.limits()));
        jersey.register(new AccountResource(accounts, configuration.limits()));
        jersey.register(new StandingResource(standings, actions, queue, clock));
        jersey.register(new ActionResource(actions, configuration.limits()));
        jersey.register(new ChangeResource(queue));
        register(metrics, ledger, shown);
    }

    private static void register(PrometheusRegistry metrics, Ledger ledger, Cache<?, ?> shown) {
        GaugeWithCallback.builder()
                .name("shirube_accounts_waiting")
                .help("Kept accounts that wait to be decided on.")
                .callback(gauge -> gauge.call(waiting(ledger)))
                .register(metrics);
        CounterWithCallback.builder()
                .name("shirube_decision_cache_hits_total")
                .help("Decisions answered as they were written before.")
                .callback(counter -> counter.call((double) shown.stats().hitCount()))
                .register(metrics);
        CounterWithCallback.builder()
                .name("shirube_decision_cache_misses_total")
                .help("Decisions that had to be written.")
                .callback(counter -> counter.call((double) shown.stats().missCount()))
                .register(metrics);
    }

    /** Unknown while the database is away: that must not hide all other figures. */
    private static double waiting(Ledger ledger) {
        try {
            return ledger.waiting();
        } catch (BookUnavailableException e) {
            return Double.NaN;
        }
    }
}
