package io.shirube.service;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.dropwizard.lifecycle.AutoCloseableManager;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.shirube.service.callout.JerseyCourier;
import io.shirube.service.config.ShirubeConfiguration;
import io.shirube.service.config.WebhooksConfiguration;
import io.shirube.service.db.JdbiOutbox;
import io.shirube.service.db.JdbiWebhooks;
import io.shirube.service.db.Transactions;
import io.shirube.service.requests.Writes;
import io.shirube.service.resources.DeliveryResource;
import io.shirube.service.resources.WebhookResource;
import io.shirube.service.resources.WebhooksResource;
import io.shirube.service.webhooks.DeliveryCounts;
import io.shirube.service.webhooks.Dispatch;
import io.shirube.service.webhooks.Outbox;
import io.shirube.service.webhooks.Webhooks;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The receivers that are told of changes. */
final class ToldReceivers {

    private ToldReceivers() {}

    /** Opens the doors where they are looked after, and starts telling them with the server. */
    static void open(
            Transactions transactions,
            Writes writes,
            ShirubeConfiguration configuration,
            Clock clock,
            Environment environment,
            PrometheusRegistry metrics) {
        WebhooksConfiguration webhooks = configuration.webhooks();
        Outbox outbox = new JdbiOutbox(transactions);
        JerseyCourier courier = new JerseyCourier(webhooks);
        Dispatch dispatch = new Dispatch(
                outbox,
                courier,
                new Dispatch.Pace(webhooks.concurrency(), webhooks.pollInterval(), webhooks.requestTimeout()),
                clock,
                senders(),
                new DeliveryCounts(metrics));
        DeliveryCounts.register(metrics, outbox, clock);
        // because what is managed first is stopped last
        environment.lifecycle().manage(new AutoCloseableManager(courier));
        if (webhooks.enabled()) {
            environment.lifecycle().manage(dispatch);
        }

        Webhooks administered = new Webhooks(
                new JdbiWebhooks(transactions),
                courier,
                webhooks.rotationOverlap(),
                clock,
                // because what is not committed yet is not due
                () -> transactions.onceCommitted(dispatch::wake));
        JerseyEnvironment jersey = environment.jersey();
        jersey.register(new WebhooksResource(administered, writes, configuration.limits(), webhooks));
        jersey.register(new WebhookResource(administered, writes, configuration.limits(), webhooks));
        jersey.register(new DeliveryResource(administered, writes));
    }

    private static ExecutorService senders() {
        AtomicInteger made = new AtomicInteger();
        return Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "webhook-" + made.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
