package io.shirube.service;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dropwizard.core.setup.Environment;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.shirube.io.SnapshotReader;
import io.shirube.service.config.DecidingConfiguration;
import io.shirube.service.db.JdbiEvidence;
import io.shirube.service.db.JdbiLedger;
import io.shirube.service.db.JdbiRollouts;
import io.shirube.service.db.Transactions;
import io.shirube.service.operations.DatabaseGauges;
import io.shirube.service.rulesets.ActiveRules;
import io.shirube.service.standing.DecidingLoop;
import io.shirube.service.standing.EvidenceOfDay;
import io.shirube.service.standing.Ledger;
import io.shirube.service.standing.Rollouts;
import io.shirube.service.standing.Settlements;
import io.shirube.service.standing.Standings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Deciding on what is kept: in the background, and when somebody asks. */
final class Deciding {

    /** So long who wants an account waits at most for those that are decided on together with it. */
    private static final Duration LONGEST = Duration.ofMillis(200);

    private final Rollouts rollouts;
    private final DecidingLoop loop;
    private final Standings standings;

    private Deciding(Rollouts rollouts, DecidingLoop loop, Standings standings) {
        this.rollouts = rollouts;
        this.loop = loop;
        this.standings = standings;
    }

    /**
     * Begins to decide with the server.
     *
     * @param reader takes an account with all the readings it may come to have
     * @param clock in the book's zone
     */
    static Deciding with(
            Transactions transactions,
            ActiveRules active,
            SnapshotReader reader,
            Clock clock,
            DecidingConfiguration configuration,
            Environment environment,
            PrometheusRegistry metrics) {
        JdbiLedger ledger = new JdbiLedger(transactions, configuration.openActions(), LONGEST);
        Settlements settlements = new Settlements(reader, new EvidenceOfDay(new JdbiEvidence(transactions)));
        Rollouts rollouts = new Rollouts(
                new JdbiRollouts(transactions, ledger), active, settlements, clock, configuration.rolloutPerSecond());
        environment.lifecycle().manage(rollouts);
        DecidingLoop loop = new DecidingLoop(
                ledger, active, settlements, rollouts, clock, configuration.threads(), configuration.pollInterval());
        environment.lifecycle().manage(loop);
        Cache<Standings.Shown, byte[]> shown = Caffeine.newBuilder()
                .maximumWeight(configuration.cacheBytes())
                .weigher((Standings.Shown key, byte[] json) -> json.length)
                .recordStats()
                .build();
        register(metrics, ledger, shown);
        return new Deciding(rollouts, loop, new Standings(ledger, active, settlements, rollouts, reader, clock, shown));
    }

    Rollouts rollouts() {
        return rollouts;
    }

    Standings standings() {
        return standings;
    }

    /** Says that something waits. */
    void wake() {
        loop.wake();
    }

    private static void register(PrometheusRegistry metrics, Ledger ledger, Cache<?, ?> shown) {
        metrics.register(new DatabaseGauges<>(
                ledger::waiting,
                List.of(new DatabaseGauges.Gauge<>(
                        "shirube_accounts_waiting", "Kept accounts that wait to be decided on.", Long::doubleValue))));
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
}
