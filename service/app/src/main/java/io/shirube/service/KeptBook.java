package io.shirube.service;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.shirube.io.SnapshotReader;
import io.shirube.service.book.Accounts;
import io.shirube.service.book.ArrangementEntries;
import io.shirube.service.book.Arrangements;
import io.shirube.service.book.Book;
import io.shirube.service.book.BulkAccounts;
import io.shirube.service.book.Entries;
import io.shirube.service.config.ShirubeConfiguration;
import io.shirube.service.db.JdbiArrangements;
import io.shirube.service.db.JdbiBook;
import io.shirube.service.db.JdbiFeed;
import io.shirube.service.db.JdbiFigures;
import io.shirube.service.db.JdbiNodes;
import io.shirube.service.db.JdbiQueue;
import io.shirube.service.db.Transactions;
import io.shirube.service.db.Upkeep;
import io.shirube.service.decisions.DecideAccounts;
import io.shirube.service.decisions.WhatIfAccounts;
import io.shirube.service.figures.BookFigures;
import io.shirube.service.figures.Capacity;
import io.shirube.service.http.Batches;
import io.shirube.service.operations.Nodes;
import io.shirube.service.requests.Writes;
import io.shirube.service.resources.AccountResource;
import io.shirube.service.resources.ActionResource;
import io.shirube.service.resources.ArrangementResource;
import io.shirube.service.resources.BookResource;
import io.shirube.service.resources.ChangeResource;
import io.shirube.service.resources.FigureResource;
import io.shirube.service.resources.NodeResource;
import io.shirube.service.resources.RolloutResource;
import io.shirube.service.resources.StandingResource;
import io.shirube.service.resources.WhatIfResource;
import io.shirube.service.rulesets.ActiveRules;
import io.shirube.service.standing.Actions;
import io.shirube.service.standing.ChangeFeed;
import java.time.Clock;

/** What the service keeps and how others come to it: accounts, where they stand, their actions. */
final class KeptBook {

    private final Transactions transactions;
    private final Deciding deciding;
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
            Deciding deciding,
            ActiveRules active,
            SnapshotReader reader,
            SnapshotReader lines,
            DecideAccounts decide,
            Clock clock,
            ShirubeConfiguration configuration) {
        this.transactions = transactions;
        this.deciding = deciding;
        this.active = active;
        this.reader = reader;
        this.lines = lines;
        this.decide = decide;
        this.clock = clock;
        this.configuration = configuration;
    }

    /**
     * Opens its doors.
     *
     * @param batches those of the whole service
     * @param writes carries out once what comes in at its doors
     */
    void open(Environment environment, Batches batches, Writes writes) {
        ChangeFeed feed = new JdbiFeed(transactions);
        // because what is not committed yet cannot be decided on
        Runnable wake = () -> transactions.onceCommitted(deciding::wake);
        environment
                .lifecycle()
                .manage(new Upkeep(transactions, configuration.database().retention(), clock));
        Actions actions =
                new Actions(new JdbiQueue(transactions, configuration.deciding().openActions()), clock, wake);
        Book book = new JdbiBook(
                transactions, clock, configuration.database().retention().readingDays());
        Entries entries = new Entries(active, reader, clock);
        Accounts accounts = new Accounts(book, entries, wake);
        BulkAccounts bulk = new BulkAccounts(book, entries, lines, writes, wake);

        JerseyEnvironment jersey = environment.jersey();
        jersey.register(new BookResource(accounts, bulk, decide, batches));
        jersey.register(new AccountResource(accounts, writes, configuration.limits()));
        jersey.register(new ArrangementResource(
                new Arrangements(new JdbiArrangements(transactions), new ArrangementEntries(entries, clock), wake),
                writes,
                configuration.limits()));
        jersey.register(new StandingResource(deciding.standings(), actions, feed, clock));
        jersey.register(new WhatIfResource(
                new WhatIfAccounts(active, reader), deciding.standings(), configuration.limits(), clock));
        jersey.register(new ActionResource(actions, writes, configuration.limits()));
        jersey.register(new ChangeResource(feed));
        jersey.register(new RolloutResource(deciding.rollouts()));
        Nodes nodes = new Nodes(new JdbiNodes(transactions), active::revision, clock);
        environment.lifecycle().manage(nodes);
        jersey.register(new NodeResource(nodes));
        BookFigures figures = new JdbiFigures(transactions);
        jersey.register(new FigureResource(figures, new Capacity(figures, configuration.capacity(), clock)));
    }
}
